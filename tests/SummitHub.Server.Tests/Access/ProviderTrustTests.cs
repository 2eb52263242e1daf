using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SummitHub.Server.Access;

namespace SummitHub.Server.Tests.Access;

/// <summary>What is believed of a provider, and how the way to it and back is held.</summary>
public sealed class ProviderTrustTests
{
    [Fact]
    public void What_a_provider_says_is_believed_only_signed_for_us_now_and_asked_for_by_this_browser()
    {
        var oidc = Production();

        Assert.Equal((OpenIdConnectResponseType.Code, true, true), (oidc.ResponseType, oidc.UsePkce, oidc.RequireHttpsMetadata));
        Assert.True(oidc.ProtocolValidator is { RequireNonce: true, RequireTimeStampInNonce: true });
        var tokens = oidc.TokenValidationParameters;
        Assert.True(tokens is { RequireSignedTokens: true, RequireExpirationTime: true, ValidateLifetime: true, ValidateAudience: true, ValidateIssuer: true });
        Assert.Equal("hub", tokens.ValidAudience);
        Assert.All(tokens.ValidAlgorithms, a => Assert.Matches("^(RS|PS|ES)(256|384|512)$", a));
        // Nothing of the provider's goes on to the browser or the store.
        Assert.False(oidc.SaveTokens);
        Assert.All((CookieBuilder[])[oidc.CorrelationCookie, oidc.NonceCookie], cookie =>
        {
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal(("/", true, SameSiteMode.Lax, CookieSecurePolicy.Always), (cookie.Path, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy));
        });
    }

    [Theory]
    [InlineData("https://id.example/realm", "https://id.example/realm", true)]
    [InlineData("https://id.example", "https://id.example/", true)]
    [InlineData("https://id.example/realm", "https://id.example/other", false)]
    [InlineData("https://id.example/realm", "https://evil.example/realm", false)]
    [InlineData("https://id.example/realm", "http://id.example/realm", false)]
    [InlineData("https://id.example/realm", "", false)]
    public void A_provider_that_calls_itself_otherwise_than_it_is_called_here_is_not_believed(string authority, string issuer, bool believed) =>
        Assert.Equal(believed, ProviderSetup.IsOf(new Uri(authority), issuer));

    [Fact]
    public void One_subject_is_one_person_whatever_he_is_called_and_another_providers_is_another()
    {
        var one = IdOf("https://id.example", "4711", "Aliya");

        Assert.Equal(one, IdOf("https://id.example", "4711", "Aliya Bek"));
        Assert.NotEqual(one, IdOf("https://id.example", "4712", "Aliya"));
        Assert.NotEqual(one, IdOf("https://other.example", "4711", "Aliya"));
    }

    private static string IdOf(string issuer, string subject, string name)
    {
        var claims = new[] { ("sub", subject), ("name", name), ("summithub_role", "chief"), ("summithub_delegation", "KAZ") }
            .Select(c => new Claim(c.Item1, c.Item2, ClaimValueTypes.String, issuer));
        return ProviderClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), new ProviderOptions()).Actor!.Id;
    }

    /// <summary>How a server in production, over TLS, is set up for a provider.</summary>
    private static OpenIdConnectOptions Production()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            Args =
            [
                "--urls=https://*:443", "--SummitHub:Sample=none", "--SummitHub:KeyFile=/elsewhere/keys", "--SummitHub:Provider:Authority=https://id.example/realm",
                "--SummitHub:Provider:ClientId=hub", "--SummitHub:Provider:Summit=unga74",
            ],
        });
        builder.Services.AddSignIn(builder.AddSummitHubOptions());
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ProviderSetup.Scheme);
    }
}
