using System.Globalization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Board;

/// <summary>Changing over HTTP: a request or booking, a verb on a meeting, a batch.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this RouteGroupBuilder summit)
    {
        summit.MapPost("meetings", Ask).WithSummary("Asks for a meeting, or with a slot books it as the desk.")
            .Produces<Changed>().MayRefuse(Enum.GetValues<RefusalReason>().Where(OfPlans));
        summit.MapPost("meetings/{meeting}/{verb}", Do).WithSummary($"Changes a meeting or reports of it: {string.Join(", ", MeetingVerbs.All)}.")
            .Produces<Changed>().MayRefuse(Enum.GetValues<RefusalReason>().Where(OfPlans));
        summit.MapPost("changes", DoAll).WithSummary("Changes several meetings at once: all of it or nothing. Each item names its version.")
            .Produces<Changed>().MayRefuse(Enum.GetValues<RefusalReason>().Where(OfPlans));
    }

    // What is said of commitments, zones and records alone no meeting is refused for.
    private static bool OfPlans(RefusalReason reason) => reason is not (RefusalReason.NoSuchCommitment or RefusalReason.NoSuchZone or RefusalReason.NoSuchItem);

    private static Task<IResult> Ask(SummitId summit, MeetingBody body, HttpContext http, Execution execution) =>
        execution.RunAsync(http, summit, [body.Read(NameOf(body, http))], body.Override, body.OnBehalf);

    // Only the desk names meetings: a side that chose a name would learn from a refusal that another meeting has it. And nobody names a
    // confidential one, or the rest of the desk could learn so.
    private static MeetingId NameOf(MeetingBody body, HttpContext http)
    {
        if (body is { Id: not null, Visibility: Visibility.Confidential }) throw new BadHttpRequestException("A confidential meeting is not named by hand: leave 'id' out.");
        return body.Id is { } named && Caller.Actor(http.User).Role == Role.Desk ? CallKey.Given(named) : MeetingId.Parse($"m-{CallKey.NameOf(http)}");
    }

    private static Task<IResult> Do(SummitId summit, MeetingId meeting, string verb, ChangeBody body, HttpContext http, Execution execution, ISummitClocks clocks)
    {
        long? version = null;
        if (MeetingVerbs.IsPlan(verb) && Version(http, out version) is { } problem) return Task.FromResult(problem);
        var command = MeetingVerbs.Read(verb, meeting, version, body, clocks.Of(summit).GetUtcNow());
        return execution.RunAsync(http, summit, [command], body.Override, body.OnBehalf);
    }

    private static Task<IResult> DoAll(SummitId summit, BatchBody body, HttpContext http, Execution execution, ISummitClocks clocks)
    {
        if (body.Items.Count is 0 or > Operation.MostCommands || body.Items.Any(i => i is null)) throw new BadHttpRequestException($"A batch has 1 to {Operation.MostCommands} items.");
        if (body.Items.Any(i => i.Version is null && MeetingVerbs.IsPlan(i.Verb))) return Task.FromResult<IResult>(Problems.VersionNeeded());
        var now = clocks.Of(summit).GetUtcNow();
        return execution.RunAsync(http, summit, [.. body.Items.Select(i => MeetingVerbs.Read(i.Verb, i.Meeting, i.Version, i, now))], body.Override, body.OnBehalf);
    }

    /// <summary>Reads If-Match: a version in quotes or bare, or <c>*</c> for any. A plan is made on one version, so a list is none; neither is a weak tag.</summary>
    private static IResult? Version(HttpContext http, out long? version)
    {
        version = null;
        var text = http.Request.Headers.IfMatch.ToString().Trim();
        if (text.Length == 0) return Problems.VersionNeeded();
        if (text == "*") return null;
        if (text is ['"', .. var quoted, '"']) text = quoted;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Problems.Malformed("If-Match names one version of the meeting, as in \"3\", or * for any.");
        version = number;
        return null;
    }
}
