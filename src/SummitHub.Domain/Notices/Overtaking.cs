using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Notices;

/// <summary>
/// A later notice takes the place of an earlier one of the same meeting that nobody has taken note of: so there is one current notice,
/// with one line of what went before. What a meeting's record brings is apart from its time: neither stands in for the other.
/// </summary>
public static class Overtaking
{
    /// <summary>The line of history that a later notice keeps of an earlier one; null where the earlier one stays.</summary>
    public static Overtaken? Of(Notice later, InboxItem earlier)
    {
        var before = earlier.Notice;
        if (earlier.AcknowledgedAt is not null || !SameMatter(later, before)) return null;
        return earlier.Overtaken is { } chain
            ? chain with { Kind = Weightier(chain.Kind, before.Kind), Was = chain.Was ?? KnownOf(before), Times = chain.Times + 1 }
            : new Overtaken(before.Kind, KnownOf(before), before.At, 1);
    }

    /// <summary>Whether two notices tell of the same matter, so that the later one says how it stands.</summary>
    public static bool SameMatter(Notice one, Notice other) =>
        one.Meeting is { } meeting && meeting == other.Meeting && IsOfRecord(one) == IsOfRecord(other);

    /// <summary>Whether the name of a notice that is gone is one of the meeting that another tells of.</summary>
    public static bool SameMeeting(NoticeId gone, Notice other) =>
        other.Meeting is { } meeting && gone.Value.Length > NoticeRules.CheckLetters && gone.Value.AsSpan(NoticeRules.CheckLetters + 1).SequenceEqual(meeting.Value);

    /// <summary>Whether it tells of a record, which is the sides' alone.</summary>
    public static bool IsOfRecord(Notice notice) => Is(notice, NoticeKind.RecordOffered);

    // A proposal is no slot that the reader knew of: what it would replace is.
    private static Slot? KnownOf(Notice notice) => notice.Was ?? (Is(notice, NoticeKind.Conflict) || Is(notice, NoticeKind.PrincipalSubstituted) ? notice.Is : null);

    private static bool Is(Notice notice, NoticeKind kind) => notice.Kind == NoticeFact.NameOf(kind);

    private static string Weightier(string one, string other) => Weight(one) <= Weight(other) ? one : other;

    private static int Weight(string kind) => NoticeFact.Names.IndexOf(kind) is var at && at < 0 ? int.MaxValue : at;
}
