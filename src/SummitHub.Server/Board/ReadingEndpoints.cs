using Microsoft.Net.Http.Headers;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Board;

/// <summary>Reading over HTTP: the summit, a day as it is or was, a meeting, what changed.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this RouteGroupBuilder summit)
    {
        summit.MapGet("", ReadSummit);
        summit.MapGet("programme", ReadDay);
        summit.MapGet("meetings/{meeting}", ReadMeeting);
        summit.MapGet("events", ReadEvents);
    }

    private static async Task<IResult> ReadSummit(SummitId summit, ProgrammeReplicas replicas, CancellationToken cancellation) =>
        await replicas.FindAsync(summit, cancellation) is { } replica
            ? TypedResults.Ok(replica.Read(v => v.State.Summit))
            : NoSummit(summit);

    private static async Task<IResult> ReadDay(
        SummitId summit, DateOnly? day, DelegationCode? delegation, DateTimeOffset? at, HttpContext http, ProgrammeReplicas replicas, BoardFrames frames)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica) return NoSummit(summit);
        if (Audience.Of(Caller.Actor(http.User)) is not { } audience) return Problems.NotFound(RefusalReason.NotYoursToDo, "Your role has no board.");
        var scope = new BoardScope(day, delegation, null);
        return TypedResults.Ok(at is { } instant
            ? await frames.SnapshotAtAsync(replica, audience, scope, instant, http.RequestAborted)
            : frames.Snapshot(replica, audience, scope));
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
        if (Audience.Of(Caller.Actor(http.User)) is not { } audience) return Problems.NotFound(RefusalReason.NotYoursToDo, "Your role has no board.");
        return TypedResults.Ok(await LogSlice.ReadAsync(replica, audience, Math.Max(0, since ?? 0), http.RequestAborted));
    }

    private static IResult NoSummit(SummitId summit) => Problems.NotFound(RefusalReason.NoSuchSummit, $"There is no summit {summit}.");
}
