using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Access;
using SummitHub.Grains.Journal;

namespace SummitHub.Server.Access;

/// <summary>Sets up who is let in, and to what.</summary>
internal static class AccessSetup
{
    /// <summary>The policy of all that belongs to a summit: the caller is signed in to this one.</summary>
    public const string OfThisSummit = "summit";

    public static IServiceCollection AddSignIn(this IServiceCollection services, SummitHubOptions options)
    {
        services.AddAuthentication(PassScheme.Name)
            .AddScheme<AuthenticationSchemeOptions, PassScheme>(PassScheme.Name, null)
            .AddProvider(options.Provider);
        services.AddAuthorizationBuilder().AddPolicy(OfThisSummit, policy => policy.RequireAuthenticatedUser().RequireAssertion(IsOfThisSummit));
        services.AddSingleton<KnownPasses>();
        services.AddSingleton<IAccessBell>(provider => provider.GetRequiredService<KnownPasses>());
        services.AddHostedService(provider => provider.GetRequiredService<KnownPasses>());
        services.AddSingleton<Denials>();
        services.AddHostedService(provider => provider.GetRequiredService<Denials>());
        services.AddSingleton<SignIns>();
        services.AddAccess();
        return services.AddAudits(options);
    }

    /// <summary>Sets the store of audits up.</summary>
    public static IServiceCollection AddAudits(this IServiceCollection services, SummitHubOptions options) =>
        services.AddSingleton(_ => new AuditStore(new WitnessedJournalStore(
            options.Redis is { } redis ? new RedisJournalStore(redis, "audit:") : new SqliteJournalStore(Path.Combine(options.Data, "audit.db")),
            Path.Combine(options.Data, "witness-of-audits"))));

    /// <summary>Notes in the audit what the endpoints of a group themselves deny, or will not have known.</summary>
    public static RouteGroupBuilder AuditDenials(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound })
                context.HttpContext.RequestServices.GetRequiredService<Denials>().Note(context.HttpContext);
            return result;
        });
        return group;
    }

    /// <summary>Lets nobody through whose pass may not be used for this. Every route of a summit names what it needs; a test holds it.</summary>
    public static RouteGroupBuilder Needs(this RouteGroupBuilder group, Scopes scopes) =>
        group.RequireAuthorization(policy => policy.RequireAssertion(context => Caller.May(context.User, scopes))).WithMetadata(new NeededScopes(scopes));

    // A name that cannot be a summit's is told so when it is read.
    private static bool IsOfThisSummit(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http
        && (!SummitId.TryParse(http.Request.RouteValues["summit"] as string, null, out var summit) || Caller.IsAt(context.User, summit));
}

/// <summary>What a pass must be good for, to call an endpoint.</summary>
/// <param name="Scopes">All of these.</param>
internal sealed record NeededScopes(Scopes Scopes);
