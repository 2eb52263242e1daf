using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>The audit over HTTP: who was let in or not, and who was denied what. Each reads his part.</summary>
internal static class AuditEndpoints
{
    private const int MostAtOnce = 500;

    public static void MapAudit(this RouteGroupBuilder summit) => summit.MapGet("access/audit", ReadAsync)
        .WithTags("access")
        .WithSummary("The audit, the newest first: the desk reads all but what delegations' people were denied, a chief what concerns his delegation.");

    private static async Task<IResult> ReadAsync(SummitId summit, HttpContext http, IGrainFactory grains, string? before = null, int most = 100)
    {
        var to = DateTimeOffset.MaxValue;
        try
        {
            if (before is not null) to = WireJson.Instant(before);
        }
        catch (FormatException wrong)
        {
            throw new BadHttpRequestException($"before: {wrong.Message}");
        }
        if (most is < 1 or > MostAtOnce) throw new BadHttpRequestException($"most is 1 to {MostAtOnce}.");
        return await grains.GetGrain<IAccessGrain>(summit.Value).ReadAudit(Caller.Actor(http.User), to, most) is { } view
            ? TypedResults.Ok(view)
            : AccessProblems.Refused(new(AccessRefusalReason.NotYoursToDo, "The audit is read by the desk and by chiefs of delegation."));
    }
}
