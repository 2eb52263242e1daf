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

    /// <summary>The most languages of a side's readouts, and of an item beside its own.</summary>
    public const int MostLanguages = 8;

    /// <summary>The most steps of a trail that all sides see. They are counted apart, so that no refusal tells of what another side does alone.</summary>
    public const int MostSharedSteps = 2_000;

    /// <summary>The most steps of a trail that its own side sees alone.</summary>
    public const int MostOwnSteps = 3_000;

    private const int MostTopics = 30;

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
        _ when item.Place is not null && !IsText(item.Place, 120) => "A place is a text of 1 to 120 characters.",
        { Window: { } window } when window.Until < window.From => "A window ends no earlier than it begins.",
        _ when !Enum.IsDefined(item.Sensitivity) => "The item is sensitive in no known way.",
        _ when item.Corrects is { Value: null } => "What an item puts right has a name.",
        { OtherTexts.Length: > MostLanguages } => $"An item is told in at most {MostLanguages} other languages.",
        _ when !item.OtherTexts.All(t => t is not null && IsLanguage(t.Language) && IsText(t.Text, 2_000)) =>
            "The text of an item in another language has a BCP 47 tag and 1 to 2,000 characters.",
        _ when item.OtherTexts.Select(t => t.Language).Append(item.Language).Distinct().Count() <= item.OtherTexts.Length => "An item is told once in a language.",
        _ => null,
    };

    internal static string? Fault(Readout? readout) => readout switch
    {
        null or { Title: null } or { Lead: null } or { Items.IsDefault: true } => "A readout has a title, a beginning and items, each perhaps empty.",
        _ when !IsLanguage(readout.Language) => "The language of a readout is a BCP 47 tag.",
        _ when readout.Title.Length > 0 && !IsText(readout.Title, 200) => "A title is a text of at most 200 characters.",
        _ when readout.Lead.Length > 0 && !IsText(readout.Lead, 4_000, blank: true) => "What stands before the items is a text of at most 4,000 characters.",
        { Items.Length: > MostItems } => $"A readout tells at most {MostItems} items.",
        _ when readout.Items.Distinct().Count() < readout.Items.Length => "A readout tells an item once.",
        _ => null,
    };

    /// <summary>Whether all sides see that it was done.</summary>
    internal static bool IsShared(RecordDeed deed) =>
        deed is RecordDeed.Offered or RecordDeed.Accepted or RecordDeed.Agreed or RecordDeed.Declined or RecordDeed.Countered or RecordDeed.Published or RecordDeed.Withdrawn;

    /// <summary>How many characters a side's own part holds.</summary>
    internal static int Size(SideContent content) =>
        content.Brief.Notes.Length + content.Brief.Topics.Sum(t => t.Length)
        + content.Items.Where(content.Owns).Sum(i => i.Item.Text.Length + i.Item.OtherTexts.Sum(t => t.Text.Length))
        + content.Readouts.Sum(r => r.Title.Length + r.Lead.Length)
        + content.Trail.Where(s => !IsShared(s.Did)).Sum(s => s.Text?.Length ?? 0);

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
