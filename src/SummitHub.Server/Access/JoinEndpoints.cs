using static SummitHub.Contracts.Access.AccessRefusalReason;

namespace SummitHub.Server.Access;

/// <summary>Uses a link: an invitation, or a display's. Open to strangers, and so held to few calls for each address.</summary>
internal static class JoinEndpoints
{
    // Its page is at the same address, and pages take any method; so this comes before it.
    public static void MapJoin(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/join", Join).WithOrder(-1).AllowAnonymous().RequireOwnPage().RequireRateLimiting(CallGuards.SignInLimit).WithTags("access")
            .WithSummary("Uses the link of an invitation or a display: the cookie it sets is the session.").Produces<LetIn>()
            .MayRefuse(NoSuchInvitation, InvitationUsed, InvitationExpired, InvitationRevoked, Removed, TooMany);

    private static async Task<IResult> Join(JoinBody body, HttpContext http, SignIns signIns)
    {
        var (to, refusal) = await signIns.JoinAsync(http, body.Secret);
        return to is null ? AccessProblems.Refused(refusal!) : TypedResults.Ok(new LetIn(to));
    }
}
