using SummitHub.Contracts.Programme;
using SummitHub.Load.Servers;
using SummitHub.Load.Timetable;

namespace SummitHub.Load.Week;

/// <summary>A week's summit on a running server: founded, with its commitments, ready to be booked.</summary>
internal sealed class WeekRun
{
    private WeekRun(Inputs inputs, Shift shift, IProgrammeGrain programme)
    {
        (Inputs, Shift, Programme, Summit) = (inputs, shift, programme, new(inputs, shift));
        Requests = inputs.Week.Requests.ToDictionary(one => one.Id, StringComparer.Ordinal);
    }

    /// <summary>The name of the summit.</summary>
    public const string Name = "week";

    /// <summary>The reason under which a fixed hour goes against a rule.</summary>
    public const string FixedHour = "fixed hour of the historical record";

    /// <summary>The files.</summary>
    public Inputs Inputs { get; }

    /// <summary>Where its dates are.</summary>
    public Shift Shift { get; }

    /// <summary>Its grain.</summary>
    public IProgrammeGrain Programme { get; }

    /// <summary>The files as commands.</summary>
    public SummitOfWeek Summit { get; }

    /// <summary>Requests by name.</summary>
    public IReadOnlyDictionary<string, MeetingRequest> Requests { get; }

    /// <summary>Founds the summit and enters the commitments.</summary>
    public static async Task<WeekRun> Begin(Inputs inputs, Shift shift, GrainClient client, CancellationToken stop)
    {
        var run = new WeekRun(inputs, shift, client.Programme(Name));
        await run.Must(Actors.System.Asks("found", new FoundSummit(run.Summit.Summit(Name))), stop);
        await run.Must(Actors.System.Asks("commitments", [.. run.Summit.Commitments().Select(one => new AddCommitment(one))]), stop);
        return run;
    }

    /// <summary>Asks.</summary>
    public Task<ProgrammeReply> Ask(Operation operation, CancellationToken stop) => Programme.Ask(operation, stop);

    /// <summary>Books a meeting of the baseline, by the desk.</summary>
    public Operation Booking(BaselineMeeting meeting) => Actors.Desk.Asks($"book-{meeting.Id}", new BookMeeting(
        MeetingId.Parse(meeting.Id), SummitOfWeek.Terms(Requests[meeting.RequestId]), Summit.Slot(meeting.Start, meeting.End, meeting.VenueId), false));

    /// <summary>Asks for what must be accepted.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public async Task Must(Operation operation, CancellationToken stop)
    {
        if (await Ask(operation, stop) is not Accepted and var answer) throw new InvalidOperationException($"{operation.Id} was answered {Said(answer)}");
    }

    /// <summary>An answer in words.</summary>
    public static string Said(ProgrammeReply answer) => answer is Refused { Refusal: var no } ? $"{no.Reason}: {no.Detail}" : answer.ToString();
}
