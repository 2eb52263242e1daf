using System.Net;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>Signing in by a real OpenID Connect provider, without a browser: what a browser would follow is followed here.</summary>
public sealed class ProviderTests(ProviderTests.Trusting stage) : IClassFixture<ProviderTests.Trusting>
{
    private readonly ServerFactory server = stage.Server;

    private Provider Provider => stage.Provider;

    [Fact]
    public async Task Whom_the_provider_vouches_for_is_let_in_as_what_its_claims_say()
    {
        using var chief = await SignInAsync("as=Aliya&role=chief&delegation=KAZ");
        var (_, door) = await chief.ReadAsync(Doors.Door);
        var me = door.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("who").GetProperty("name").GetString() == "Aliya").GetProperty("who");
        Assert.Equal(("chief", "KAZ"), (me.GetProperty("role").GetString(), me.GetProperty("delegation").GetString()));

        using var desk = await SignInAsync("as=Dana&role=protocol-team");
        Assert.Equal(HttpStatusCode.OK, (await desk.ReadAsync($"{Doors.Door}/audit")).Status);
    }

    [Theory]
    [InlineData("as=Nobody", "no role")]
    [InlineData("as=Nobody&role=emperor", "no role")]
    [InlineData("as=Nobody&role=system", "no role")]
    [InlineData("as=Nobody&role=chief", "delegation")]
    [InlineData("as=Nobody&role=chief&delegation=not-a-code", "delegation")]
    [InlineData("as=Nobody&role=desk&delegation=KAZ", "no delegation")]
    public async Task Whose_claims_say_too_little_is_let_in_nowhere_and_the_audit_says_why(string claims, string why)
    {
        using var browser = new Wanderer(server.Address);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.SignInAsync(Provider, claims));
        Assert.False(browser.HasSession);

        using var desk = await server.SignInAsync("desk");
        await Eventually(async () => (await desk.ReadAsync($"{Doors.Door}/audit")).Body.GetProperty("entries").EnumerateArray()
            .Any(e => e.GetProperty("act").GetString() == "signInRefused" && e.GetProperty("why").GetString()!.Contains(why, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_is_refused()
    {
        using var browser = new Wanderer(server.Address);
        var answer = await browser.GetAsync(new Uri(server.Address, "/signin-oidc?code=stolen&state=made-up"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.False(browser.HasSession);
    }

    [Theory]
    [InlineData("/sign-in", "cross-site", false)]
    [InlineData("/sign-in", "same-site", false)]
    [InlineData("/sign-in", "same-origin", true)]
    [InlineData("/sign-in", "none", true)]
    [InlineData("/sign-out", "cross-site", false)]
    [InlineData("/sign-out", "same-origin", true)]
    public async Task A_page_of_another_site_sends_nobody_to_the_provider(string way, string from, bool sent)
    {
        using var browser = server.Anonymous();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);
        using var answer = await browser.GetAsync(new Uri(way, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = new Uri(server.Address, answer.Headers.Location!);
        Assert.Equal(sent ? Provider.Address.Authority : server.Address.Authority, to.Authority);
        if (!sent) Assert.Equal("/", to.AbsolutePath);
    }

    [Fact]
    public async Task After_the_providers_key_has_rolled_over_people_are_let_in_as_before()
    {
        using (await SignInAsync("as=Aliya&role=chief&delegation=KAZ"))
        {
            await stage.RollOverAsync();
        }
        using var again = await SignInAsync("as=Aliya&role=chief&delegation=KAZ");
        Assert.Equal(HttpStatusCode.OK, (await again.ReadAsync(Doors.Api)).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_then_the_providers()
    {
        using var browser = new Wanderer(server.Address);
        Assert.Equal(HttpStatusCode.OK, await browser.SignInAsync(Provider, "as=Aliya&role=chief&delegation=KAZ"));
        var to = await browser.SignOutAsync();
        Assert.Equal("/sign-out", to);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(server.Address, to))).Status);
        Assert.Equal(1, Provider.SignedOut);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(new Uri(server.Address, Doors.Api))).Status);
    }

    [Fact]
    public async Task What_protects_the_way_to_the_provider_is_in_the_store_and_not_in_the_clear()
    {
        using var browser = new Wanderer(server.Address);
        await browser.SignInAsync(Provider, "as=Aliya&role=chief&delegation=KAZ");
        var stored = Assert.Single(Directory.GetFiles(Path.Combine(server.Folder, "protection")));
        var text = await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken);
        Assert.Contains("<wrapped master=\"1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", text, StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignInAsync(string claims)
    {
        using var browser = new Wanderer(server.Address);
        Assert.Equal(HttpStatusCode.OK, await browser.SignInAsync(Provider, claims));
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", browser.Session);
        return client;
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await holds()) await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>A server that trusts a provider.</summary>
    public sealed class Trusting : IAsyncLifetime
    {
        internal Provider Provider { get; private set; } = null!;

        internal ServerFactory Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await Provider.StartAsync();
            Server = new ServerFactory(null, [.. Provider.Settings]);
            await Server.OpenAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Provider.DisposeAsync();
        }

        /// <summary>The provider signs by another key from now on.</summary>
        internal async Task RollOverAsync()
        {
            var port = Provider.Address.Port;
            await Provider.DisposeAsync();
            Provider = await Provider.StartAsync(port);
        }
    }

    /// <summary>Follows redirects and keeps cookies, as a browser does.</summary>
    private sealed class Wanderer : IDisposable
    {
        private readonly CookieContainer cookies = new();
        private readonly HttpClient http;
        private readonly Uri server;

        public Wanderer(Uri server)
        {
            this.server = server;
#pragma warning disable CA2000 // The client owns its handler.
            http = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
#pragma warning restore CA2000
            http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        }

        public bool HasSession => cookies.GetCookies(server)["summithub"] is not null;

        public string Session => $"summithub={cookies.GetCookies(server)["summithub"]!.Value}";

        /// <summary>Signs in as the claims say, and answers where it ended.</summary>
        public async Task<HttpStatusCode> SignInAsync(Provider provider, string claims)
        {
            var (status, at, page) = await GetAsync(new Uri(server, "/sign-in"));
            Assert.Equal((HttpStatusCode.OK, provider.Address.Authority), (status, at.Authority));
            Assert.Contains("Who are you?", page, StringComparison.Ordinal);
            Assert.Contains("code_challenge_method=S256", at.Query, StringComparison.Ordinal);
            (status, at, page) = await GetAsync(new Uri($"{at}&{claims}"));
            // Where the provider's key is new, it is asked again.
            for (var tries = 1; tries < 3 && page.Contains("Who are you?", StringComparison.Ordinal); tries++) (status, at, page) = await GetAsync(new Uri($"{at}&{claims}"));
            return status;
        }

        public async Task<string> SignOutAsync()
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"{Doors.Door}/sign-out"));
            call.Headers.Add("X-SummitHub", "1");
            using var answer = await http.SendAsync(call, TestContext.Current.CancellationToken);
            return (await answer.BodyAsync()).GetProperty("to").GetString()!;
        }

        public async Task<(HttpStatusCode Status, Uri At, string Page)> GetAsync(Uri address)
        {
            using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
            return (answer.StatusCode, answer.RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        public void Dispose() => http.Dispose();
    }
}
