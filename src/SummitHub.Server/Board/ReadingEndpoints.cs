using Microsoft.Net.Http.Headers;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Board;

/// <summary>Reading over HTTP: the summit, a day as it is or was, a meeting, what changed.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this RouteGroupBuilder summit)
    {
        summit.MapGet("", ReadSummit).WithSummary("The summit: its zone, days, venues, delegations, people and rule pack.").Produces<Summit>();
        summit.MapGet("programme", ReadDay).WithSummary("The programme of a day or a delegation, as it is or as it stood at an instant.")
            .Produces<BoardSnapshot>().MayRefuse(RefusalReason.NotYoursToDo, RefusalReason.OutsideTheSummit, RefusalReason.NoSuchDelegation);
        summit.MapGet("meetings/{meeting}", ReadMeeting).WithSummary("One meeting; its version is the ETag.").Produces<MeetingRow>().MayRefuse(RefusalReason.NoSuchMeeting);
        summit.MapGet("standing", ReadStanding).WithSummary("What stands: conflicts that nobody has repaired, overrides, closed rooms, advisories. The desk's list.")
            .Produces<StandingView>().MayRefuse(RefusalReason.NotYoursToDo);
        summit.MapGet("unaware", ReadUnaware).WithSummary("Who does not know yet of changes to meetings still to be held: for the desk all delegations, for a delegation's staff itself.")
            .Produces<UnawareView>().MayRefuse(RefusalReason.NotYoursToDo);
        summit.MapGet("busy", ReadBusy).WithSummary("When a delegation's people are busy on a day, in whole half hours, whatever with.")
            .Produces<BusyView>().MayRefuse(RefusalReason.NotYoursToDo, RefusalReason.OutsideTheSummit, RefusalReason.NoSuchDelegation);
        summit.MapGet("events", ReadEvents).WithSummary("What changed for the caller since a version of his, at most 500 changes.").Produces<LogSlice>().MayRefuse(RefusalReason.NotYoursToDo);
    }

    private static async Task<IResult> ReadSummit(SummitId summit, HttpContext http, ProgrammeReplicas replicas) =>
        await replicas.FindAsync(summit, http.RequestAborted) is { } replica
            ? TypedResults.Ok(SummitSight.Of(Audience.Of(Caller.Actor(http.User)) ?? Audience.Wall, replica.Read(v => v.State.Summit!)))
            : NoSummit(summit);

    private static async Task<IResult> ReadDay(
        SummitId summit, DateOnly? day, DelegationCode? delegation, string? at, HttpContext http, ProgrammeReplicas replicas, BoardFrames frames, ISummitClocks clocks)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        if (Audience.Of(Caller.Actor(http.User)) is not { } audience) return NoBoard();
        var scope = new BoardScope(day, delegation, null);
        if (replica.Read(v => Wrong(v.State.Summit!, scope)) is { } wrong) return wrong;
        if (at is null) return TypedResults.Ok(frames.Snapshot(replica, audience, scope));
        if (Past(at, clocks.Of(summit).GetUtcNow(), out var instant) is { } unreadable) return unreadable;
        return TypedResults.Ok(await frames.SnapshotAtAsync(replica, audience, scope, instant, http.RequestAborted));
    }

    /// <summary>A whole summit is more than one answer should hold, and what is not there is said rather than shown as empty.</summary>
    private static IResult? Wrong(Summit summit, BoardScope scope)
    {
        if (scope is { Day: null, Delegation: null }) return Problems.Malformed("Name a day, a delegation, or both.");
        if (scope.Day is { } day && (day < summit.From || day > summit.To))
            return Problems.NotFound(RefusalReason.OutsideTheSummit, $"There is no day {day:yyyy-MM-dd}: the summit is from {summit.From:yyyy-MM-dd} to {summit.To:yyyy-MM-dd}.");
        return scope.Delegation is { } code && summit.Delegations.All(d => d.Code != code)
            ? Problems.NotFound(RefusalReason.NoSuchDelegation, $"There is no delegation {code}.")
            : null;
    }

    private static async Task<IResult> ReadMeeting(SummitId summit, MeetingId meeting, HttpContext http, ProgrammeReplicas replicas)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        var audience = Audience.Of(Caller.Actor(http.User)) ?? Audience.Wall;
        if (replica.Read(v => v.State.Meeting(meeting) is { } m ? BoardRows.Row(v.State, m, audience) : null) is not { } row)
            return Problems.NotFound(RefusalReason.NoSuchMeeting, $"There is no meeting {meeting}.");
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{row.Version}\"");
        return TypedResults.Ok(row);
    }

    private static async Task<IResult> ReadEvents(SummitId summit, long? since, HttpContext http, ProgrammeReplicas replicas)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        if (Audience.Of(Caller.Actor(http.User)) is not { } audience) return NoBoard();
        return TypedResults.Ok(await LogSlice.ReadAsync(replica, audience, Math.Max(0, since ?? 0), http.RequestAborted));
    }

    private static async Task<IResult> ReadBusy(SummitId summit, DelegationCode delegation, DateOnly day, HttpContext http, ProgrammeReplicas replicas, ISummitClocks clocks)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        if (!Rights.May(Caller.Actor(http.User), Doing.AskBusy)) return Problems.Refused(new Refusal(RefusalReason.NotYoursToDo, "Your role does not ask when others are busy.", null, []));
        if (replica.Read(v => Wrong(v.State.Summit!, new BoardScope(day, delegation, null))) is { } wrong) return wrong;
        return TypedResults.Ok(replica.Read(v => BusyList.Of(v.State, delegation, day, clocks.Of(summit).GetUtcNow())));
    }

    private static async Task<IResult> ReadStanding(SummitId summit, HttpContext http, ProgrammeReplicas replicas, ISummitClocks clocks)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        var actor = Caller.Actor(http.User);
        return Rights.May(actor, Doing.ReportTown) && Audience.Of(actor) is { } audience
            ? TypedResults.Ok(replica.Read(v => StandingList.Of(v.State, audience, clocks.Of(summit).GetUtcNow())))
            : Problems.Refused(new Refusal(RefusalReason.NotYoursToDo, "What stands is the desk's to see.", null, []));
    }

    private static async Task<IResult> ReadUnaware(SummitId summit, HttpContext http, ProgrammeReplicas replicas, OpenNotices notices)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        return await notices.ReadAsync(replica, Caller.Actor(http.User)) is { } unaware
            ? TypedResults.Ok(unaware)
            : Problems.Refused(new Refusal(RefusalReason.NotYoursToDo, "Who does not know yet is the desk's and the delegation's own staff's to see.", null, []));
    }

    private static IResult? Past(string text, DateTimeOffset now, out DateTimeOffset instant)
    {
        instant = default;
        try
        {
            // A plus sign in an address is a space where nobody has escaped it.
            instant = WireJson.Instant(text.Replace(' ', '+'));
            return instant > now ? Problems.Malformed("'at' lies ahead: the programme is read as it stood.") : null;
        }
        catch (FormatException wrong)
        {
            return Problems.Malformed($"'at' cannot be read. {wrong.Message}");
        }
    }

    private static IResult NoBoard() => Problems.Refused(new Refusal(RefusalReason.NotYoursToDo, "Your role has no board.", null, []));

    private static IResult NoSummit(SummitId summit) => Problems.NotFound(RefusalReason.NoSuchSummit, $"There is no summit {summit}.");
}
