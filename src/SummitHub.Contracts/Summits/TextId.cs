using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>An identifier that is text: short, printable ASCII, checked once at the edge and trusted after it.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface ITextId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The text; null only in a <c>default</c> value, which throws when it is written.</summary>
    string Value { get; }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">The text is not of this identifier's form.</exception>
    static abstract TSelf Parse(string text);
}

/// <summary>The forms that identifiers take, and the JSON of all of them: a string.</summary>
public static class TextId
{
    /// <summary>Small letters, digits, dots and hyphens, beginning with a letter or digit.</summary>
    internal static bool IsSlug([NotNullWhen(true)] string? text, int longest) =>
        text is { Length: > 0 } && text.Length <= longest && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    /// <summary>Printable ASCII without spaces, as clients make operation ids and keys.</summary>
    internal static bool IsToken([NotNullWhen(true)] string? text, int longest) =>
        text is { Length: > 0 } && text.Length <= longest && text.All(c => c is > ' ' and < (char)127);

    internal static FormatException Bad<T>(string? text) =>
        new($"'{(text is { Length: > 60 } ? text[..60] + "..." : text)}' is not a {typeof(T).Name}.");

    internal static string Written<T>(string? value) =>
        value ?? throw new InvalidOperationException($"A default {typeof(T).Name} names nothing.");
}

/// <summary>Writes an identifier as a JSON string or property name; text of the wrong form is a <see cref="JsonException"/>.</summary>
public sealed class TextIdConverter<T> : JsonConverter<T>
    where T : struct, ITextId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, null, out var id)
            ? id
            : throw new JsonException($"Expected a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStringValue(TextId.Written<T>(value.Value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException($"Expected a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WritePropertyName(TextId.Written<T>(value.Value));
    }
}
