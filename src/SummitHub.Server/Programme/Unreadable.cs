using System.Text.Json;
using System.Text.RegularExpressions;

namespace SummitHub.Server.Programme;

/// <summary>Says in words what of a call could not be read. The framework names our types, which tell a client nothing.</summary>
internal static partial class Unreadable
{
    private const int LongestEcho = 60;

    /// <summary>A sentence: what, and what is expected.</summary>
    public static string Say(BadHttpRequestException bad) => bad.InnerException is JsonException json ? Say(json)
        : Parameter().Match(bad.Message) is { Success: true } parameter ? $"'{parameter.Groups["name"].Value}' cannot be read from '{Short(parameter.Groups["text"].Value)}'."
        : bad.Message.StartsWith("Implicit body", StringComparison.Ordinal) ? "The call needs a body: a JSON object, perhaps {}."
        : bad.Message;

    private static string Say(JsonException json)
    {
        var at = json.Path is { Length: > 1 } path ? $" ({Short(path)})" : "";
        return Unknown().Match(json.Message) is { Success: true } unknown ? $"There is no field '{Short(unknown.Groups["name"].Value)}' here{at}."
            : Missing().Match(json.Message) is { Success: true } missing ? $"The body lacks {missing.Groups["names"].Value}{at}."
            : IsOurs(json) ? $"{json.Message}{at}"
            : $"The body is no JSON of the form expected here: line {json.LineNumber + 1}, byte {json.BytePositionInLine}{at}.";
    }

    // What our own converters say has no position in it; the framework's messages end in theirs, or name a type.
    private static bool IsOurs(JsonException json) =>
        json.InnerException is null && !json.Message.Contains("BytePositionInLine", StringComparison.Ordinal) && !json.Message.Contains("SummitHub.", StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "...";

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<text>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("""^The JSON property '(?<name>[^']*)' could not be mapped""")]
    private static partial Regex Unknown();

    [GeneratedRegex("""missing required properties including: (?<names>('[^']*'(, )?)+)""")]
    private static partial Regex Missing();
}
