using SummitHub.Contracts.Meetings;
using SummitHub.Domain.Programme.Decisions;

namespace SummitHub.Domain.Meetings;

/// <summary>What a record may hold, and whether a text is one: the limits stand in the contracts' comments.</summary>
public static class RecordLimits
{
    /// <summary>The most items of one side.</summary>
    public const int MostItems = 200;

    /// <summary>The most characters of one side's brief and items together, so that no record outgrows its store.</summary>
    public const int MostCharacters = 400_000;

    /// <summary>The most commands of one operation.</summary>
    public const int MostCommands = 64;

    private const int MostTopics = 30;
    private const int MostLanguages = 8;

    internal static string? Fault(Brief? brief) => brief switch
    {
        null or { Topics.IsDefault: true } or { Notes: null } => "A brief has topics and notes, each perhaps empty.",
        { Topics.Length: > MostTopics } => $"A brief has at most {MostTopics} topics.",
        _ when !brief.Topics.All(t => IsText(t, 80)) => "A topic is a text of 1 to 80 characters.",
        _ when brief.Notes.Length > 0 && !IsText(brief.Notes, 8_000, blank: true) => "Notes are a text of at most 8,000 characters.",
        _ => null,
    };

    internal static string? Fault(OutcomeItem? item) => item switch
    {
        null or { Id.Value: null } or { OtherTexts.IsDefault: true } => "An item has a name and texts.",
        _ when !Enum.IsDefined(item.Kind) => "The item is of no known kind.",
        _ when !IsText(item.Text, 2_000) => "The text of an item has 1 to 2,000 characters.",
        _ when !IsLanguage(item.Language) => "The language of an item is a BCP 47 tag.",
        _ when item.Topic is not null && !IsText(item.Topic, 80) => "A topic is a text of 1 to 80 characters.",
        _ when item.Unit is not null && !IsText(item.Unit, 20) => "A unit is a text of 1 to 20 characters.",
        _ when item.Owner is { Value: null } => "The one who follows an item up is a delegation, or nobody.",
        { OtherTexts.Length: > MostLanguages } => $"An item is told in at most {MostLanguages} other languages.",
        _ when !item.OtherTexts.All(t => t is not null && IsLanguage(t.Language) && IsText(t.Text, 2_000)) =>
            "The text of an item in another language has a BCP 47 tag and 1 to 2,000 characters.",
        _ => null,
    };

    /// <summary>How many characters a side's own part holds.</summary>
    internal static int Size(SideContent content) =>
        content.Brief.Notes.Length + content.Brief.Topics.Sum(t => t.Length)
        + content.Items.Where(content.Owns).Sum(i => i.Item.Text.Length + i.Item.OtherTexts.Sum(t => t.Text.Length));

    /// <summary>Well-formed UTF-16 in any script without control characters but tab and line ends, nor such as turn it about; not blank unless it may be.</summary>
    internal static bool IsText(string? text, int longest, bool blank = false)
    {
        if (text is null || text.Length > longest || (!blank && string.IsNullOrWhiteSpace(text))) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) || Texts.Deceives(text[i])) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static bool IsLanguage(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
