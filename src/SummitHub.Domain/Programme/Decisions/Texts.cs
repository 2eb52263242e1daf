using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>The limits of what commands may carry.</summary>
internal static class Texts
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 200;

    /// <summary>The longest name of a cause, a kind or a series.</summary>
    public const int LongestName = 80;

    /// <summary>The shortest meeting, in minutes.</summary>
    public const int ShortestMinutes = 5;

    /// <summary>The longest meeting, in minutes.</summary>
    public const int LongestMinutes = 480;

    /// <summary>The longest block of time that is no meeting, a closure or an advisory.</summary>
    public static readonly TimeSpan LongestBlock = TimeSpan.FromDays(31);

    /// <summary>Whether a text is short enough and holds no control characters, nor such as turn it about. An empty one is good.</summary>
    public static bool Good(string? text, int longest)
    {
        if (text is null || text.Length > longest) return false;
        foreach (var c in text)
            if (char.IsControl(c) || Deceives(c))
                return false;
        return true;
    }

    /// <summary>
    /// Whether a character makes a text read differently from what it says: the embeddings and overrides of Unicode's bidirectional algorithm
    /// (UAX 9). Marks and isolates, which mixed scripts do need, are good.
    /// </summary>
    public static bool Deceives(char c) => c is >= '\u202A' and <= '\u202E';

    /// <summary>Why a reason cannot stand; null where it can.</summary>
    public static Refusal? BadReason(string? reason, MeetingId meeting) =>
        Good(reason, LongestReason) ? null : Say.Malformed($"A reason has at most {LongestReason} characters and no control characters.", meeting);

    /// <summary>Why a slot cannot be looked at; null where it can.</summary>
    public static Refusal? BadSlot(Draft draft, Slot slot, MeetingId meeting)
    {
        var minutes = slot.When.Length.TotalMinutes;
        if (minutes is < ShortestMinutes or > LongestMinutes)
            return Say.Malformed($"A meeting lasts {ShortestMinutes} to {LongestMinutes} minutes.", meeting);
        if (slot.Venue is { } venue && draft.Setting.Site(venue) is null)
            return Say.No(RefusalReason.NoSuchVenue, $"There is no venue {venue.Value}.", meeting);
        return Outside(draft, slot.When)
            ? Say.No(RefusalReason.OutsideTheSummit, $"The summit is from {draft.Setting.Summit.From:O} to {draft.Setting.Summit.To:O}.", meeting)
            : null;
    }

    /// <summary>Whether a span is not wholly within the summit's days.</summary>
    public static bool Outside(Draft draft, Interval when) =>
        when.Start.UtcTicks < draft.Setting.Days.First || when.End.UtcTicks > draft.Setting.Days.End;

    /// <summary>Why a block of time that is no meeting cannot stand; null where it can. It may begin before the summit and end after.</summary>
    public static Refusal? BadBlock(Draft draft, Interval when)
    {
        if (when.Length <= TimeSpan.Zero || when.Length > LongestBlock) return Say.Malformed($"A block of time lasts up to {LongestBlock.TotalDays} days.");
        return when.End.UtcTicks <= draft.Setting.Days.First || when.Start.UtcTicks >= draft.Setting.Days.End
            ? Say.No(RefusalReason.OutsideTheSummit, $"The summit is from {draft.Setting.Summit.From:O} to {draft.Setting.Summit.To:O}.")
            : null;
    }

    /// <summary>Why nobody can be expected then; null where he can: within a day of now.</summary>
    public static Refusal? BadForecast(Draft draft, DateTimeOffset expected, MeetingId meeting) =>
        Math.Abs(expected.UtcTicks - draft.At.UtcTicks) > TimeSpan.TicksPerDay
            ? Say.No(RefusalReason.NotAPlausibleTime, $"{expected:O} is not within a day of {draft.At:O}.", meeting)
            : null;

    /// <summary>Why a fact cannot have happened then; null where it can. Clocks of devices may run a minute ahead.</summary>
    public static Refusal? BadInstant(Draft draft, DateTimeOffset occurred, MeetingId? meeting)
    {
        var ahead = occurred.UtcTicks - draft.At.UtcTicks;
        return ahead is > TimeSpan.TicksPerMinute or < -TimeSpan.TicksPerDay
            ? Say.No(RefusalReason.NotAPlausibleTime, $"{occurred:O} is not within the day before {draft.At:O}.", meeting)
            : null;
    }
}
