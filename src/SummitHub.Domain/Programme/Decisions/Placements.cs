using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>What the desk places: bookings, slots for requests and postponed meetings, interpreters.</summary>
internal static class Placements
{
    private const int MostInterpreters = 12;

    public static Refusal? Book(Draft draft, BookMeeting command)
    {
        var (id, slot) = (command.Meeting, command.Slot);
        if (Rights.Of(draft.Actor, Doing.Place) == Extent.Not) return Say.NotYours("Booking", id);
        if (TermsCheck.Wrong(draft, id, command.Terms) is { } wrong) return wrong;
        if (Texts.BadSlot(draft, slot, id) is { } bad) return bad;
        draft.Add(new MeetingBooked(id, command.Terms));
        draft.Add(new SlotGiven(id, null, slot, SlotChange.Scheduled, command.Provisional ? MeetingPhase.Provisional : MeetingPhase.Confirmed, ""));
        draft.Placings.Add(new Placing(id, false));
        return null;
    }

    public static Refusal? Schedule(Draft draft, Schedule command)
    {
        var (id, slot) = (command.Meeting, command.Slot);
        if (Standing.Find(draft, command, Doing.Place, out var meeting) is { } no) return no;
        if (meeting.Phase is not (MeetingPhase.Requested or MeetingPhase.Postponed)) return Say.NotIn(meeting, "move it, if it has a slot");
        if (Texts.BadSlot(draft, slot, id) is { } bad) return bad;
        var agreed = meeting.Agreed.Length == meeting.Terms.Parties.Length;
        if (!agreed && !command.Provisional && draft.Operation.OverrideReason is null) return Say.ReasonNeeded(id);
        var phase = command.Provisional ? MeetingPhase.Provisional : MeetingPhase.Confirmed;
        draft.Add(new SlotGiven(id, meeting.Planned, slot, SlotChange.Scheduled, phase, draft.Operation.OverrideReason ?? ""));
        draft.Placings.Add(new Placing(id, false));
        return null;
    }

    public static Refusal? AssignInterpreters(Draft draft, AssignInterpreters command)
    {
        var id = command.Meeting;
        if (Standing.Find(draft, command, Doing.Place, out var meeting) is { } no) return no;
        if (meeting.Phase is not (MeetingPhase.Requested or MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed or MeetingPhase.InProgress))
            return Say.NotIn(meeting, "nobody interprets it any more");
        if (command.Pairs.IsDefault || command.Pairs.Length > MostInterpreters || !command.Pairs.All(p => Texts.Good(p, Texts.LongestName))
            || command.Interpreters.IsDefault || command.Interpreters.Length > MostInterpreters || command.Interpreters.Distinct().Count() != command.Interpreters.Length)
            return Say.Malformed($"Up to {MostInterpreters} pairs and interpreters, each once.", id);
        if (Texts.BadReason(command.Reason, id) is { } bad) return bad;
        foreach (var interpreter in command.Interpreters)
            if (!draft.Setting.Has(interpreter))
                return Say.No(RefusalReason.NoSuchInterpreter, $"There is no interpreter {interpreter.Value}.", id);
        if (meeting.Interpreters.SequenceEqual(command.Interpreters) && meeting.Terms.Interpretation.SequenceEqual(command.Pairs))
            return Say.Nothing(id, $"Meeting {id} is interpreted so already.");
        draft.Add(new InterpretersAssigned(id, command.Pairs, command.Interpreters, command.Reason));
        Changes.Recheck(draft, id);
        return null;
    }
}
