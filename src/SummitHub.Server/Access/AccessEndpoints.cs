using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>Who is let in to a summit, over HTTP: one's own sessions, and those one answers for.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this RouteGroupBuilder summit)
    {
        var access = summit.MapGroup("access").WithTags("access");
        access.MapPost("sign-out", SignOut);
        access.MapPost("passes/{pass}/end", End);
    }

    private static async Task<IResult> SignOut(HttpContext http, SignIns signIns)
    {
        await signIns.SignOutAsync(http);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> End(SummitId summit, PassId pass, HttpContext http, IGrainFactory grains) =>
        await grains.GetGrain<IAccessGrain>(summit.Value).End(Caller.Actor(http.User), pass) is { } refusal
            ? AccessProblems.Refused(refusal)
            : TypedResults.NoContent();
}
