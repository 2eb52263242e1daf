using System.Text;
using System.Text.RegularExpressions;

namespace SummitHub.Composed.Leaks;

/// <summary>What was answered, but for what differs from one call to the next whoever asks: traces and instants to the fraction of a second.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, but for the date.</param>
/// <param name="Body">The body.</param>
/// <param name="Size">The size of the body, in bytes.</param>
internal sealed partial record Answered(int Status, string Headers, string Body, int Size)
{
    private const int Shown = 300;

    /// <summary>Reads an answer to its end.</summary>
    public static async Task<Answered> OfAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(stop);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie"))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        var body = Still(Encoding.UTF8.GetString(bytes));
        return new((int)answer.StatusCode, Still(string.Join('\n', headers)), body, Encoding.UTF8.GetByteCount(body));
    }

    /// <summary>A text without what passes.</summary>
    public static string Still(string text) => Passing().Replace(text, "#");

    /// <summary>All of it, for a comparison; the name that was tried is blotted out.</summary>
    public string Blotted(string target) => $"{Status}\n{Headers}\n{Body}".Replace(target, "#", StringComparison.Ordinal);

    /// <summary>The beginning, for a finding.</summary>
    public override string ToString() => $"{Status}, {Size} bytes: {Body[..Math.Min(Shown, Body.Length)]}";

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+|""traceId"":""[^""]*""")]
    private static partial Regex Passing();
}
