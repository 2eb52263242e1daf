using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using static SummitHub.Contracts.Access.AccessRefusalReason;

namespace SummitHub.Server.Access;

/// <summary>Who is let in to a summit, over HTTP. What each may do is the grain's to say.</summary>
internal static class AccessEndpoints
{
    private const double MostHours = 24 * 365;

    public static void MapAccess(this RouteGroupBuilder summit)
    {
        var access = summit.MapGroup("access").WithTags("access");
        access.MapGet("", (SummitId summit, HttpContext http, IGrainFactory grains) => Grain(grains, summit).Read(Caller.Actor(http.User)))
            .WithSummary("Who is in, who is invited and by which passes, as far as the caller answers for them.");
        access.MapPost("invitations", Invite).WithSummary("Invites somebody, and answers the link that lets him in, once.")
            .Produces<LinkMade>().MayRefuse(NotYoursToDo, NotWellFormed, ReasonNeeded, NoSuchInvitation, TooMany);
        access.MapPost("invitations/{invitation}/revoke", Revoke).WithSummary("Takes back an invitation that nobody has used.")
            .Produces(StatusCodes.Status204NoContent).MayRefuse(NoSuchInvitation);
        access.MapPost("devices", InviteAgain).WithSummary("Makes a link by which somebody who is in signs in on another device.")
            .Produces<LinkMade>().MayRefuse(NotYoursToDo, NotWellFormed, NoSuchMember, NoSuchInvitation, TooMany);
        access.MapPost("tokens", IssueToken).WithSummary("Makes a token for a script, and answers it, once.")
            .Produces<TokenMade>().MayRefuse(NotWellFormed, NoSuchPass, TooMany);
        access.MapPost("displays", IssueDisplay).WithSummary("Makes the link of a wall display; the desk's alone.")
            .Produces<LinkMade>().MayRefuse(NotYoursToDo, NotWellFormed, NoSuchPass, TooMany);
        access.MapPost("calendars", IssueCalendar).WithSummary("Makes the address of a calendar that reads what its maker may know, and answers it, once.")
            .Produces<LinkMade>().MayRefuse(NotWellFormed, NoSuchPass, TooMany);
        access.MapPost("members/{member}/remove", Remove).WithSummary("Removes somebody, and ends every pass of his at once.")
            .Produces(StatusCodes.Status204NoContent).MayRefuse(NoSuchMember, LastOfTheDesk);
        access.MapPost("passes/{pass}/end", End).WithSummary("Ends a pass that is the caller's own or of somebody he answers for.")
            .Produces(StatusCodes.Status204NoContent).MayRefuse(NoSuchPass);
        access.MapPost("sign-out", SignOut).WithSummary("Ends the session of this browser.").Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> Invite(SummitId summit, InviteBody body, HttpContext http, IGrainFactory grains) =>
        InviteAsync(summit, new Guest(body.Name, body.Role, body.Delegation), null, Hours(body.Hours), body.Reason, http, grains);

    private static Task<IResult> InviteAgain(SummitId summit, DeviceBody body, HttpContext http, IGrainFactory grains) =>
        InviteAsync(summit, null, body.Member ?? Caller.Actor(http.User).Id, Hours(body.Minutes / 60), null, http, grains);

    private static async Task<IResult> InviteAsync(SummitId summit, Guest? guest, string? again, TimeSpan holds, string? reason, HttpContext http, IGrainFactory grains)
    {
        var secret = SignIns.NewSecret(SecretKind.Join, summit);
        var ask = new InvitationAsk(InvitationId.Parse(CallName.Of(http)), SecretHash.Of(secret), guest, again, holds, reason);
        var reply = await Grain(grains, summit).Invite(Caller.Actor(http.User), ask);
        return reply.Invitation is { } made ? TypedResults.Ok(new LinkMade(made.Id.Value, SignIns.LinkOf(secret), made.ExpiresAt)) : AccessProblems.Refused(reply.Refusal!);
    }

    private static Task<IResult> IssueToken(SummitId summit, TokenBody body, HttpContext http, SignIns signIns) =>
        signIns.IssueAsync(http, summit, PassKind.Token, body.Label, body.Scopes.Aggregate(Scopes.None, (all, one) => all | one), Hours(body.Days * 24));

    private static Task<IResult> IssueDisplay(SummitId summit, DisplayBody body, HttpContext http, SignIns signIns) =>
        signIns.IssueAsync(http, summit, PassKind.Display, body.Label, Scopes.None, Hours(body.Days * 24));

    private static Task<IResult> IssueCalendar(SummitId summit, CalendarBody body, HttpContext http, SignIns signIns) =>
        signIns.IssueAsync(http, summit, PassKind.Calendar, body.Label, Scopes.None, Hours(body.Days * 24), body.Of);

    private static async Task<IResult> Revoke(SummitId summit, InvitationId invitation, HttpContext http, IGrainFactory grains) =>
        AccessProblems.Done(await Grain(grains, summit).Revoke(Caller.Actor(http.User), invitation));

    private static async Task<IResult> Remove(SummitId summit, string member, HttpContext http, IGrainFactory grains) =>
        AccessProblems.Done(await Grain(grains, summit).Remove(Caller.Actor(http.User), member));

    private static async Task<IResult> End(SummitId summit, PassId pass, HttpContext http, IGrainFactory grains) =>
        AccessProblems.Done(await Grain(grains, summit).End(Caller.Actor(http.User), pass));

    /// <summary>Ends the session here. Who came by a provider is told where to go to end its session too.</summary>
    private static async Task<IResult> SignOut(HttpContext http, SignIns signIns)
    {
        var byProvider = http.Features.Get<KnownPass>() is { Stored.By: SignIn.Provider };
        await signIns.SignOutAsync(http);
        return byProvider && http.RequestServices.GetService<ProviderOptions>() is not null ? TypedResults.Ok(new LetIn(ProviderSetup.SignOutPath)) : TypedResults.NoContent();
    }

    // Out of its bounds is the grain's to say; out of any bounds no span can hold.
    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(Math.Clamp(hours, 0, MostHours));

    private static IAccessGrain Grain(IGrainFactory grains, SummitId summit) => grains.GetGrain<IAccessGrain>(summit.Value);
}
