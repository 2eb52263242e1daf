using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>
/// Holds what a draft leads to to the rules. Only trouble that was not there before refuses, so that a plan may repair a part of it. The desk
/// may go against rules with a reason: what is provisional gives way, all else is listed.
/// </summary>
internal static class Verdict
{
    private const int MostObstacles = 20;

    public static Refusal? Of(Draft draft)
    {
        if (draft.Placings.Count > 0 && OfMeetings(draft) is { } refusal) return refusal;
        return draft.Commitments.Count > 0 && draft.Operation.OverrideReason is null ? CommitmentVerdict.Of(draft) : null;
    }

    /// <summary>Whether every meeting that the draft places keeps every rule, where a plan need only bring no new trouble.</summary>
    public static bool IsClean(Draft draft) => Broken(draft).Count == 0;

    private static Refusal? OfMeetings(Draft draft)
    {
        var broken = Broken(draft);
        draft.KeepsAllRules = broken.Count == 0;
        if (broken.Count == 0) return null;
        foreach (var (placing, violations) in broken)
            if ((draft.Operation.OverrideReason is null || placing.Proposed) && New(draft, placing, violations) is { Count: > 0 } fresh)
                return Cutting.Refuse(draft, placing, fresh.GetRange(0, Math.Min(fresh.Count, MostObstacles)));
        if (draft.Operation.OverrideReason is not { } reason) return null;
        if (Evict(draft, broken, reason)) broken = Broken(draft);
        foreach (var (placing, violations) in broken)
            if (!placing.Proposed)
                foreach (var violation in violations)
                    if (!Listed(draft.Meeting(placing.Meeting)!, violation))
                        draft.Add(new RuleOverridden(placing.Meeting, violation, reason));
        return null;
    }

    private static List<(Placing Placing, List<Violation> Violations)> Broken(Draft draft)
    {
        var outlook = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: true);
        var all = new List<(Placing, List<Violation>)>(0);
        var found = new List<Violation>(0);
        foreach (var placing in draft.Placings)
        {
            var meeting = draft.Meeting(placing.Meeting)!;
            // A later command of the same operation may have taken back what an earlier one gave.
            if ((placing.Proposed ? Place.Proposed(meeting, draft.Setting) : Place.Of(meeting, draft.Setting)) is not { } place) continue;
            RuleBook.Check(outlook, place, found);
            if (found.Count == 0) continue;
            all.Add((placing, found));
            found = [];
        }
        return all;
    }

    /// <summary>Those violations that the meeting was not in before the operation.</summary>
    private static List<Violation> New(Draft draft, Placing placing, List<Violation> violations)
    {
        if (draft.State.Meeting(placing.Meeting) is not { } meeting || Place.Of(meeting, draft.Setting) is not { } place) return violations;
        var before = new List<Violation>();
        RuleBook.Check(new Outlook(draft.State, draft.Setting, null, draft.At, proposals: true), place, before);
        return before.Count == 0 ? violations : violations.FindAll(v => !before.Exists(b => RuleBook.Same(b, v)));
    }

    /// <summary>
    /// Takes the slots of provisional meetings in the way of firm ones. What the operation itself places does not give way; nor does a
    /// meeting that the asker may not know of, which stays in the way like any other hold. And nothing gives way to a confidential one, since
    /// nothing gives way to a hold.
    /// </summary>
    private static bool Evict(Draft draft, List<(Placing Placing, List<Violation> Violations)> broken, string reason)
    {
        var evicted = false;
        foreach (var (placing, violations) in broken)
        {
            if (placing.Proposed || draft.Meeting(placing.Meeting)! is { Phase: MeetingPhase.Provisional } or { Terms.Visibility: Visibility.Confidential }) continue;
            foreach (var violation in violations)
                if (violation.Obstacle.Meeting is { } id && draft.Meeting(id) is { Phase: MeetingPhase.Provisional } there && !draft.Placings.Contains(new Placing(id, false))
                    && Standing.MayKnow(draft.Actor, there))
                {
                    draft.Add(new MeetingPostponed(id, reason));
                    evicted = true;
                }
        }
        return evicted;
    }

    private static bool Listed(Meeting meeting, Violation violation)
    {
        foreach (var listed in meeting.Overrides)
            if (RuleBook.Same(listed, violation))
                return true;
        return false;
    }
}
