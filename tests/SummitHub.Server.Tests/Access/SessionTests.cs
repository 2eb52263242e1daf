using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Tests.Clusters;
using SummitHub.Server.Access;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

public sealed class SessionTests(SampleServer server)
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_ended_session_loses_its_live_line_and_every_call_after()
    {
        using var victim = await server.SignInAsync("GEO?role=reader");
        using var chief = await server.SignInAsync("GEO");
        await using var line = victim.LineTo(server.Address);
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        line.Closed += _ =>
        {
            cut.TrySetResult();
            return Task.CompletedTask;
        };
        await line.StartAsync(TestContext.Current.CancellationToken);
        await WatchAsync(line);

        Assert.Equal(HttpStatusCode.NoContent, (await chief.SendAsync($"{Doors.Api}/access/passes/{(await PassOfAsync(victim)).Id}/end", "{}")).Status);

        await cut.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "notSignedIn"), (await victim.ReadAsync(Doors.Api)).Said());
        await using var again = victim.LineTo(server.Address);
        await Assert.ThrowsAsync<HttpRequestException>(() => again.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await chief.ReadAsync(Doors.Api)).Status);
    }

    [Fact]
    public async Task A_server_that_heard_nothing_of_it_cuts_the_line_within_a_second_by_its_own_look()
    {
        using var victim = await server.SignInAsync("GEO?role=siteOfficer");
        var pass = await PassOfAsync(victim);
        var time = new WatchedTime(TimeProvider.System.GetUtcNow());
        // Another server's grain would not ring here: the look of each second has to find it.
        var deaf = new KnownPasses(server.Services.GetRequiredService<IGrainFactory>(), time, NullLogger<KnownPasses>.Instance);
        var heard = new TaskCompletionSource<PassId>(TaskCreationOptions.RunContinuationsAsynchronously);
        deaf.Ended += ended => heard.TrySetResult(ended.Stored.Id);
        await deaf.StartAsync(TestContext.Current.CancellationToken);
        await time.Set.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        deaf.Know(Summit, pass);

        await Grain.End(pass.Holder, pass.Id);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(pass.Id, await heard.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        await deaf.StopAsync(TestContext.Current.CancellationToken);
        deaf.Dispose();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_takes_the_cookie_away()
    {
        using var reader = await server.SignInAsync("GEO?role=notetaker");
        using var call = new HttpRequestMessage(HttpMethod.Post, $"{Doors.Api}/access/sign-out");
        using var answer = await reader.SendAsync(call, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.ReadAsync(Doors.Api)).Status);
    }

    [Theory]
    [InlineData("KAZ", HttpStatusCode.NotFound)]
    [InlineData("GEO?role=controlOfficer", HttpStatusCode.NotFound)]
    [InlineData("wall", HttpStatusCode.Forbidden)]
    [InlineData("GEO", HttpStatusCode.NoContent)]
    [InlineData("desk", HttpStatusCode.NoContent)]
    public async Task A_session_is_ended_by_who_answers_for_it_and_by_nobody_else(string who, HttpStatusCode expected)
    {
        using var victim = await server.SignInAsync("GEO?role=reader");
        using var other = await server.SignInAsync(who);

        var answer = await other.SendAsync($"{Doors.Api}/access/passes/{(await PassOfAsync(victim)).Id}/end", "{}");

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.NoContent, (await PassOfAsync(victim)).EndedAt is not null);
    }

    [Theory]
    [InlineData("session.unga74.")]
    [InlineData("session.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("session.nowhere.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not even close")]
    public async Task A_made_up_cookie_is_nobody(string secret)
    {
        using var stranger = server.Anonymous();
        stranger.DefaultRequestHeaders.Add("Cookie", $"summithub={secret}");

        Assert.Equal((HttpStatusCode.Unauthorized, "notSignedIn"), (await stranger.ReadAsync(Doors.Api)).Said());
    }

    [Fact]
    public async Task So_many_summits_are_asked_after_in_a_minute_whoever_makes_up_their_names()
    {
        using var reader = await server.SignInAsync("GEO?role=reader");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var passes = new KnownPasses(server.Services.GetRequiredService<IGrainFactory>(), time, NullLogger<KnownPasses>.Instance);
        passes.Know(Summit, await PassOfAsync(reader));

        for (var i = 0; i < KnownPasses.MostNewNames; i++) Assert.Null(await FindAsync($"session.made-up-{i}.{new string('A', 43)}"));
        await Assert.ThrowsAsync<PassesUnconfirmedException>(() => FindAsync($"session.one-too-many.{new string('A', 43)}"));
        Assert.NotNull(await FindAsync(CookieOf(reader).Split('=', 2)[1]));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync($"session.one-too-many.{new string('A', 43)}"));

        Task<KnownPass?> FindAsync(string text) =>
            Secret.TryRead(text, out var secret) ? passes.FindAsync(secret, TestContext.Current.CancellationToken).AsTask() : throw new ArgumentException(text);
    }

    [Fact]
    public async Task A_session_of_one_summit_opens_no_other()
    {
        using var desk = await server.SignInAsync("desk");

        Assert.Equal((HttpStatusCode.NotFound, "noSuchSummit"), (await desk.ReadAsync("/api/summits/another")).Said());
        await using var line = desk.LineTo(server.Address);
        await line.StartAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync<object>("Watch", "another", "all", null, TestContext.Current.CancellationToken));
        Assert.Contains("no such summit", refused.Message, StringComparison.Ordinal);
    }

    private static Task WatchAsync(HubConnection line) => line.InvokeAsync<object>("Watch", "unga74", "all", null, TestContext.Current.CancellationToken);

    private static string CookieOf(HttpClient client) => client.DefaultRequestHeaders.GetValues("Cookie").Single();

    private async Task<Pass> PassOfAsync(HttpClient client)
    {
        var secret = SecretHash.Of(CookieOf(client).Split('=', 2)[1]);
        return (await Grain.Changes(0)).Passes.Single(p => p.Secret == secret);
    }

    private IAccessGrain Grain => server.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccessGrain>(Summit.Value);
}
