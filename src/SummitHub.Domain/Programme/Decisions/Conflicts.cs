using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>
/// Finds what an operation puts into conflict and what it repairs, for the meetings it touches and for those they trouble or troubled. A
/// conflict of two meetings stands on both. What is listed as an override on either is no conflict; a plan that ends what an override went
/// against takes it off the list.
/// </summary>
internal static class Conflicts
{
    /// <summary>Adds the events of conflicts to a draft that keeps the rules; a draft that says nothing is refused.</summary>
    public static Refusal? Settle(Draft draft)
    {
        if (draft.IsEmpty) return Say.No(RefusalReason.NothingWouldChange, "Nothing would change.");
        var touched = Touched(draft);
        if (touched.Count == 0) return null;
        var before = new Outlook(draft.State, draft.Setting, null, draft.At, proposals: false);
        var after = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: false);
        var concerned = new HashSet<MeetingId>(touched);
        foreach (var id in touched)
        {
            Troubles(before, draft.State.Meeting(id), concerned);
            Troubles(after, draft.Meeting(id), concerned);
        }
        // In order of name, so that one log is written from one draft, whatever the order of a set.
        var ordered = concerned.ToArray();
        Array.Sort(ordered);
        // All is found on the finished draft before any event is added: conflicts move nobody.
        var found = ordered.Select(id => (Id: id, Violations: Found(after, draft.Meeting(id)!))).ToArray();
        var plan = IsPlan(draft);
        foreach (var (id, violations) in found)
            if (plan || IsPlanned(draft, before, id, violations)) Lapse(draft, id);
        foreach (var (id, violations) in found) Renew(draft, id, violations);
        return null;
    }

    /// <summary>Whether slots or people were planned anew. Facts take nothing off the list of overrides: the plan that needed them stands.</summary>
    private static bool IsPlan(Draft draft) =>
        draft.Placings.Count > 0 || draft.Meetings.Values.Any(m => !m.HoldsTime && draft.State.Meeting(m.Id) is { HoldsTime: true });

    /// <summary>Whether a commitment that was added or taken back troubles the meeting, or troubled it: the plan of a hold takes as much off the lists as a meeting's.</summary>
    private static bool IsPlanned(Draft draft, Outlook before, MeetingId id, List<Violation> after)
    {
        if (draft.Commitments.Count == 0 || draft.State.Meeting(id) is not { Overrides.Length: > 0 } meeting) return false;
        bool Planned(Violation v) => v.Obstacle.Commitment is { } name && draft.Touches(name) && (draft.State.Commitment(name) is null || draft.Commitment(name)!.Dropped);
        return after.Exists(Planned) || Found(before, meeting).Exists(Planned);
    }

    private static void Renew(Draft draft, MeetingId id, List<Violation> violations)
    {
        var meeting = draft.Meeting(id)!;
        var standing = violations.FindAll(v => RuleBook.IsConflict(v.Rule) && !Overridden(draft, meeting, v));
        foreach (var conflict in meeting.Conflicts)
            if (!standing.Contains(conflict))
                draft.Add(new ConflictCleared(id, conflict));
        foreach (var conflict in standing)
            if (!meeting.Conflicts.Contains(conflict))
                draft.Add(new ConflictRaised(id, conflict));
    }

    private static void Lapse(Draft draft, MeetingId id)
    {
        if (draft.State.Meeting(id) is not { Overrides.Length: > 0 } before) return;
        var outlook = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: true);
        var standing = Found(outlook, draft.Meeting(id)!);
        foreach (var listed in before.Overrides)
            if (!standing.Exists(v => RuleBook.Same(v, listed)) || IsAnotherHold(draft, listed))
                draft.Add(new OverrideLapsed(id, listed));
    }

    /// <summary>A confidential meeting that was moved is another hold to those who went against it: they went against it where it was.</summary>
    private static bool IsAnotherHold(Draft draft, Violation listed) => listed.Obstacle.Meeting is { } id
        && draft.Meeting(id) is { Terms.Visibility: Visibility.Confidential } now && draft.State.Meeting(id)?.Planned != now.Planned;

    private static bool Overridden(Draft draft, Meeting meeting, Violation violation)
    {
        foreach (var listed in meeting.Overrides)
            if (RuleBook.Same(listed, violation))
                return true;
        // Who puts something over a confidential meeting may not know of it: its own sides and its officer have to be told. And where one
        // was put over another meeting, that is told of trouble as it would be by a hold.
        if (violation.Obstacle.Meeting is not { } id || draft.Meeting(id) is not { } other) return false;
        if (meeting.Terms.Visibility == Visibility.Confidential || other.Terms.Visibility == Visibility.Confidential) return false;
        var mirrored = violation with { Obstacle = violation.Obstacle with { Meeting = meeting.Id } };
        foreach (var listed in other.Overrides)
            if (RuleBook.Same(listed, mirrored))
                return true;
        return false;
    }

    private static List<Violation> Found(Outlook outlook, Meeting meeting)
    {
        var found = new List<Violation>();
        if (Place.Of(meeting, outlook.Setting) is { } place) RuleBook.Check(outlook, place, found);
        return found;
    }

    private static void Troubles(Outlook outlook, Meeting? meeting, HashSet<MeetingId> into)
    {
        if (meeting is null) return;
        foreach (var violation in Found(outlook, meeting))
            if (violation.Obstacle.Meeting is { } other)
                into.Add(other);
    }

    /// <summary>The meetings whose time, place, people or way the draft has changed.</summary>
    private static HashSet<MeetingId> Touched(Draft draft)
    {
        var touched = new HashSet<MeetingId>();
        foreach (var (id, meeting) in draft.Meetings)
        {
            var before = draft.State.Meeting(id);
            // A meeting that held nothing troubled nobody, and where it stands now it keeps every rule.
            if (draft.KeepsAllRules && before is not { HoldsTime: true } && draft.Placings.Contains(new Placing(id, false))) continue;
            if (before is null ? meeting.HoldsTime : Differs(before, meeting)) touched.Add(id);
        }
        foreach (var planned in draft.Commitments)
        {
            Near(draft, planned, touched);
            if (draft.State.Commitment(planned.Commitment.Id) is { } before) Near(draft, before, touched);
        }
        foreach (var closure in draft.Closures) In(draft, closure.Venue, closure.When, touched);
        foreach (var opened in draft.Reopenings) In(draft, opened.Venue, opened.When, touched);
        foreach (var advised in draft.Advisories) Around(draft, advised.When, touched);
        foreach (var eased in draft.Easings) Around(draft, eased.When, touched);
        return touched;
    }

    /// <summary>Whether anything has changed that rules or the lists of overrides read.</summary>
    private static bool Differs(Meeting before, Meeting after) =>
        !Holding.SameTime(before, after) || before.Terms.Parties != after.Terms.Parties || before.Overrides != after.Overrides;

    private static void Near(Draft draft, PlannedCommitment planned, HashSet<MeetingId> into)
    {
        var near = draft.Setting.Rules.TravelCheckedUnderMinutes * TimeSpan.TicksPerMinute;
        var gap = draft.Setting.Rules.RoomGapMinutes * TimeSpan.TicksPerMinute;
        var outlook = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: false);
        var (from, to) = (planned.Expected.Start.Ticks, planned.Expected.End.Ticks);
        foreach (var person in planned.Commitment.Principals) Meetings(outlook.Of(person, null, from - near, to + near), into);
        if (planned.Commitment is { HoldsRoom: true, Venue: { } venue }) Meetings(outlook.Of(venue, null, from - gap, to + gap), into);
        if (planned.Commitment.Interpreter is { } interpreter) Meetings(outlook.Of(interpreter, null, from, to), into);
    }

    private static void Meetings(List<Hold> holds, HashSet<MeetingId> into)
    {
        foreach (var hold in holds)
            if (hold.Meeting is { } id)
                into.Add(id);
    }

    private static void In(Draft draft, VenueId venue, Interval when, HashSet<MeetingId> into)
    {
        var outlook = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: false);
        Meetings(outlook.Of(venue, null, when.Start.Ticks, when.End.Ticks), into);
    }

    private static void Around(Draft draft, Interval when, HashSet<MeetingId> into)
    {
        var around = when.Widened(TimeSpan.FromMinutes(draft.Setting.Rules.TravelCheckedUnderMinutes));
        foreach (var meeting in draft.State.Meetings.Concat(draft.Meetings.Values))
            if (meeting.HoldsTime && meeting.Expected!.Value.Overlaps(around))
                into.Add(meeting.Id);
    }
}
