using Microsoft.Net.Http.Headers;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Board;

namespace SummitHub.Server.Programme;

/// <summary>The programme over HTTP: the summit, a day, meetings, their verbs, batches.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgramme(this RouteGroupBuilder summit)
    {
        summit.MapGet("", ReadSummit);
        summit.MapGet("programme", ReadDay);
        summit.MapGet("meetings/{meeting}", ReadMeeting);
        summit.MapGet("events", ReadEvents);
        summit.MapPost("meetings", Ask);
        summit.MapPost("meetings/{meeting}/{verb}", Do);
        summit.MapPost("changes", DoAll);
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

    private static Task<IResult> Ask(SummitId summit, MeetingBody body, HttpContext http, Execution execution) =>
        execution.RunAsync(http, summit, [body.Read(body.Id ?? Execution.NameOf(http))], body.Override, body.OnBehalf);

    private static Task<IResult> Do(SummitId summit, MeetingId meeting, string verb, ChangeBody body, HttpContext http, Execution execution, ISummitClocks clocks)
    {
        var plan = MeetingVerbs.IsPlan(verb);
        if (plan && !TryVersion(http, out _)) return Task.FromResult<IResult>(Problems.VersionNeeded());
        TryVersion(http, out var version);
        var command = MeetingVerbs.Read(verb, meeting, plan ? version : null, body, clocks.Of(summit).GetUtcNow());
        return execution.RunAsync(http, summit, [command], body.Override, body.OnBehalf);
    }

    private static Task<IResult> DoAll(SummitId summit, BatchBody body, HttpContext http, Execution execution, ISummitClocks clocks)
    {
        if (body.Items.Count is 0 or > Operation.MostCommands) throw new BadHttpRequestException($"A batch has 1 to {Operation.MostCommands} items.");
        if (body.Items.Any(i => i.Version is null && MeetingVerbs.IsPlan(i.Verb))) return Task.FromResult<IResult>(Problems.VersionNeeded());
        var now = clocks.Of(summit).GetUtcNow();
        return execution.RunAsync(http, summit, [.. body.Items.Select(i => MeetingVerbs.Read(i.Verb, i.Meeting, i.Version, i, now))], body.Override, body.OnBehalf);
    }

    /// <summary>Reads If-Match: a version in quotes or bare, or <c>*</c> for any.</summary>
    private static bool TryVersion(HttpContext http, out long? version)
    {
        version = null;
        var text = http.Request.Headers.IfMatch.ToString();
        if (text == "*") return true;
        if (!long.TryParse(text.Trim('"'), out var number)) return false;
        version = number;
        return true;
    }

    private static IResult NoSummit(SummitId summit) => Problems.NotFound(RefusalReason.NoSuchSummit, $"There is no summit {summit}.");
}
