using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SummitHub.Server.Tests.Access;

/// <summary>
/// A real OpenID Connect provider in this process: OpenIddict on Kestrel, without a store of its own. Its page asks who comes and
/// believes it. It insists on PKCE, and its signing key can roll over.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "summithub";
    public const string ClientSecret = "of-the-tests-alone";

    private readonly WebApplication app;

    private Provider(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    /// <summary>How often its own session was ended.</summary>
    public int SignedOut { get; private set; }

    /// <summary>Starts one.</summary>
    /// <param name="port">Where; 0 for a free port.</param>
    public static async Task<Provider> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        Provider? self = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("end-session");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddSigningKey(new RsaSecurityKey(RSA.Create(2048)));
            server.EnableDegradedMode();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret) context.Reject(Errors.InvalidClient);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(h => h.UseInlineHandler(AskAsync));
            server.AddEventHandler<HandleUserInfoRequestContext>(h => h.UseInlineHandler(context =>
            {
                context.Subject = context.AccessTokenPrincipal.GetClaim(Claims.Subject);
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleEndSessionRequestContext>(h => h.UseInlineHandler(context =>
            {
                self!.SignedOut++;
                context.SignOut();
                return ValueTask.CompletedTask;
            }));
            server.UseAspNetCore().DisableTransportSecurityRequirement();
        });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        return self = new Provider(app, new Uri(app.Urls.Single()));
    }

    /// <summary>The settings under which a server trusts it.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("SummitHub:Provider:Authority", Address.ToString()),
        ("SummitHub:Provider:ClientId", ClientId),
        ("SummitHub:Provider:ClientSecret", ClientSecret),
        ("SummitHub:Provider:Summit", "unga74"),
        ("SummitHub:Provider:Roles:protocol-team", "desk"),
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Asks who comes, on a page; believes what the page sends back.</summary>
    private static async ValueTask AskAsync(HandleAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        var said = (string name) => http.Request.Query[name].ToString();
        if (said("as") is not { Length: > 0 } name)
        {
            http.Response.ContentType = "text/html";
            var fields = string.Concat(http.Request.Query.Select(q => $"<input type=hidden name=\"{q.Key}\" value=\"{System.Net.WebUtility.HtmlEncode(q.Value.ToString())}\">"));
            await http.Response.WriteAsync($"<!doctype html><title>Who are you?</title><h1>Who are you?</h1><form>{fields}<label>Name <input name=as></label> <label>Role <input name=role></label> <label>Delegation <input name=delegation></label> <button>Sign in</button></form>");
            context.HandleRequest();
            return;
        }
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, $"id-of-{name}").SetClaim(Claims.Name, name);
        if (said("role") is { Length: > 0 } role) identity.SetClaim("summithub_role", role);
        if (said("delegation") is { Length: > 0 } delegation) identity.SetClaim("summithub_delegation", delegation);
        identity.SetScopes(context.Request.GetScopes()).SetDestinations(_ => [Destinations.IdentityToken]);
        context.Principal = new ClaimsPrincipal(identity);
    }
}
