using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

public sealed class TokenTests(SampleServer server)
{
    private static readonly (string Scope, HttpMethod Method, string Path)[] Calls =
    [
        ("read", HttpMethod.Get, Api),
        ("read", HttpMethod.Get, $"{Api}/programme?day=2019-09-24"),
        ("read", HttpMethod.Get, $"{Api}/events"),
        ("read", HttpMethod.Get, $"{Api}/delegations/KAZ/notices"),
        ("change", HttpMethod.Post, $"{Api}/meetings"),
        ("change", HttpMethod.Post, $"{Api}/meetings/kzb-1/cancel"),
        ("change", HttpMethod.Post, $"{Api}/changes"),
        ("change", HttpMethod.Post, $"{Api}/venues/booth-16/close"),
        ("change", HttpMethod.Post, $"{Api}/commitments"),
        ("change", HttpMethod.Post, $"{Api}/delegations/KAZ/notices/none/ack"),
        ("record", HttpMethod.Get, $"{Api}/meetings/kzb-1/outcome"),
        ("record", HttpMethod.Post, $"{Api}/meetings/kzb-1/outcome/settle"),
        ("manage", HttpMethod.Get, Door),
        ("manage", HttpMethod.Post, $"{Door}/invitations"),
        ("manage", HttpMethod.Post, $"{Door}/tokens"),
        ("manage", HttpMethod.Post, $"{Door}/devices"),
    ];

    [Theory]
    [InlineData("read")]
    [InlineData("change")]
    [InlineData("record")]
    public async Task A_token_opens_what_it_is_for_and_nothing_else(string scope)
    {
        using var chief = await server.SignInAsync("KAZ");
        using var script = server.WithToken(await IssueAsync(chief, scope));

        foreach (var (needed, method, path) in Calls)
        {
            using var call = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post) call.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await script.SendAsync(call, TestContext.Current.CancellationToken);
            var refused = answer.StatusCode == HttpStatusCode.Forbidden && (await answer.BodyAsync()).Reason() == "notYoursToDo";
            Assert.Equal((path, needed != scope), (path, refused));
        }
    }

    [Fact]
    public async Task A_reading_token_watches_a_board_and_another_does_not_and_neither_opens_a_record_page()
    {
        using var chief = await server.SignInAsync("KAZ");
        using var reader = server.WithToken(await IssueAsync(chief, "read"));
        using var writer = server.WithToken(await IssueAsync(chief, "change"));

        await using var read = reader.LineTo(server.Address);
        await read.StartAsync(TestContext.Current.CancellationToken);
        await read.InvokeAsync<object>("Watch", "unga74", "all", null, TestContext.Current.CancellationToken);
        await using var write = writer.LineTo(server.Address);
        await write.StartAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<HubException>(() => write.InvokeAsync<object>("Watch", "unga74", "all", null, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await writer.ReadAsync("/summits/unga74/board")).Status);
    }

    [Fact]
    public async Task A_token_that_was_ended_or_made_up_opens_nothing()
    {
        using var chief = await server.SignInAsync("KAZ");
        var made = (await chief.SendAsync($"{Door}/tokens", """{"label":"Nightly","scopes":["read"]}""")).Body;
        using var script = server.WithToken(made.GetProperty("token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await script.ReadAsync(Api)).Status);

        await chief.SendAsync($"{Door}/passes/{made.GetProperty("id").GetString()}/end", "{}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await script.ReadAsync(Api)).Status);
        using var forged = server.WithToken("token.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.ReadAsync(Api)).Status);
    }

    [Fact]
    public async Task A_session_s_secret_is_no_token_and_a_token_no_cookie()
    {
        using var chief = await server.SignInAsync("KAZ");
        using var asToken = server.WithToken(chief.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2)[1]);
        using var asCookie = server.Anonymous();
        asCookie.DefaultRequestHeaders.Add("Cookie", $"summithub={await IssueAsync(chief, "read")}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await asToken.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await asCookie.ReadAsync(Api)).Status);
    }

    [Theory]
    [InlineData("""{"label":"All","scopes":["manage"]}""")]
    [InlineData("""{"label":"All","scopes":["all"]}""")]
    [InlineData("""{"label":"None","scopes":[]}""")]
    [InlineData("""{"label":"","scopes":["read"]}""")]
    [InlineData("""{"label":"Forever","scopes":["read"],"days":91}""")]
    [InlineData("""{"label":"Forever","scopes":["read"],"days":1e300}""")]
    public async Task A_token_is_bounded(string body)
    {
        using var chief = await server.SignInAsync("KAZ");

        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await chief.SendAsync($"{Door}/tokens", body)).Said());
    }

    private static async Task<string> IssueAsync(HttpClient host, string scope)
    {
        var (status, made) = await host.SendAsync($"{Door}/tokens", JsonSerializer.Serialize(new { label = $"For {scope}", scopes = new[] { scope } }));
        Assert.Equal(HttpStatusCode.OK, status);
        return made.GetProperty("token").GetString()!;
    }
}
