using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Who may do it, asked before any rule: a meeting the actor may not know of is answered exactly as one there is not.</summary>
internal static class Standing
{
    /// <summary>Finds the meeting of a command for somebody who may do this to it.</summary>
    public static Refusal? Find(Draft draft, MeetingId id, Doing doing, out Meeting meeting)
    {
        meeting = null!;
        var extent = Rights.Of(draft.Actor, doing);
        if (extent == Extent.Not) return Say.NotYours(doing.ToString(), id);
        if (draft.Meeting(id) is not { } known || !MayKnow(draft.Actor, known)) return Say.NoSuchMeeting(id);
        if (extent == Extent.OwnSide && !known.HasSide(draft.Actor.Delegation!.Value)) return Say.NotYours(doing.ToString(), id);
        if (draft.Operation.OnBehalf is { } behalf && !known.HasSide(behalf.Delegation))
            return Say.No(RefusalReason.NoSuchDelegation, $"{behalf.Delegation.Value} is no side of meeting {id}.", id);
        meeting = known;
        return null;
    }

    /// <summary>The same for a plan, which may say on which version it was made.</summary>
    public static Refusal? Find(Draft draft, PlanCommand command, Doing doing, out Meeting meeting)
    {
        if (Find(draft, command.Meeting, doing, out meeting) is { } no) return no;
        var version = draft.State.Meeting(command.Meeting)?.Version ?? meeting.Version;
        return command.ExpectedVersion is { } expected && expected != version
            ? Say.No(RefusalReason.MeetingHasChanged, $"Meeting {meeting.Id} is at version {version} now, not {expected}: look again.", meeting.Id)
            : null;
    }

    /// <summary>The same for a fact, which must have happened at a plausible time.</summary>
    public static Refusal? Find(Draft draft, FactCommand command, Doing doing, out Meeting meeting) =>
        Find(draft, command.Meeting, doing, out meeting) ?? Texts.BadInstant(draft, command.OccurredAt, command.Meeting);

    /// <summary>Finds the side whose key the actor holds.</summary>
    public static Refusal? Key(Draft draft, Meeting meeting, out DelegationCode side)
    {
        side = draft.Side ?? default;
        return draft.Side is { } own && meeting.HasSide(own)
            ? null
            : Say.No(RefusalReason.NotYoursToDo, "That is for a side to say: name the delegation for which you act, and who called.", meeting.Id);
    }

    /// <summary>Whether somebody may know that there is such a meeting.</summary>
    public static bool MayKnow(Actor actor, Meeting meeting) =>
        actor.Role == Role.System || (Audience.Of(actor) is { } audience && SightRules.MayKnow(audience, meeting));
}
