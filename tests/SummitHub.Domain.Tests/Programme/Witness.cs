using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Looks at all pairs of meetings, one by one, and says who is in two places without a named conflict or a listed override. It shares no code with the rules.</summary>
internal static class Witness
{
    public static IEnumerable<string> Unnamed(ProgrammeState state) => Clashes(state).Where(c => !c.Named).Select(c => c.What);

    /// <summary>Who and what is in two places, and whether a conflict or an override names it.</summary>
    public static IEnumerable<(string What, bool Named)> Clashes(ProgrammeState state)
    {
        var held = state.Meetings.Where(m => m.HoldsTime).ToList();
        foreach (var one in held)
            foreach (var other in held)
                if (one.Id.CompareTo(other.Id) < 0 && one.Expected!.Value.Overlaps(other.Expected!.Value))
                {
                    foreach (var person in one.Terms.Parties.Select(p => p.Principal).Intersect(other.Terms.Parties.Select(p => p.Principal)))
                        yield return ($"{person} is in {one.Id} and {other.Id}", Named(one, other, RefusalReason.PrincipalAlreadyMeetingThen, person));
                    if (one.Interpreters.Intersect(other.Interpreters).Any())
                        yield return ($"an interpreter is in {one.Id} and {other.Id}", Named(one, other, RefusalReason.InterpreterAlreadyWorkingThen, null));
                    if (Crowded(state, held, one, other))
                        yield return ($"{one.Planned!.Value.Venue} is over-full with {one.Id} and {other.Id}", Named(one, other, RefusalReason.RoomTakenThen, null));
                }
        foreach (var meeting in held)
            foreach (var commitment in state.Commitments.Where(c => !c.Dropped))
            {
                var block = commitment.Commitment;
                if (!meeting.Expected!.Value.Overlaps(commitment.Expected)) continue;
                bool Named(RefusalReason rule, PrincipalId? person) => meeting.Conflicts.Concat(meeting.Overrides).Any(v =>
                    v.Rule == rule && v.Obstacle.Commitment == block.Id && v.Obstacle.Principal == person);
                foreach (var person in meeting.Terms.Parties.Select(p => p.Principal).Intersect(block.Principals))
                    yield return ($"{person} is in {meeting.Id} and {block.Id}", Named(RefusalReason.PrincipalCommittedThen, person));
                if (block.Interpreter is { } interpreter && meeting.Interpreters.Contains(interpreter))
                    yield return ($"an interpreter is in {meeting.Id} and {block.Id}", Named(RefusalReason.InterpreterAlreadyWorkingThen, null));
                if (Crowded(state, held, meeting, commitment))
                    yield return ($"{block.Venue} is over-full with {meeting.Id} and {block.Id}", Named(RefusalReason.RoomTakenThen, null));
            }
    }

    /// <summary>Conflicts that are no more, or that stand on one side only.</summary>
    public static IEnumerable<string> Stale(ProgrammeState state)
    {
        foreach (var meeting in state.Meetings)
            foreach (var conflict in meeting.Conflicts)
            {
                if (!meeting.HoldsTime) yield return $"{meeting.Id} holds nothing and has a conflict";
                if (conflict.Obstacle.Meeting is not { } id) continue;
                var other = state.Meeting(id)!;
                if (!other.HoldsTime) yield return $"{meeting.Id} conflicts with {id}, which holds nothing";
                else if (conflict.Rule != RefusalReason.PrincipalCannotTravelInTime && !meeting.Expected!.Value.Overlaps(other.Expected!.Value))
                    yield return $"{meeting.Id} conflicts with {id}, which is at another time";
                // A confidential meeting is told even of what the desk put over it with a reason, and what it was put over is told as of a hold.
                var listed = meeting.Terms.Visibility == Visibility.Confidential || other.Terms.Visibility == Visibility.Confidential ? other.Conflicts.Concat(other.Overrides) : other.Conflicts;
                if (!listed.Any(c => c.Rule == conflict.Rule && c.Obstacle.Meeting == meeting.Id && c.Obstacle.Principal == conflict.Obstacle.Principal))
                    yield return $"{meeting.Id} conflicts with {id}, which does not say so";
                if (conflict.Obstacle.When != other.Expected) yield return $"the conflict of {meeting.Id} with {id} names an old time";
            }
    }

    private static bool Crowded(ProgrammeState state, List<Meeting> held, Meeting one, Meeting other)
    {
        if (one.Planned?.Venue is not { } room || other.Planned?.Venue != room) return false;
        return Crowded(state, held, room, one.Expected!.Value, other.Expected!.Value);
    }

    private static bool Crowded(ProgrammeState state, List<Meeting> held, Meeting one, PlannedCommitment other) =>
        other.Commitment is { HoldsRoom: true, Venue: { } room } && one.Planned?.Venue == room && Crowded(state, held, room, one.Expected!.Value, other.Expected);

    private static bool Crowded(ProgrammeState state, List<Meeting> held, VenueId room, Interval one, Interval other)
    {
        var from = Later(one.Start, other.Start);
        var to = one.End < other.End ? one.End : other.End;
        var there = held.Where(m => m.Planned?.Venue == room).Select(m => m.Expected!.Value)
            .Concat(state.Commitments.Where(c => !c.Dropped && c.Commitment.HoldsRoom && c.Commitment.Venue == room).Select(c => c.Expected)).ToList();
        // The number in a room changes only at starts: each start is looked at.
        var instants = there.Select(t => t.Start).Append(from).Where(i => from <= i && i < to);
        return instants.Any(i => there.Count(t => t.Contains(i)) > state.Venue(room)!.ParallelMeetings);
    }

    private static bool Named(Meeting one, Meeting other, RefusalReason rule, PrincipalId? person)
    {
        bool Names(IEnumerable<Violation> list, Meeting whom) =>
            list.Any(v => v.Rule == rule && v.Obstacle.Meeting == whom.Id && (person is null || v.Obstacle.Principal == person));
        return (Names(one.Conflicts, other) && Names(other.Conflicts, one)) || Names(one.Overrides, other) || Names(other.Overrides, one);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
