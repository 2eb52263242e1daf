using Microsoft.AspNetCore.Http;
using SummitHub.Contracts.Access;
using SummitHub.Server.Access;
using SummitHub.Server.Pages;

namespace SummitHub.Server.Tests.Access;

public sealed class CookieTests
{
    private static readonly DateTimeOffset Now = new(2019, 9, 24, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https", "__Host-", true)]
    [InlineData("http", "", false)]
    public void Over_TLS_every_cookie_is_this_hosts_alone_and_no_script_reads_any(string scheme, string prefix, bool secure)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme, QueryString = new("?lang=fr&theme=dark") } };
        var holder = new Actor("some-id", "Some name", Role.Desk, null);
        SessionCookie.Write(http, "secret", new(PassId.Parse("p1"), PassKind.Session, default, holder, "", SignIn.Invitation, Now, Now.AddDays(1), null, Now, Scopes.All, null, null, null, 0));
        Reading.Of(http);

        var set = http.Response.Headers.SetCookie.Select(c => c!.Split("; ")).ToList();
        Assert.Equal([$"{prefix}summithub=secret", $"{prefix}lang=fr", $"{prefix}theme=dark"], set.Select(c => c[0]));
        Assert.All(set, c => Assert.Superset(new HashSet<string> { "path=/", "httponly", "samesite=lax" }, c.ToHashSet()));
        Assert.All(set, c => Assert.Equal(secure, c.Contains("secure")));
        Assert.DoesNotContain(set, c => c.Any(part => part.StartsWith("domain", StringComparison.Ordinal)));

        http.Request.Headers.Cookie = "summithub=plain; __Host-summithub=over-tls";
        Assert.Equal(secure ? "over-tls" : "plain", SessionCookie.Read(http.Request));
    }
}
