using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;
using static SummitHub.Contracts.Programme.RefusalReason;

namespace SummitHub.Server.Board;

/// <summary>Reporting of rooms, streets and speeches over HTTP, and blocking principals' time. Who may is the grain's to say.</summary>
internal static class TownEndpoints
{
    public static void MapTown(this RouteGroupBuilder summit)
    {
        var town = summit.MapGroup("").MayRefuse(NotYoursToDo, NotWellFormed, OutsideTheSummit, NothingWouldChange, OperationIdUsedForAnother);
        town.MapPost("venues/{venue}/close", (SummitId summit, VenueId venue, ClosingBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new CloseVenue(venue, Span(body.Start, body.End), body.Reason)]))
            .WithSummary("Reports that a room is closed for a while. What it breaks becomes a conflict; the answer holds those meetings.").Produces<Changed>().MayRefuse(NoSuchVenue);
        town.MapPost("venues/{venue}/reopen", (SummitId summit, VenueId venue, ReopeningBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new ReopenVenue(venue, Span(body.Start, body.End))]))
            .WithSummary("Reports that a room is open after all, for just a time for which it was closed.").Produces<Changed>().MayRefuse(NoSuchVenue);
        town.MapPost("zones/{zone}/advise", (SummitId summit, ZoneId zone, AdvisoryBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new AdviseTravel(zone, Span(body.Start, body.End), body.ExtraMinutes, body.Cause)]))
            .WithSummary("Reports that ways to and from a zone take longer for a while: a freeze, a motorcade.").Produces<Changed>().MayRefuse(NoSuchZone);
        town.MapPost("zones/{zone}/ease", (SummitId summit, ZoneId zone, ReopeningBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new EaseTravel(zone, Span(body.Start, body.End))]))
            .WithSummary("Reports that ways to and from a zone are as usual after all, for just a time for which it was advised.").Produces<Changed>().MayRefuse(NoSuchZone);
        MapCommitments(town.MapGroup("commitments"));
    }

    private static void MapCommitments(RouteGroupBuilder commitments)
    {
        commitments.MapPost("", Add).WithSummary("Blocks principals' time for what is no meeting: a speech, a flight, rest; by the desk also a room or an interpreter.")
            .Produces<Changed>().MayRefuse(NoSuchPrincipal, NoSuchDelegation, NoSuchVenue, NoSuchInterpreter, AlreadyExists).MayRefuse(Rules);
        var one = commitments.MapGroup("{commitment}").MayRefuse(NoSuchCommitment, NotInThatPhase);
        one.MapPost("move", Move).WithSummary("Moves a commitment: it is taken back, and one like it added at the other time, all at once.")
            .Produces<Changed>().MayRefuse(NoSuchVenue, NoSuchDelegation).MayRefuse(Rules);
        one.MapPost("drop", (SummitId summit, CommitmentId commitment, DropBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new DropCommitment(commitment, body.Reason)], null, body.OnBehalf, commitment))
            .WithSummary("Takes a commitment back, so that it takes nobody's time any more.").Produces<Changed>().MayRefuse(NoSuchDelegation);
        one.MapPost("slip", (SummitId summit, CommitmentId commitment, SlipBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new SlipCommitment(commitment, Span(body.Start, body.End), body.Cause)], null, null, commitment))
            .WithSummary("Reports that a commitment is expected at another time, as a speech is when those before it run long.").Produces<Changed>();
        one.MapPost("slip-series", (SummitId summit, CommitmentId commitment, SeriesBody body, HttpContext http, Execution execution) =>
            execution.RunAsync(http, summit, [new SlipSeries(commitment, body.Minutes, body.Cause)], null, null, commitment))
            .WithSummary("Reports that a commitment and all that follow it in its series are expected so long after their plan; what has begun stays.").Produces<Changed>();
        one.MapPost("milestone", (SummitId summit, CommitmentId commitment, MarkBody body, HttpContext http, Execution execution, ISummitClocks clocks) =>
            execution.RunAsync(http, summit, [new MarkCommitment(commitment, body.Milestone, body.OccurredAt ?? clocks.Of(summit).GetUtcNow())], null, null, commitment))
            .WithSummary("Reports that a commitment has started or ended.").Produces<Changed>().MayRefuse(NotAPlausibleTime);
    }

    private static readonly RefusalReason[] Rules =
        [PrincipalAlreadyMeetingThen, PrincipalCommittedThen, RoomTakenThen, RoomNeedsItsGap, InterpreterAlreadyWorkingThen, PartyUnavailableThen, RoomUnavailableThen, InterpreterUnavailableThen];

    // Only the desk names commitments: a side that chose a name would learn from a refusal that another has it.
    private static Task<IResult> Add(SummitId summit, CommitmentBody body, HttpContext http, Execution execution)
    {
        var name = body.Id is { } named && Caller.Actor(http.User).Role == Contracts.Access.Role.Desk ? CallKey.Given(named) : NewName(http);
        return execution.RunAsync(http, summit, [new AddCommitment(body.Read(name))], body.Override, body.OnBehalf, name);
    }

    private static async Task<IResult> Move(SummitId summit, CommitmentId commitment, ShiftBody body, HttpContext http, Execution execution, ProgrammeReplicas replicas)
    {
        var when = Span(body.Start, body.End);
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return Problems.NotFound(NoSuchSummit, $"There is no summit {summit}.");
        if (replica.Read(v => Known(v.State, commitment, Audience.Of(Caller.Actor(http.User)))) is not { } held)
            return Problems.NotFound(NoSuchCommitment, $"There is no commitment {commitment}.");
        var moved = held with { Id = NewName(http), When = when, Venue = body.Venue ?? held.Venue, Estimated = false };
        return await execution.RunAsync(http, summit, [new DropCommitment(commitment, body.Reason), new AddCommitment(moved)], body.Override, body.OnBehalf, commitment, moved.Id);
    }

    private static Commitment? Known(ProgrammeState state, CommitmentId id, Audience? audience) =>
        audience is { } reader && state.Commitment(id) is { } planned && SightRules.MayKnow(reader, planned, state.Principal) ? planned.Commitment : null;

    private static CommitmentId NewName(HttpContext http) => CommitmentId.Parse($"c-{CallKey.NameOf(http)}");

    private static Interval Span(DateTimeOffset start, DateTimeOffset end) => new WindowBody(start, end).Read();
}
