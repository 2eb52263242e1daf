using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Board;

/// <summary>Lists what stands against the rules, as far as an audience may know of it. Pure.</summary>
public static class StandingList
{
    private const int Most = 500;

    /// <summary>What stands at an instant.</summary>
    public static StandingView Of(ProgrammeState state, Audience audience, DateTimeOffset now)
    {
        var known = state.Meetings.Where(m => !m.Standing.IsEmpty && SightRules.Of(audience, m) >= Sight.Logistics)
            .OrderBy(m => m.Expected?.Start ?? m.Planned?.When.Start).ThenBy(m => m.Id).ToList();
        return new StandingView(
            [.. Conflicts(state, audience, known).Take(Most)],
            [.. known.SelectMany(m => m.Standing.Where(t => t.Override is not null).Select(t => new StandingOverride(m.Id, Cut(state, audience, m, t), t.Override!, t.By, t.Since, IsOver(m)))).Take(Most)],
            [.. state.Closures.Where(c => c.When.End > now).OrderBy(c => c.When.Start).Select(c => new Closure(c.Venue, c.When, c.Reason))],
            [.. state.Advisories.Where(a => a.When.End > now).OrderBy(a => a.When.Start).Select(a => new Advisory(a.Zone, a.When, a.ExtraMinutes, a.Cause))]);
    }

    /// <summary>The commitments of series that are expected on the local day of an instant and have not ended, by the hour.</summary>
    public static ImmutableArray<CommitmentRow> Speeches(ProgrammeState state, Audience audience, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(state.Summit!.TimeZone);
        var today = BoardFraming.DayOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), zone);
        return [.. state.Commitments.Where(c => c.Commitment.Series is not null && c.EndedAt is null && today.Contains(c.Expected.Start))
            .OrderBy(c => c.Expected.Start).ThenBy(c => c.Commitment.Order)
            .Select(c => BoardRows.Row(state, c, audience)).OfType<CommitmentRow>()];
    }

    private static IEnumerable<StandingConflict> Conflicts(ProgrammeState state, Audience audience, List<Meeting> known)
    {
        var told = new HashSet<(RefusalReason, MeetingId, MeetingId, object?)>();
        foreach (var meeting in known)
            foreach (var trouble in meeting.Standing.Where(t => t.Override is null))
            {
                var cut = Cut(state, audience, meeting, trouble);
                var other = cut.Obstacle.Meeting is { } id ? state.Meeting(id) : null;
                // What runs or is over needs nobody any more, unless the other one is still to come.
                if (!IsAhead(meeting) && !(other is not null && IsAhead(other))) continue;
                if (other is null || told.Add(Pair(cut, meeting.Id, other.Id))) yield return new StandingConflict(meeting.Id, cut, trouble.Since);
            }
    }

    // Each of the two has it on its own list, with the other in the way.
    private static (RefusalReason, MeetingId, MeetingId, object?) Pair(Violation violation, MeetingId one, MeetingId other) =>
        one.CompareTo(other) < 0 ? (violation.Rule, one, other, violation.Obstacle.Principal) : (violation.Rule, other, one, violation.Obstacle.Principal);

    private static Violation Cut(ProgrammeState state, Audience audience, Meeting meeting, Trouble trouble) =>
        BoardRows.Cut(state, meeting, [trouble.Violation], audience)[0];

    private static bool IsAhead(Meeting meeting) => meeting.Phase is MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed;

    private static bool IsOver(Meeting meeting) => meeting.Phase is MeetingPhase.Ended or MeetingPhase.Cancelled or MeetingPhase.Declined or MeetingPhase.Withdrawn;
}
