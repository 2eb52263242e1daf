using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Load.Servers;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>The rows of the table that are facts: from the floor, the hall and the town. None of them may be refused.</summary>
internal sealed class FloorTable(WeekRun run, DayBook book)
{
    /// <summary>The commands of an event.</summary>
    public IReadOnlyList<Step> Of(DayEvent happened) => happened.Type == "meeting.media_changed"
        ? [MediaChanged(happened)]
        : [Step.Of(ActorOf(happened), Name(happened), [.. Commands(happened)])];

    private IEnumerable<ProgrammeCommand> Commands(DayEvent happened) => happened.Type switch
    {
        "meeting.delayed" => [new RunLate(Id(happened), At(happened), run.Shift.At(happened.Instant("to_start")), null, happened.Text("cause"))],
        "meeting.overrunning" => [new RunLate(Id(happened), At(happened), null, run.Shift.At(Overrun(happened)), "overrun")],
        "meeting.party_changed" => [PartyChanged(happened)],
        "venue.ready" => [new ReachMilestone(Id(happened), At(happened), Milestone.RoomReady, null, null)],
        "party.en_route" => [new ReachMilestone(Id(happened), At(happened), Milestone.EnRoute, Side(happened), run.Shift.At(happened.Instant("eta")))],
        "party.arrived" => [new ReachMilestone(Id(happened), At(happened), Milestone.Arrived, Side(happened), null)],
        "meeting.started" => [Started(happened)],
        "meeting.ended" => [Ended(happened)],
        "debate.statement_started" or "debate.statement_ended" => [Statement(happened)],
        "debate.forecast_changed" => Forecast(happened),
        "transport.advisory" => [new AdviseTravel(ZoneId.Parse(happened.Text("zone")), run.Summit.When(happened.At, happened.Instant("until")), happened.Number("extra_minutes"), happened.Text("cause"))],
        _ => throw new InvalidDataException($"Event {happened.Seq} is of the type {happened.Type}, which the table does not know."),
    };

    private static string Name(DayEvent happened) => $"day-{happened.Seq}";

    private static Actor ActorOf(DayEvent happened) => happened.IsOfTheDesk ? Actors.Desk : Actors.Of(happened.By, Role.SiteOfficer);

    private MeetingId Id(DayEvent happened) => MeetingId.Parse(book.Of(happened).Id);

    private DateTimeOffset At(DayEvent happened) => run.Shift.At(happened.At);

    private static DelegationCode Side(DayEvent happened) => DelegationCode.Parse(happened.Text("delegation"));

    private DateTimeOffset Overrun(DayEvent happened)
    {
        var meeting = book.Of(happened);
        return meeting.StartedAt!.Value + meeting.Length + TimeSpan.FromMinutes(happened.Number("minutes_over"));
    }

    private ReportPartySize PartyChanged(DayEvent happened)
    {
        var (people, side) = (book.Of(happened).People, happened.Text("delegation"));
        people[side] = Math.Max(1, people[side] + happened.Number("change"));
        return new(Id(happened), At(happened), DelegationCode.Parse(side), people[side]);
    }

    // The file also says what is so already.
    private Step MediaChanged(DayEvent happened)
    {
        var (meeting, to) = (book.Of(happened), happened.Text("to"));
        var step = Step.Of(ActorOf(happened), Name(happened), new ReportMedia(Id(happened), At(happened), to));
        if (meeting.Media == to) step = step with { Foreseen = Step.ThatIsSo };
        meeting.Media = to;
        return step;
    }

    private ReachMilestone Started(DayEvent happened)
    {
        var meeting = book.Of(happened);
        var there = happened.Data.GetProperty("principals").EnumerateArray().Select(one => one.GetString()!);
        if (meeting.Venue != happened.Text("venue_id") || !meeting.Principals.Values.Order().SequenceEqual(there.Order()))
            throw new InvalidDataException($"Event {happened.Seq}: {meeting.Id} starts elsewhere, or with others, than the file has led to.");
        (meeting.StartedAt, meeting.Status) = (happened.At, "inProgress");
        return new(Id(happened), At(happened), Milestone.Started, null, null);
    }

    private ReachMilestone Ended(DayEvent happened)
    {
        var meeting = book.Of(happened);
        (meeting.EndedAt, meeting.Status) = (happened.At, "ended");
        return new(Id(happened), At(happened), Milestone.Ended, null, null);
    }

    private MarkCommitment Statement(DayEvent happened)
    {
        var (side, begins) = (happened.Text("delegation"), happened.Type == "debate.statement_started");
        book.Statements[side] = begins ? (happened.At, null) : (book.Statements[side].Start, happened.At);
        return new(CommitmentId.Parse(DayBook.StatementOf(side)), begins ? Milestone.Started : Milestone.Ended, At(happened));
    }

    // A forecast counts from the plan, so one that says again what was said changes nothing for some.
    private IEnumerable<ProgrammeCommand> Forecast(DayEvent happened)
    {
        var shift = happened.Number("shift_minutes");
        foreach (var statement in book.After(happened.Text("after"), happened.Text("sitting")))
        {
            if (book.Slipped.GetValueOrDefault(statement.Id) == shift) continue;
            book.Slipped[statement.Id] = shift;
            var by = TimeSpan.FromMinutes(shift);
            yield return new SlipCommitment(CommitmentId.Parse(statement.Id), run.Summit.When(statement.Start + by, statement.End + by), "general_debate_overran");
        }
    }
}
