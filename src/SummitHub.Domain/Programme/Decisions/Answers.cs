using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>What sides say to what is open: a request, or a proposed slot.</summary>
internal static class Answers
{
    public static Refusal? Accept(Draft draft, Accept command)
    {
        if (Find(draft, command, out var meeting, out var side) is { } no) return no;
        if (command.Slot is { } named && Texts.BadSlot(draft, named, meeting.Id) is { } bad) return bad;
        var open = Open(draft, meeting);
        if (open is not null && (command.Slot is null || command.Slot == open.Slot)) return Sign(draft, meeting, open, side);
        if (meeting.Phase == MeetingPhase.Requested) return AcceptRequest(draft, meeting, side, command.Slot);
        if (command.Slot is not null) return Say.NotOpen(meeting.Id, $"That slot is not proposed for meeting {meeting.Id}: propose it.");
        if (meeting.Proposal is not null) return Say.NotOpen(meeting.Id, $"The proposal for meeting {meeting.Id} has expired: propose it again.");
        if (meeting.Phase != MeetingPhase.Provisional || meeting.Agreed.Contains(side))
            return Say.NotOpen(meeting.Id, $"Nothing is open for {side} to accept in meeting {meeting.Id}.");
        draft.Add(new SideAccepted(meeting.Id, side));
        return null;
    }

    public static Refusal? Decline(Draft draft, Decline command)
    {
        if (Find(draft, command, out var meeting, out var side) is { } no) return no;
        if (Texts.BadReason(command.Reason, meeting.Id) is { } bad) return bad;
        if (meeting.Proposal is { } proposal)
        {
            // Expired or not: who declines it must not find that he has declined the whole request.
            if (proposal.By == side) return Say.NotOpen(meeting.Id, $"The proposal is {side}'s own: take it back.");
            draft.Add(new ProposalDropped(meeting.Id, side, command.Reason));
            return null;
        }
        if (meeting.Phase != MeetingPhase.Requested || Asks(meeting) == side)
            return Say.NotOpen(meeting.Id, $"Nothing is open for {side} to decline in meeting {meeting.Id}.");
        draft.Add(new RequestDeclined(meeting.Id, side, command.Reason));
        return null;
    }

    public static Refusal? Propose(Draft draft, Propose command)
    {
        if (Find(draft, command, out var meeting, out var side) is { } no) return no;
        return Texts.BadReason(command.Reason, meeting.Id) ?? Texts.BadSlot(draft, command.Slot, meeting.Id)
            ?? Propose(draft, meeting, side, command.Slot, null, command.Reason);
    }

    public static Refusal? Withdraw(Draft draft, Withdraw command)
    {
        if (Find(draft, command, out var meeting, out var side) is { } no) return no;
        if (meeting.Proposal?.By == side) draft.Add(new ProposalDropped(meeting.Id, side, ""));
        else if (meeting.Phase == MeetingPhase.Requested && Asks(meeting) == side) draft.Add(new RequestWithdrawn(meeting.Id));
        else return Say.NotOpen(meeting.Id, $"{side} has nothing open to take back in meeting {meeting.Id}.");
        return null;
    }

    /// <summary>One side proposes a slot; it holds until it expires, and takes the place of what was proposed before.</summary>
    public static Refusal? Propose(Draft draft, Meeting meeting, DelegationCode side, Slot slot, SlotChange? change, string reason)
    {
        if (meeting.Phase is not (MeetingPhase.Requested or MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed))
            return Say.NotIn(meeting, "no slot can be proposed for it");
        if (Changes.NotOffered(draft, meeting, slot) is { } notOffered) return notOffered;
        if (slot == meeting.Planned && change != SlotChange.Postponed) return Say.Nothing(meeting.Id, $"Meeting {meeting.Id} has that slot already.");
        if (Open(draft, meeting)?.Slot == slot)
            return Say.Nothing(meeting.Id, "That slot is proposed already: accept it, or wait for the others.");
        if (meeting.Proposal is not null) draft.Add(new ProposalDropped(meeting.Id, side, ""));
        var expires = draft.At.AddMinutes(draft.Setting.Rules.ProposalMinutes);
        draft.Add(new SlotProposed(meeting.Id, side, slot, change ?? ChangeTo(meeting, slot), reason, expires));
        draft.Placings.Add(new Placing(meeting.Id, true));
        return null;
    }

    private static Refusal? Find(Draft draft, PlanCommand command, out Meeting meeting, out DelegationCode side)
    {
        side = default;
        return Standing.Find(draft, command, Doing.Answer, out meeting) ?? Standing.Key(draft, meeting, out side);
    }

    private static Refusal? Sign(Draft draft, Meeting meeting, Proposal open, DelegationCode side)
    {
        if (meeting.Accepted.Contains(side)) return Say.Nothing(meeting.Id, $"{side} has said yes already; the others have not.");
        draft.Add(new SideAccepted(meeting.Id, side));
        if (draft.Meeting(meeting.Id)!.Accepted.Length < meeting.Terms.Parties.Length) return null;
        Changes.Give(draft, meeting, open.Slot, open.Change, open.Reason);
        return null;
    }

    /// <summary>
    /// A yes to a request. A slot within the windows that were asked for needs no further word of the side that asked; any other is a
    /// counter-proposal.
    /// </summary>
    private static Refusal? AcceptRequest(Draft draft, Meeting meeting, DelegationCode side, Slot? named)
    {
        if (named is not { } slot)
        {
            if (meeting.Agreed.Contains(side)) return Say.Nothing(meeting.Id, $"{side} has said yes already.");
            draft.Add(new SideAccepted(meeting.Id, side));
            return null;
        }
        var asks = Asks(meeting);
        var asked = side != asks && meeting.Windows.Any(w => w.Contains(slot.When));
        if (asked && meeting.Terms.Parties.All(p => p.Delegation == side || meeting.Agreed.Contains(p.Delegation)))
        {
            if (Changes.NotOffered(draft, meeting, slot) is { } notOffered) return notOffered;
            draft.Add(new SideAccepted(meeting.Id, side));
            Changes.Give(draft, meeting, slot, SlotChange.Scheduled, "");
            return null;
        }
        if (Propose(draft, meeting, side, slot, SlotChange.Scheduled, "") is { } no) return no;
        if (asked) draft.Add(new SideAccepted(meeting.Id, asks));
        return null;
    }

    private static Proposal? Open(Draft draft, Meeting meeting) => meeting.Proposal is { } p && p.Expires > draft.At ? p : null;

    private static DelegationCode Asks(Meeting meeting) => meeting.Terms.Parties[0].Delegation;

    private static SlotChange ChangeTo(Meeting meeting, Slot slot) => meeting.Planned switch
    {
        null => SlotChange.Scheduled,
        { } planned when planned.When == slot.When => SlotChange.RoomChanged,
        _ => SlotChange.Moved,
    };
}
