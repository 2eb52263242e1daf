using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Notices;

/// <summary>
/// Who must know of an entry of the log. Pure: the same entry always gives the same notices under the same names. A side is told what
/// others changed about its meetings, at most once for a meeting and entry: the weightiest of what happened. Milestones are no notices,
/// the board shows them.
/// </summary>
public static class NoticeRules
{
    /// <summary>How many letters of a notice's name come before its meeting's, with a dash between.</summary>
    internal const int CheckLetters = 16;

    /// <summary>What the people of a delegation must know of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="check">What names the entry to people: eight bytes of its keyed hash, for its place in the log would tell what others do.</param>
    /// <param name="recipient">The delegation.</param>
    /// <param name="meetings">The meetings as they stand, for their sides; null where one is not known.</param>
    public static ImmutableArray<Notice> For(LogEntry entry, ulong check, DelegationCode recipient, Func<MeetingId, Meeting?> meetings)
    {
        var own = entry.OnBehalf is null && entry.Actor.Delegation == recipient;
        var weightiest = new Dictionary<MeetingId, (NoticeFact Fact, int Index)>();
        for (var i = 0; i < entry.Events.Length; i++)
        {
            if (entry.Events[i] is not MeetingEvent happened || meetings(happened.Meeting) is not { } meeting) continue;
            if (!meeting.HasSide(recipient) || IsImport(entry, happened)) continue;
            if (NoticeFact.Of(happened, meeting, recipient, meetings) is not { } fact || (own && fact.Kind != NoticeKind.Conflict)) continue;
            if (fact.Kind == NoticeKind.Requested && IsAsker(entry, meeting, recipient)) continue;
            if (!weightiest.TryGetValue(meeting.Id, out var known) || fact.Kind < known.Fact.Kind) weightiest[meeting.Id] = (fact, i);
        }

        return [.. weightiest.Values.OrderBy(w => w.Index).Select(w => Tell(entry, check, recipient, w.Fact))];
    }

    private static Notice Tell(LogEntry entry, ulong check, DelegationCode recipient, NoticeFact fact) => new(
        NoticeId.Parse($"{check:x16}-{fact.Meeting.Id}"),
        fact.Meeting.Id,
        fact.Meeting.Version,
        entry.At,
        NoticeFact.NameOf(fact.Kind),
        By(entry, fact.Meeting, recipient),
        fact.Reason is "" ? entry.OverrideReason ?? "" : fact.Reason,
        fact.Was,
        fact.Is,
        [.. fact.Meeting.Terms.Parties.Select(p => p.Delegation).Where(d => d != recipient)],
        entry.Actor.Simulated);

    /// <summary>
    /// Only the side for which the desk acted is told who called. Somebody who is of no side did something to another meeting, which got this
    /// one into conflict: who it was would tell who meets whom.
    /// </summary>
    private static string By(LogEntry entry, Meeting meeting, DelegationCode recipient) => entry.OnBehalf switch
    {
        null => entry.Actor.Delegation is { } own && !meeting.HasSide(own) ? "" : entry.Actor.Name,
        { Delegation: var side } when !meeting.HasSide(side) => entry.Actor.Name,
        { Delegation: var side } called when side == recipient => $"{entry.Actor.Name}, for {side} ({called.Caller})",
        { Delegation: var side } => $"{entry.Actor.Name}, for {side}",
    };

    /// <summary>The side that asks knows; unless the desk asked for it.</summary>
    private static bool IsAsker(LogEntry entry, Meeting meeting, DelegationCode recipient) =>
        meeting.Terms.Parties[0].Delegation == recipient && entry.OnBehalf?.Delegation != recipient;

    /// <summary>A timetable that is brought in is what everybody knows already.</summary>
    private static bool IsImport(LogEntry entry, MeetingEvent happened) =>
        entry.Actor is { Role: Role.System, Delegation: null, Simulated: false } && happened is not (ConflictRaised or RecordNoted)
        && entry.Events.Any(e => e is MeetingBooked b ? b.Meeting == happened.Meeting : e is MeetingRequested r && r.Meeting == happened.Meeting);
}
