using System.Globalization;
using System.Text.RegularExpressions;
using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Words;

/// <summary>The six languages say the same things.</summary>
public sealed partial class WordBookTests
{
    // Words that two languages share, so that a text left in English can be told from one that is right as it is.
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["ar"] = ["role.system"],
        ["zh"] = ["role.system"],
        ["fr"] =
        [
            "brief.notes", "facts.format", "facts.source", "field.minutes", "format.teteATete", "front.KAZ", "front.UKR", "kind.invitation",
            "kind.participation", "kind.position", "late.by", "media.photo", "pass.session", "role.system", "sample.pause", "topic.visa_regime", "town.New York",
        ],
        ["ru"] = ["role.system"],
        ["es"] = ["format.bilateral", "format.trilateral", "front.GEO", "role.system", "status.provisional"],
    };

    public static TheoryData<string> Languages => [.. WordBook.Languages];

    public static TheoryData<string> Others => [.. WordBook.Languages.Where(l => l != "en")];

    [Fact]
    public void The_languages_are_the_six_of_the_United_Nations_by_the_English_alphabet_of_their_names()
    {
        Assert.Equal(["ar", "zh", "en", "fr", "ru", "es"], WordBook.Languages);
        Assert.Equal(WordBook.Languages, WordBook.Languages.OrderBy(l => CultureInfo.GetCultureInfo(l).EnglishName, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_language_has_the_keys_of_English_and_no_others(string language) =>
        Assert.Equal(WordBook.Of("en").Keys.Order(), WordBook.Of(language).Keys.Order());

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_fills_in_what_the_English_one_does(string language) =>
        Assert.Equal(WordBook.Of("en").Select(Placed).Order(), WordBook.Of(language).Select(Placed).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty(string language) =>
        Assert.Empty(WordBook.Of(language).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key));

    [Theory]
    [MemberData(nameof(Others))]
    public void Only_words_that_both_languages_share_are_those_of_English(string language)
    {
        var english = WordBook.Of("en");
        var same = WordBook.Of(language).Where(t => !IsPattern(t.Key) && t.Value == english[t.Key]).Select(t => t.Key);
        Assert.Equal(Shared[language].Order(), same.Order());
    }

    [Theory]
    [InlineData("ar", "[\\u0621-\\u064A]")]
    [InlineData("zh", "[\\u4E00-\\u9FFF]")]
    [InlineData("ru", "[\\u0410-\\u0451]")]
    public void What_is_said_is_said_in_the_script_of_the_language(string language, string letter) =>
        Assert.Equal(["role.system"], WordBook.Of(language).Where(t => !IsPattern(t.Key) && !Regex.IsMatch(t.Value, letter)).Select(t => t.Key));

    private static string Placed(KeyValuePair<string, string> text) =>
        $"{text.Key}: {string.Join(' ', Places().Matches(text.Value).Select(m => m.Value).Order())}";

    // How dates and lists are written: marks and patterns, not words.
    private static bool IsPattern(string key) => key is "format.day" or "format.shortDay" or "format.date" || key.StartsWith("list.", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Places();
}
