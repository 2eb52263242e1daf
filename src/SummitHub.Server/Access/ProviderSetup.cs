using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
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

    /// <summary>The name of its scheme.</summary>
    internal const string Scheme = "provider";

    private const string TryItem = "try";
    private const int MostTries = 3;

    private static readonly string[] SignedBy =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

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
            // Keys that are public verify; "none", and a shared secret in the place of a key, never do (RFC 8725, 3.1).
            oidc.TokenValidationParameters.ValidAlgorithms = SignedBy;
            oidc.Events.OnTokenValidated = context =>
            {
                if (!IsOf(provider.Authority, context.SecurityToken.Issuer)) context.Fail("The provider calls itself otherwise than it is called here.");
                return Task.CompletedTask;
            };
            oidc.Events.OnTicketReceived = AdmitAsync;
            oidc.Events.OnRemoteFailure = RefuseAsync;
            oidc.Events.OnRedirectToIdentityProviderForSignOut = context =>
            {
                // No token of the provider is kept here that could name its session, so the client says who asks.
                context.ProtocolMessage.ClientId = provider.ClientId;
                return Task.CompletedTask;
            };
        });
        // In production there is TLS, or the server does not start: what marks the way to the provider and back is this host's alone then.
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IHostEnvironment, SummitHubOptions>((oidc, environment, options) =>
        {
            if (!environment.IsProduction() || options.Insecure) return;
            foreach (var cookie in (CookieBuilder[])[oidc.CorrelationCookie, oidc.NonceCookie])
                (cookie.Name, cookie.Path, cookie.SecurePolicy) = (OwnCookie.TlsName($"{cookie.Name}"), "/", CookieSecurePolicy.Always);
        });
    }

    /// <summary>Maps the way to the provider and back out of it, where there is one.</summary>
    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<ProviderOptions>() is null) return;
        routes.MapGet(SignInPath, Ask).AllowAnonymous().RequireRateLimiting(CallGuards.SignInLimit).ExcludeFromDescription();
        routes.MapGet(SignOutPath, Leave).AllowAnonymous().RequireRateLimiting(CallGuards.SignInLimit).ExcludeFromDescription();
    }

    /// <summary>Whether an issuer is the one whose metadata were read (OpenID Connect Discovery 1.0, 4.3); one slash at the end is neither here nor there.</summary>
    internal static bool IsOf(Uri authority, string issuer) => string.Equals(authority.ToString().TrimEnd('/'), issuer.TrimEnd('/'), StringComparison.Ordinal);

    private static IResult Ask(HttpRequest request) => IsOfAnotherSite(request) ? TypedResults.LocalRedirect("/") : TypedResults.Challenge(Asking(1), [Scheme]);

    private static IResult Leave(HttpRequest request) => IsOfAnotherSite(request) ? TypedResults.LocalRedirect("/") : TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);

    /// <summary>Whether another site's page leads here. Whom it does sees the front page and does it himself, or not.</summary>
    private static bool IsOfAnotherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static AuthenticationProperties Asking(int tries) => new() { RedirectUri = "/", Items = { [TryItem] = $"{tries}" } };

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

    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        // The provider signs by a key that it has not shown before: it is being read now, and the next try knows it.
        if (context.Failure is SecurityTokenSignatureKeyNotFoundException && int.TryParse(context.Properties?.Items[TryItem], CultureInfo.InvariantCulture, out var tries) && tries < MostTries)
        {
            await context.HttpContext.ChallengeAsync(Scheme, Asking(tries + 1));
            context.HandleResponse();
            return;
        }
        Note(context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<ProviderOptions>(), "the provider's answer was not accepted");
        Forbid(context);
    }

    private static void Forbid(HandleRequestContext<RemoteAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.HandleResponse();
    }

    private static void Note(HttpContext http, ProviderOptions provider, string why) =>
        http.RequestServices.GetRequiredService<Denials>().Note(SummitId.Parse(provider.Summit), AuditAct.SignInRefused, null, "provider", why, Denials.From(http));
}
