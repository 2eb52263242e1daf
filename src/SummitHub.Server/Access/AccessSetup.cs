using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Access;

namespace SummitHub.Server.Access;

/// <summary>Sets up who is let in, and to what.</summary>
internal static class AccessSetup
{
    /// <summary>The policy of all that belongs to a summit: the caller is signed in to this one.</summary>
    public const string OfThisSummit = "summit";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(PassScheme.Name).AddScheme<AuthenticationSchemeOptions, PassScheme>(PassScheme.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(OfThisSummit, policy => policy.RequireAuthenticatedUser().RequireAssertion(IsOfThisSummit));
        services.AddSingleton<KnownPasses>();
        services.AddSingleton<IAccessBell>(provider => provider.GetRequiredService<KnownPasses>());
        services.AddHostedService(provider => provider.GetRequiredService<KnownPasses>());
        services.AddSingleton<SignIns>();
        services.AddAccess();
        return services;
    }

    // A name that cannot be a summit's is told so when it is read.
    private static bool IsOfThisSummit(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http
        && (!SummitId.TryParse(http.Request.RouteValues["summit"] as string, null, out var summit) || Caller.IsAt(context.User, summit));
}
