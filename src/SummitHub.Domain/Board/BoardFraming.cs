using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;

namespace SummitHub.Domain.Board;

/// <summary>Chooses the rows of a scope, or of what changed, for an audience. Pure.</summary>
public static class BoardFraming
{
    /// <summary>The meetings and commitments of a scope, as the audience sees them.</summary>
    /// <param name="state">The programme.</param>
    /// <param name="audience">Who looks.</param>
    /// <param name="scope">At what.</param>
    /// <param name="zone">The summit's time zone, for days.</param>
    public static (ImmutableArray<MeetingRow> Meetings, ImmutableArray<CommitmentRow> Commitments) Scope(
        ProgrammeState state, Audience audience, BoardScope scope, TimeZoneInfo zone)
    {
        var span = scope.Day is { } day ? DayOf(day, zone) : (Interval?)null;
        var meetings = ImmutableArray.CreateBuilder<MeetingRow>();
        foreach (var meeting in state.Meetings)
            if (InScope(meeting, scope, span) && BoardRows.Row(state, meeting, audience) is { } row)
                meetings.Add(row);
        var commitments = ImmutableArray.CreateBuilder<CommitmentRow>();
        foreach (var planned in state.Commitments)
            if ((span is not { } s || s.Overlaps(planned.Expected)) && (scope.Venue is not { } v || planned.Commitment.Venue == v)
                && BoardRows.Row(state, planned, audience) is { } row && (scope.Delegation is not { } d || row.Delegations.Contains(d)))
                commitments.Add(row);
        if (SightRules.SeesHolds(audience))
            foreach (var resource in HeldRows.ResourcesOf(state, audience))
                foreach (var row in HeldRows.Of(state, audience, resource))
                    if ((span is not { } s || s.Overlaps(new Interval(row.Start, row.End))) && (scope.Venue is not { } v || row.Venue == v)
                        && (scope.Delegation is not { } d || row.Delegations.Contains(d)))
                        commitments.Add(row);
        return (meetings.DrainToImmutable(), commitments.DrainToImmutable());
    }

    /// <summary>What some entries changed for the audience that lists them; null where that is more than so many rows.</summary>
    /// <param name="state">The programme.</param>
    /// <param name="audience">Who looks.</param>
    /// <param name="touches">What the entries changed.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="rows">Somebody who may have made the rows of meetings and commitments already; null for nobody.</param>
    public static BoardChanges? Changes(
        ProgrammeState state, Audience audience, IEnumerable<Touch> touches, int most = int.MaxValue,
        Func<IEnumerable<MeetingId>, IEnumerable<CommitmentId>, BoardChanges>? rows = null)
    {
        var meetings = new HashSet<MeetingId>();
        var commitments = new HashSet<CommitmentId>();
        Dictionary<Resource, HashSet<Interval>>? held = null;
        foreach (var touch in touches)
        {
            meetings.UnionWith(touch.Meetings);
            commitments.UnionWith(touch.Commitments);
            foreach (var (resource, before) in touch.Held)
            {
                if (!(held ??= []).TryGetValue(resource, out var blocks)) held.Add(resource, blocks = []);
                blocks.UnionWith(before);
            }
            if (meetings.Count + commitments.Count + (held?.Count ?? 0) > most) return null;
        }
        var changes = rows is null ? Changes(state, audience, meetings, commitments) : rows(meetings, commitments);
        return held is null ? changes : HeldRows.With(changes, state, audience, held);
    }

    /// <summary>The rows of some meetings and commitments, as they are now, and what of them the audience sees no more. It must have known of all of it once.</summary>
    public static BoardChanges Changes(
        ProgrammeState state, Audience audience, IEnumerable<MeetingId> touchedMeetings, IEnumerable<CommitmentId> touchedCommitments) =>
        Changes(state, touchedMeetings, touchedCommitments, meeting => BoardRows.Row(state, meeting, audience), planned => BoardRows.Row(state, planned, audience));

    /// <summary>The same, with rows from somebody who may have made them already.</summary>
    public static BoardChanges Changes(
        ProgrammeState state, IEnumerable<MeetingId> touchedMeetings, IEnumerable<CommitmentId> touchedCommitments,
        Func<Meeting, MeetingRow?> meetingRow, Func<PlannedCommitment, CommitmentRow?> commitmentRow)
    {
        var rows = ImmutableArray.CreateBuilder<MeetingRow>();
        var gone = ImmutableArray.CreateBuilder<MeetingId>();
        foreach (var id in touchedMeetings)
        {
            if (state.Meeting(id) is { } meeting && meetingRow(meeting) is { } row) rows.Add(row);
            else gone.Add(id);
        }
        var commitments = ImmutableArray.CreateBuilder<CommitmentRow>();
        var dropped = ImmutableArray.CreateBuilder<CommitmentId>();
        foreach (var id in touchedCommitments)
        {
            if (state.Commitment(id) is { } planned && commitmentRow(planned) is { } row) commitments.Add(row);
            else dropped.Add(id);
        }
        return new BoardChanges(rows.DrainToImmutable(), gone.DrainToImmutable(), commitments.DrainToImmutable(), dropped.DrainToImmutable());
    }

    /// <summary>A local day as an interval: 23, 24 or 25 hours.</summary>
    public static Interval DayOf(DateOnly day, TimeZoneInfo zone) => new(Midnight(day, zone), Midnight(day.AddDays(1), zone));

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static bool InScope(Meeting meeting, BoardScope scope, Interval? day) =>
        (scope.Delegation is not { } delegation || meeting.HasSide(delegation))
        && (scope.Venue is not { } venue || meeting.Planned?.Venue == venue)
        && (day is not { } span || OnDay(meeting, span));

    // A meeting that was moved away from a day stays on that day's board only as long as it holds time there. One that is asked for at any
    // time waits on every day, or nobody would see it.
    private static bool OnDay(Meeting meeting, Interval day) => (meeting.Expected ?? meeting.Planned?.When) is { } when
        ? day.Overlaps(when)
        : meeting.Windows.Any(day.Overlaps) || (meeting.MovedFrom is { } from ? day.Overlaps(from.When) : meeting.Windows.IsEmpty);
}
