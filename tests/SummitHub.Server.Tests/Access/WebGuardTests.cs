using System.Net;
using System.Net.WebSockets;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

public sealed class WebGuardTests(SampleServer server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/summits/unga74/board")]
    [InlineData("/api/summits/unga74")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/summits/nowhere/board")]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string path)
    {
        using var desk = await server.SignInAsync("desk");
        using var answer = await desk.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var headers = answer.Headers;
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(headers.CacheControl!.NoStore);
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", policy.Replace("style-src-attr 'unsafe-inline'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/dist/app.js", "text/javascript; charset=utf-8")]
    [InlineData("/dist/style.css", "text/css; charset=utf-8")]
    [InlineData("/dist/mark.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("/health/live", "text/plain; charset=utf-8")]
    [InlineData("/hubs/board", "text/plain; charset=utf-8")]
    [InlineData("/api/nothing", "application/problem+json")]
    public async Task Every_answer_says_what_it_is_and_a_text_how_its_letters_are_written(string path, string type)
    {
        using var desk = await server.SignInAsync("desk");
        using var answer = await desk.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_call_that_a_page_of_another_site_makes_is_refused_whatever_else_it_carries(string header, string value)
    {
        using var desk = await server.SignInAsync("desk");
        desk.DefaultRequestHeaders.Add(header, value);

        Assert.Equal((HttpStatusCode.Forbidden, "notFromOurPage"), (await desk.SendAsync($"{Doors.Api}/access/sign-out", "{}", key: "k")).Said());
        Assert.Equal(HttpStatusCode.OK, (await desk.ReadAsync(Doors.Api)).Status);
    }

    [Fact]
    public async Task A_call_of_our_own_page_is_not()
    {
        using var desk = await server.SignInAsync("KAZ?role=reader");
        desk.DefaultRequestHeaders.Add("Origin", server.Address.ToString().TrimEnd('/'));
        desk.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal(HttpStatusCode.NoContent, (await desk.SendAsync($"{Doors.Api}/access/sign-out", "{}")).Status);
    }

    [Fact]
    public async Task A_page_of_another_site_opens_no_line_to_the_hub()
    {
        using var desk = await server.SignInAsync("desk");
        using var line = new ClientWebSocket();
        line.Options.SetRequestHeader("Cookie", desk.DefaultRequestHeaders.GetValues("Cookie").Single());
        line.Options.SetRequestHeader("Origin", "https://evil.example");
        line.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() =>
            line.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/board" }.Uri, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, line.HttpStatusCode);
    }

    [Fact]
    public async Task A_trusted_proxys_word_makes_the_session_one_of_TLS_and_a_strangers_does_not()
    {
        await using var behind = new ServerFactory(null, ("SummitHub:Proxies", "127.0.0.1"), ("environment", "Staging"));
        await behind.OpenAsync();
        foreach (var (address, secure) in new[] { (behind.Address, true), (server.Address, false) })
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
            using var call = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" } } };
            call.Headers.Host = "summit.example";
            using var answer = await http.SendAsync(call, TestContext.Current.CancellationToken);
            Assert.Equal(secure ? ["max-age=31536000; includeSubDomains"] : [], StayOf(answer));

            // An answer that failed has lost its headers once, and has this one again.
            using var broken = new HttpRequestMessage(HttpMethod.Post, "/join") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" }, { "X-SummitHub", "1" } } };
            broken.Headers.Host = "summit.example";
            broken.Content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
            using var refused = await http.SendAsync(broken, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(secure ? ["max-age=31536000; includeSubDomains"] : [], StayOf(refused));
        }
    }

    private static string[] StayOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Strict-Transport-Security", out var stay) ? [.. stay] : [];
}
