using System.Collections.Frozen;
using System.Text.Json;

namespace SummitHub.Server.Words;

/// <summary>All that the pages say, in each of the six official languages of the United Nations. Every language has the same keys.</summary>
public static class WordBook
{
    /// <summary>The language of those whose own is not among ours.</summary>
    public const string Default = "en";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Books =
        Languages.ToFrozenDictionary(language => language, Load);

    /// <summary>The languages, by the English alphabet of their names.</summary>
    public static IReadOnlyList<string> Languages => ["ar", "zh", "en", "fr", "ru", "es"];

    /// <summary>Whether the language is one of ours.</summary>
    public static bool Speaks(string? language) => language is not null && Books.ContainsKey(language);

    /// <summary>The texts of a language by key.</summary>
    /// <exception cref="KeyNotFoundException">The language is not one of ours.</exception>
    public static FrozenDictionary<string, string> Of(string language) => Books[language];

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(WordBook).Assembly.GetManifestResourceStream($"words/{language}")
            ?? throw new InvalidOperationException($"The texts in '{language}' are not embedded in the server.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
