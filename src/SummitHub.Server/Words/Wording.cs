using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitHub.Server.Words;

/// <summary>The texts of one language. A key that is not there shows as itself, so that a page never fails for a word.</summary>
public sealed partial class Wording(string language)
{
    /// <summary>The language, a BCP 47 tag.</summary>
    public string Language { get; } = language;

    /// <summary>The texts by key.</summary>
    public FrozenDictionary<string, string> Texts { get; } = WordBook.Of(language);

    /// <summary>How the language writes dates and figures.</summary>
    public CultureInfo Culture { get; } = Cultures.Of(language);

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => Language == "ar" ? "rtl" : "ltr";

    /// <summary>A text.</summary>
    public string this[string key] => Texts.TryGetValue(key, out var text) ? text : key;

    /// <summary>A text with its places filled in: <c>{name}</c> by the value of that name.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    /// <summary>A text, or another where the key is not there.</summary>
    public string Or(string key, string other) => Texts.TryGetValue(key, out var text) ? text : other;

    /// <summary>What is said, and why where that is known.</summary>
    public string Because(string what, string? why) => why is { Length: > 0 } ? Say("list.because", ("what", what), ("why", why)) : what;

    /// <summary>
    /// A name, or a text that somebody typed: set apart where letters of it run against the page, so that it moves nothing around it. The marks
    /// are Unicode's isolates and not markup, since such texts also stand in titles and options; client/src/words.ts does the same.
    /// </summary>
    public string Apart(string text) => text.EnumerateRunes().Any(RunsAgainst) ? $"\u2068{text}\u2069" : text;

    private bool RunsAgainst(Rune letter) => Rune.IsLetter(letter) && IsRightToLeft(letter.Value) != (Direction == "rtl");

    // The blocks of the scripts written from the right: Hebrew, Arabic, Syriac and their neighbours, and the presentation forms.
    private static bool IsRightToLeft(int letter) => letter is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    /// <summary>The words of a name in camel case, for names that have no text of their own.</summary>
    public static string Plain(string name) => Humps().Replace(name, m => " " + m.Value.ToLowerInvariant()).Replace('_', ' ').Trim();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Humps();
}
