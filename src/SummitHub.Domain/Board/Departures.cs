using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Board;

/// <summary>When a side's person must set out to be in time.</summary>
/// <param name="By">The last instant to leave.</param>
/// <param name="From">Where from.</param>
/// <param name="Minutes">How long the way takes, checkpoint and advisories included.</param>
/// <param name="Estimated">Whether the ways are estimates.</param>
public sealed record Departure(DateTimeOffset By, VenueId From, int Minutes, bool Estimated);

/// <summary>
/// Says by when the people of one delegation must leave for their meetings, and only where that can be known: from where they are last, as
/// the reader himself may know it, within the reach in which the rules check ways. Not thread-safe, as the state it reads.
/// </summary>
public sealed class Departures
{
    private readonly ProgrammeState state;
    private readonly DelegationCode own;
    private readonly Audience audience;
    private readonly List<Stay> stays = [];

    /// <param name="state">The programme; it is only read.</param>
    /// <param name="audience">Who reads: what he may not know, he is not told by an hour either.</param>
    /// <param name="own">The delegation whose people are meant.</param>
    public Departures(ProgrammeState state, Audience audience, DelegationCode own)
    {
        (this.state, this.audience, this.own) = (state, audience, own);
        foreach (var meeting in state.Meetings)
            if (meeting.HasSide(own) && BoardRows.Row(state, meeting, audience) is { } row && HasTime(row.Status) && row is { Start: { } start, End: { } end })
                stays.AddRange(row.Parties.Where(p => p.Delegation == own).Select(p => new Stay(p.Principal, start, end, row.Venue)));
        foreach (var planned in state.Commitments)
            if (BoardRows.Row(state, planned, audience) is { } row)
                stays.AddRange(row.Principals.Select(p => new Stay(p, row.Start, row.End, row.Venue)));
    }

    /// <summary>By when to leave for a meeting that is still to come; null where that cannot be said.</summary>
    public Departure? To(MeetingId id)
    {
        if (state.Setting is not { } setting || state.Meeting(id) is not { } meeting || BoardRows.Row(state, meeting, audience) is not { Start: { } start } row || !IsToCome(row.Status)) return null;
        if (row.Parties.FirstOrDefault(p => p.Delegation == own) is not { } side || setting.Principal(side.Principal) is not { } person) return null;
        var reach = start.AddMinutes(-setting.Rules.TravelCheckedUnderMinutes);
        var last = stays.Where(s => s.Person == person.Id && s.Start < start && s.End > reach).MaxBy(s => s.End);
        if (last is null || last.End > start || setting.Site(last.Venue) is not { } from || setting.Site(row.Venue) is not { } to) return null;
        var needed = TimeSpan.FromTicks(new Outlook(state, setting, null, state.LastAt, proposals: false).Needed(last.End.UtcTicks, start.UtcTicks, from, to, person.Level));
        // In the same place there is no way; where the way is longer than the time, the conflict says so.
        return from == to || last.End + needed > start ? null : new Departure(start - needed, from.Id, (int)needed.TotalMinutes, setting.Summit.Travel.Estimated);
    }

    private static bool HasTime(MeetingStatus status) => status is MeetingStatus.Provisional or MeetingStatus.Confirmed or MeetingStatus.OnTheWay
        or MeetingStatus.InProgress or MeetingStatus.Late or MeetingStatus.Ended or MeetingStatus.OutcomePending;

    private static bool IsToCome(MeetingStatus status) => status is MeetingStatus.Provisional or MeetingStatus.Confirmed or MeetingStatus.OnTheWay or MeetingStatus.Late;

    /// <summary>That somebody is somewhere for a while.</summary>
    private sealed record Stay(PrincipalId Person, DateTimeOffset Start, DateTimeOffset End, VenueId? Venue);
}
