using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>
/// Signs people in by an OpenID Connect provider: code flow with PKCE (RFC 7636). Its word is taken once, at sign-in; what it opens is a
/// session like any other, which can be listed and ended here.
/// </summary>
internal static class ProviderSetup
{
    /// <summary>Where the provider asks who somebody is.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Where the provider's own session is ended, after ours.</summary>
    public const string SignOutPath = "/sign-out";

    private const string Scheme = "provider";
    private const string TryItem = "try";
    private const int MostTries = 3;

    /// <summary>Adds it, where the configuration names one.</summary>
    public static void AddProvider(this AuthenticationBuilder authentication, ProviderOptions? provider)
    {
        if (provider is null) return;
        Validator.ValidateObject(provider, new ValidationContext(provider), validateAllProperties: true);
        authentication.Services.AddSingleton(provider);
        authentication.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.Authority = provider.Authority!.ToString();
            oidc.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            (oidc.ClientId, oidc.ClientSecret) = (provider.ClientId, provider.ClientSecret);
            (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) oidc.Scope.Add(scope);
            oidc.SignInScheme = PassScheme.Name;
            // Claims keep the provider's own names, and its answers nothing that is not asked of them.
            oidc.MapInboundClaims = false;
            oidc.ClaimActions.Clear();
            oidc.ClaimActions.MapAll();
            oidc.GetClaimsFromUserInfoEndpoint = true;
            // The answer is a plain link back, so that lax cookies come with it, also without TLS on the machine itself.
            oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oidc.Events.OnTicketReceived = AdmitAsync;
            oidc.Events.OnRemoteFailure = RefuseAsync;
            oidc.Events.OnRedirectToIdentityProviderForSignOut = context =>
            {
                // No token of the provider is kept here that could name its session, so the client says who asks.
                context.ProtocolMessage.ClientId = provider.ClientId;
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Maps the way to the provider and back out of it, where there is one.</summary>
    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<ProviderOptions>() is null) return;
        routes.MapGet(SignInPath, (int? @try) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = "/", Items = { [TryItem] = $"{@try ?? 1}" } }, [Scheme]))
            .AllowAnonymous().RequireRateLimiting(CallGuards.SignInLimit).ExcludeFromDescription();
        routes.MapGet(SignOutPath, () => TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]))
            .AllowAnonymous().RequireRateLimiting(CallGuards.SignInLimit).ExcludeFromDescription();
    }

    private static async Task AdmitAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var provider = http.RequestServices.GetRequiredService<ProviderOptions>();
        var summit = SummitId.Parse(provider.Summit);
        var (actor, missing) = ProviderClaims.Read(context.Principal!, provider);
        if (actor is null)
        {
            Note(http, provider, missing!);
            Forbid(context);
            return;
        }
        var signIns = http.RequestServices.GetRequiredService<SignIns>();
        // The way back is served before callers are known: whoever was signed in here before is not any more.
        await http.AuthenticateAsync(PassScheme.Name);
        await signIns.SignOutAsync(http);
        if (await signIns.AdmitAsync(http, summit, actor, SignIn.Provider) is not null)
        {
            Forbid(context);
            return;
        }
        context.Response.Redirect(SignIns.HomeOf(summit, actor));
        context.HandleResponse();
    }

    private static Task RefuseAsync(RemoteFailureContext context)
    {
        // The provider signs by a key that it has not shown before: it is being read now, and the next try knows it.
        if (context.Failure is SecurityTokenSignatureKeyNotFoundException && int.TryParse(context.Properties?.Items[TryItem], CultureInfo.InvariantCulture, out var tries) && tries < MostTries)
        {
            context.Response.Redirect($"{SignInPath}?try={tries + 1}");
            context.HandleResponse();
            return Task.CompletedTask;
        }
        Note(context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<ProviderOptions>(), "the provider's answer was not accepted");
        Forbid(context);
        return Task.CompletedTask;
    }

    private static void Forbid(HandleRequestContext<RemoteAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.HandleResponse();
    }

    private static void Note(HttpContext http, ProviderOptions provider, string why) =>
        http.RequestServices.GetRequiredService<Denials>().Note(SummitId.Parse(provider.Summit), AuditAct.SignInRefused, null, "provider", why, Denials.From(http));
}
