using System.Globalization;
using System.Security.Claims;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>
/// Who calls, as his session says: a session is made on the server and sealed in a cookie, so that nothing a client sends names anybody.
/// </summary>
internal static class Caller
{
    private const string IdClaim = "id";
    private const string NameClaim = "name";
    private const string RoleClaim = "role";
    private const string DelegationClaim = "delegation";
    private const string SummitClaim = "summit";
    private const string ScopesClaim = "scopes";

    /// <summary>Makes the session's principal of an actor.</summary>
    /// <param name="actor">Who it is.</param>
    /// <param name="scheme">The authentication scheme that vouches for him.</param>
    /// <param name="summit">The one summit he is let in to.</param>
    /// <param name="scopes">What his pass may be used for.</param>
    public static ClaimsPrincipal Principal(Actor actor, string scheme, SummitId summit, Scopes scopes)
    {
        var identity = new ClaimsIdentity(scheme, NameClaim, RoleClaim);
        identity.AddClaim(new Claim(IdClaim, actor.Id));
        identity.AddClaim(new Claim(NameClaim, actor.Name));
        identity.AddClaim(new Claim(RoleClaim, actor.Role.ToString()));
        identity.AddClaim(new Claim(SummitClaim, summit.Value));
        identity.AddClaim(new Claim(ScopesClaim, ((int)scopes).ToString(CultureInfo.InvariantCulture)));
        if (actor.Delegation is { } delegation) identity.AddClaim(new Claim(DelegationClaim, delegation.Value));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The actor of a session. Nobody but the sample's script is ever simulated, and it has no session.</summary>
    /// <exception cref="InvalidOperationException">There is no session: the route lacks its policy.</exception>
    public static Actor Actor(ClaimsPrincipal principal) =>
        TryActor(principal) ?? throw new InvalidOperationException("The caller has no session; this route must require one.");

    /// <summary>The actor of a session; null where there is none or it says nothing of use.</summary>
    public static Actor? TryActor(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }) return null;
        var id = principal.FindFirstValue(IdClaim);
        var name = principal.FindFirstValue(NameClaim);
        if (id is null || name is null || !Enum.TryParse<Role>(principal.FindFirstValue(RoleClaim), out var role)) return null;
        var code = principal.FindFirstValue(DelegationClaim);
        if (code is null) return NeedsDelegation(role) ? null : new Actor(id, name, role, null);
        return DelegationCode.TryParse(code, null, out var delegation) ? new Actor(id, name, role, delegation) : null;
    }

    /// <summary>The summit he is let in to.</summary>
    public static SummitId? SummitOf(ClaimsPrincipal principal) => SummitId.TryParse(principal.FindFirstValue(SummitClaim), null, out var summit) ? summit : null;

    /// <summary>Whether somebody is let in to a summit. Who he is at one says nothing at another.</summary>
    public static bool IsAt(ClaimsPrincipal principal, SummitId summit) => principal.HasClaim(SummitClaim, summit.Value);

    /// <summary>Whether his pass may be used for something. What he himself may do is asked besides, of the rules.</summary>
    public static bool May(ClaimsPrincipal principal, Scopes scopes) =>
        int.TryParse(principal.FindFirstValue(ScopesClaim), CultureInfo.InvariantCulture, out var held) && ((Scopes)held).HasFlag(scopes);

    private static bool NeedsDelegation(Role role) => role is not (Role.Desk or Role.Display or Role.System);
}
