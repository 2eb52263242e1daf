using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Load.Servers;
using SummitHub.Load.Timetable;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>
/// The table of samples/unga74/README: from an event of the file to commands, and where it leads. Facts about meetings are in
/// <see cref="FloorTable"/>.
/// </summary>
internal sealed class DayTable(WeekRun run, DayBook book)
{
    private readonly FloorTable _floor = new(run, book);

    /// <summary>The commands of an event, none where the table has none.</summary>
    public IReadOnlyList<Step> Of(DayEvent happened) => happened.Type switch
    {
        "request.received" => [Received(happened)],
        "request.accepted" => [Accepted(happened)],
        "request.declined" => [Declined(happened)],
        "request.waitlisted" => [],
        "request.promoted" => [Promoted(happened)],
        "meeting.reconfirmed" => [Reconfirmed(happened)],
        "meeting.room_changed" => [RoomChanged(happened)],
        "meeting.principal_changed" => [PrincipalChanged(happened)],
        "meeting.interpreter_changed" => [InterpreterChanged(happened)],
        "meeting.cancelled" => [Cancelled(happened)],
        "meeting.postponed" => Postponed(happened),
        _ => _floor.Of(happened),
    };

    private Step Received(DayEvent happened)
    {
        var request = InputFile.Read<MeetingRequest>(happened.Data.GetProperty("request"));
        book.Add(request.Id, request);
        return Step.Of(Actors.Of(happened.By, Role.ControlOfficer), Name(happened), run.Summit.Asking(request));
    }

    private Step Accepted(DayEvent happened)
    {
        var meeting = Placed(happened);
        return Step.Of(Actors.Of(happened.By, Role.ControlOfficer), Name(happened), new Accept(MeetingId.Parse(meeting.Id), null, SlotOf(happened)))
            .Foresees(Step.InTheWay, "accepted_as_it_stands", happened.By);
    }

    private Step Declined(DayEvent happened)
    {
        var meeting = book.Known(happened.Text("request_id"), null);
        meeting.Status = "declined";
        return Step.Of(Actors.Of(happened.By, Role.ControlOfficer), Name(happened), new Decline(MeetingId.Parse(meeting.Id), null, happened.Text("reason")));
    }

    private Step Promoted(DayEvent happened)
    {
        var id = MeetingId.Parse(Placed(happened).Id);
        return Step.Of(Actors.Desk, Name(happened), new Schedule(id, null, SlotOf(happened), true), new Confirm(id, null))
            .Foresees(Step.InTheWay, "promoted_from_the_waiting_list", null);
    }

    private Step Reconfirmed(DayEvent happened)
    {
        var meeting = book.Of(happened);
        Agree(happened, meeting.Start, happened.Instant("start"));
        Agree(happened, meeting.Venue, happened.Text("venue_id"));
        return Step.Of(Actors.Desk, Name(happened), new Confirm(MeetingId.Parse(meeting.Id), null));
    }

    private Step RoomChanged(DayEvent happened)
    {
        var meeting = book.Of(happened);
        Agree(happened, meeting.Venue, happened.Text("from_venue_id"));
        meeting.Venue = happened.Text("to_venue_id");
        return Step.Of(Actors.Desk, Name(happened), new ChangeRoom(MeetingId.Parse(meeting.Id), null, VenueId.Parse(meeting.Venue), happened.Text("reason")))
            .Foresees(Step.InTheRoom, happened.Text("reason"), null);
    }

    private Step PrincipalChanged(DayEvent happened)
    {
        var (meeting, side) = (book.Of(happened), happened.Text("delegation"));
        Agree(happened, meeting.Principals[side], happened.Text("from_principal"));
        meeting.Principals[side] = happened.Text("to_principal");
        return Step.Of(Actors.Of(happened.By, Role.ControlOfficer), Name(happened), new Substitute(
            MeetingId.Parse(meeting.Id), null, DelegationCode.Parse(side), PrincipalId.Parse(meeting.Principals[side]), happened.Text("reason")))
            .Foresees(Step.InTheWay, happened.Text("reason"), side);
    }

    private Step InterpreterChanged(DayEvent happened)
    {
        var meeting = book.Of(happened);
        var isNew = !meeting.Pairs.Contains(happened.Text("pair"));
        if (isNew) meeting.Pairs.Add(happened.Text("pair"));
        var step = Step.Of(Actors.Desk, Name(happened), new AssignInterpreters(MeetingId.Parse(meeting.Id), null, [.. meeting.Pairs], [], happened.Text("reason")));
        return isNew ? step : step with { Foreseen = Step.ThatIsSo };
    }

    private Step Cancelled(DayEvent happened)
    {
        var meeting = book.Of(happened);
        meeting.Status = "cancelled";
        var actor = happened.IsOfTheDesk ? Actors.Desk : Actors.Of(happened.By, Role.ControlOfficer);
        return Step.Of(actor, Name(happened), new Cancel(MeetingId.Parse(meeting.Id), null, happened.Text("reason")));
    }

    // Two keys; a fact in the way of either and the desk does it at once.
    private Step[] Postponed(DayEvent happened)
    {
        var meeting = book.Of(happened);
        var (id, reason, start) = (MeetingId.Parse(meeting.Id), happened.Text("reason"), happened.Instant("new_start"));
        meeting.Place(start, start + meeting.Length, happened.Text("new_venue_id"), "postponed");
        var postpone = new Postpone(id, null, run.Summit.Slot(start, start + meeting.Length, meeting.Venue!), reason);
        var step = Step.Of(Actors.Of(happened.By, Role.ControlOfficer), $"{Name(happened)}-1", postpone).Foresees(Step.InTheWay, reason, null);
        var key = Step.Of(Actors.Of(meeting.Other(happened.By), Role.ControlOfficer), $"{Name(happened)}-2", new Accept(id, null, null));
        return [step, key with { Foreseen = Step.InTheWay, Instead = step.Instead }];
    }

    private BookedMeeting Placed(DayEvent happened)
    {
        var meeting = book.Known(happened.Text("request_id"), happened.MeetingId);
        meeting.Place(happened.Instant("start"), happened.Instant("end"), happened.Text("venue_id"), "confirmed");
        return meeting;
    }

    private Slot SlotOf(DayEvent happened) => run.Summit.Slot(happened.Instant("start"), happened.Instant("end"), happened.Text("venue_id"));

    private static string Name(DayEvent happened) => $"day-{happened.Seq}";

    private static void Agree<T>(DayEvent happened, T ours, T theirs)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            throw new InvalidDataException($"Event {happened.Seq} says {theirs} where the file has led to {ours}.");
    }
}
