using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme.Holds;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Holds the commitments that a draft adds to the rules: nobody and nothing that they take is taken already. The way to them is not asked for.</summary>
internal static class CommitmentVerdict
{
    public static Refusal? Of(Draft draft)
    {
        var outlook = new Outlook(draft.State, draft.Setting, draft, draft.At, proposals: true);
        foreach (var planned in draft.Commitments)
            if (draft.State.Commitment(planned.Commitment.Id) is null && Holding.Of(planned, draft.Setting) is { } own && Broken(outlook, planned.Commitment, own) is { } violation)
                return Cutting.Refuse(draft, planned.Commitment, violation);
        return null;
    }

    private static Violation? Broken(Outlook outlook, Commitment commitment, Hold own)
    {
        foreach (var person in commitment.Principals)
            foreach (var hold in outlook.Of(person, null, own.Start, own.End))
                if (hold.Commitment != own.Commitment)
                    return new Violation(
                        hold.Meeting is null ? RefusalReason.PrincipalCommittedThen : RefusalReason.PrincipalAlreadyMeetingThen,
                        new Obstacle(hold.Meeting, hold.Commitment, person, null, Spans.Of(hold)));
        if (commitment.HoldsRoom && own.Site is { } site && RoomRules.InTheWay(outlook, site, own) is { } room) return room;
        if (commitment.Interpreter is { } interpreter)
            foreach (var hold in outlook.Of(interpreter, null, own.Start, own.End))
                if (hold.Commitment != own.Commitment)
                    return new Violation(RefusalReason.InterpreterAlreadyWorkingThen, new Obstacle(hold.Meeting, hold.Commitment, null, null, Spans.Of(hold)));
        return null;
    }
}
