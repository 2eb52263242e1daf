using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Changes of meetings that have a slot. A slot needs the keys of all sides, or the desk and a reason.</summary>
internal static class Changes
{
    public static Refusal? Move(Draft draft, Move command)
    {
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        return HasSlot(meeting)
            ? Change(draft, meeting, command.Slot, SlotChange.Moved, command.Reason)
            : Say.NotIn(meeting, "it has no slot to move");
    }

    public static Refusal? ChangeRoom(Draft draft, ChangeRoom command)
    {
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        return HasSlot(meeting)
            ? Change(draft, meeting, new Slot(meeting.Planned!.Value.When, command.Venue), SlotChange.RoomChanged, command.Reason)
            : Say.NotIn(meeting, "it has no room to change");
    }

    public static Refusal? Postpone(Draft draft, Postpone command)
    {
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        if (!HasSlot(meeting) && meeting.Phase != MeetingPhase.Postponed) return Say.NotIn(meeting, "it has no slot to put off");
        if (command.Slot is { } slot) return Change(draft, meeting, slot, SlotChange.Postponed, command.Reason);
        if (BadWhy(command.Reason, meeting.Id) is { } bad) return bad;
        if (!HasSlot(meeting)) return Say.Nothing(meeting.Id, $"Meeting {meeting.Id} is put off already.");
        draft.Add(new MeetingPostponed(meeting.Id, command.Reason));
        return null;
    }

    public static Refusal? Cancel(Draft draft, Cancel command)
    {
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        if (BadWhy(command.Reason, meeting.Id) is { } bad) return bad;
        if (!IsAhead(meeting)) return Say.NotIn(meeting, "it cannot be cancelled");
        draft.Add(new MeetingCancelled(meeting.Id, command.Reason));
        return null;
    }

    public static Refusal? Confirm(Draft draft, Confirm command)
    {
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        if (!HasSlot(meeting)) return Say.NotIn(meeting, "there is no slot to confirm");
        if (!draft.AsDesk && !AllAgree(meeting))
        {
            // A side cannot make firm what another has not agreed to: its word counts, and the last one confirms.
            if (Standing.Key(draft, meeting, out var side) is { } keyless) return keyless;
            if (meeting.Agreed.Contains(side)) return Say.Nothing(meeting.Id, $"{side} has said yes already; the others have not.");
            draft.Add(new SideAccepted(meeting.Id, side));
            if (!AllAgree(draft.Meeting(meeting.Id)!)) return null;
        }
        draft.Add(new MeetingConfirmed(meeting.Id));
        return null;
    }

    public static Refusal? Substitute(Draft draft, Substitute command)
    {
        var (id, side) = (command.Meeting, command.Delegation);
        if (Standing.Find(draft, command, Doing.Change, out var meeting) is { } no) return no;
        if (!meeting.HasSide(side)) return Say.No(RefusalReason.NoSuchDelegation, $"{side.Value} is no side of meeting {id}.", id);
        if (draft.Side is { } own && own != side) return Say.No(RefusalReason.NotYoursToDo, $"{own} cannot send somebody for {side}.", id);
        if ((draft.AsDesk ? BadWhy(command.Reason, id) : Texts.BadReason(command.Reason, id)) is { } bad) return bad;
        if (!IsAhead(meeting)) return Say.NotIn(meeting, "nobody else can be sent");
        if (draft.Setting.Principal(command.Principal) is not { } person || person.Delegation != side)
            return Say.No(RefusalReason.NoSuchPrincipal, $"There is no principal {command.Principal.Value} of {side}.", id);
        var from = meeting.Terms.Parties[MeetingEvents.PlaceOf(meeting.Terms.Parties, side)].Principal;
        if (from == command.Principal) return Say.Nothing(id, $"{from} is the one who meets already.");
        draft.Add(new PrincipalSubstituted(id, side, from, command.Principal, command.Reason));
        Recheck(draft, meeting.Id);
        return null;
    }

    /// <summary>Gives a meeting a slot, to be held to the rules. A meeting keeps its firmness when it moves.</summary>
    public static void Give(Draft draft, Meeting meeting, Slot slot, SlotChange change, string reason)
    {
        var phase = change switch
        {
            SlotChange.Scheduled => MeetingPhase.Confirmed,
            SlotChange.Postponed => MeetingPhase.Postponed,
            _ => meeting.Phase,
        };
        draft.Add(new SlotGiven(meeting.Id, meeting.Planned, slot, change, phase, reason));
        draft.Placings.Add(new Placing(meeting.Id, false));
    }

    /// <summary>Holds a meeting to the rules again whose people have changed.</summary>
    public static void Recheck(Draft draft, MeetingId id)
    {
        var meeting = draft.Meeting(id)!;
        if (meeting.HoldsTime) draft.Placings.Add(new Placing(id, false));
        if (meeting.Proposal?.Expires > draft.At) draft.Placings.Add(new Placing(id, true));
    }

    /// <summary>Why a side cannot have the venue: an office or a chamber is used by its owner or the desk alone.</summary>
    public static Refusal? NotOffered(Draft draft, Meeting meeting, Slot slot) =>
        draft.AsDesk || draft.Setting.Site(slot.Venue)?.Venue is not { Bookable: false } venue || (venue.Owner is { } owner && meeting.HasSide(owner))
            ? null
            : new Refusal(RefusalReason.RoomUnavailableThen, $"{venue.Name} is not offered: ask the desk.", meeting.Id, [new Obstacle(null, null, null, venue.Id, slot.When)]);

    private static Refusal? Change(Draft draft, Meeting meeting, Slot slot, SlotChange change, string reason)
    {
        if ((draft.AsDesk ? BadWhy(reason, meeting.Id) : Texts.BadReason(reason, meeting.Id)) is { } bad) return bad;
        if (Texts.BadSlot(draft, slot, meeting.Id) is { } badSlot) return badSlot;
        if (!draft.AsDesk)
            return Standing.Key(draft, meeting, out var side) ?? Answers.Propose(draft, meeting, side, slot, change, reason);
        if (slot == meeting.Planned && slot.When == meeting.Expected && change != SlotChange.Postponed)
            return Say.Nothing(meeting.Id, $"Meeting {meeting.Id} has that slot already.");
        Give(draft, meeting, slot, change, reason);
        return null;
    }

    private static Refusal? BadWhy(string? reason, MeetingId meeting) =>
        Texts.BadReason(reason ?? "", meeting) ?? (string.IsNullOrWhiteSpace(reason) ? Say.ReasonNeeded(meeting) : null);

    private static bool HasSlot(Meeting meeting) =>
        meeting is { Planned: not null, Phase: MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed };

    private static bool IsAhead(Meeting meeting) =>
        meeting.Phase is MeetingPhase.Requested or MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed;

    private static bool AllAgree(Meeting meeting) => meeting.Agreed.Length == meeting.Terms.Parties.Length;
}
