using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>
/// What was denied is in the audit, for the desk and for the chief whose people it was. On a server of its own: where many are denied much at once, who they are is
/// not told apart any more.
/// </summary>
public sealed class DenialTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Meeting = $"{Doors.Api}/meetings/no-such-meeting-of-jor";

    [Fact]
    public async Task Denied_reads_and_commands_and_lines_are_told_apart_and_counted()
    {
        using var reader = await server.SignInAsync("JOR?role=reader");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.NotFound, (await reader.ReadAsync(Meeting)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendAsync($"{Meeting}/cancel", """{"reason":"none"}""", "*")).Status);
        await using var line = reader.LineTo(server.Address);
        await line.StartAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<HubException>(() => line.InvokeAsync("Watch", "elsewhere", "all", null, TestContext.Current.CancellationToken));

        using var chief = await server.SignInAsync("JOR");
        var told = await AuditAsync(chief, entries => entries.Count(e => By(e) == "JOR" && Act(e).EndsWith("Denied", StringComparison.Ordinal)) >= 3);
        Assert.Contains(told, e => (Act(e), About(e)) == ("readDenied", Meeting) && e.GetProperty("times").GetInt32() is >= 1 and <= 3);
        Assert.Equal(3, told.Where(e => (Act(e), About(e)) == ("readDenied", Meeting)).Sum(e => e.GetProperty("times").GetInt32()));
        Assert.Contains(told, e => (Act(e), About(e)) == ("commandDenied", $"{Meeting}/cancel"));
        Assert.Contains(told, e => (Act(e), About(e)) == ("readDenied", "/hubs/board"));

        // The desk learns that they were denied something, not what: it may be a meeting that it must not know of.
        using var desk = await server.SignInAsync("desk");
        Assert.All((await AuditAsync(desk, _ => true)).Where(e => By(e) == "JOR" && Act(e).EndsWith("Denied", StringComparison.Ordinal)), e => Assert.Null(About(e)));
    }

    [Fact]
    public async Task A_link_that_is_used_twice_is_refused_and_in_the_audit()
    {
        using var desk = await server.SignInAsync("desk");
        var secret = await desk.InviteAsync("Omar", "desk", null);
        using (var first = server.Anonymous()) Assert.Equal(HttpStatusCode.OK, (await first.JoinAsync(secret)).Status);
        using (var second = server.Anonymous()) Assert.Equal((HttpStatusCode.Gone, "invitationUsed"), (await second.JoinAsync(secret)).Said());

        Assert.Contains(
            (await AuditAsync(desk, entries => entries.Any(e => Act(e) == "signInRefused"))).Where(e => Act(e) == "signInRefused"),
            e => (e.GetProperty("why").GetString(), e.GetProperty("from").GetString()) == ("invitationUsed", "127.0.0.1"));
    }

    [Theory]
    [InlineData("POL?role=notetaker")]
    [InlineData("POL?role=reader")]
    public async Task Who_answers_for_nobody_reads_no_audit(string who)
    {
        using var reader = await server.SignInAsync(who);
        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (await reader.ReadAsync($"{Doors.Door}/audit")).Said());
    }

    [Theory]
    [InlineData("?most=0")]
    [InlineData("?most=501")]
    [InlineData("?before=yesterday")]
    public async Task A_page_of_the_audit_has_bounds(string query)
    {
        using var desk = await server.SignInAsync("desk");
        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await desk.ReadAsync($"{Doors.Door}/audit{query}")).Said());
    }

    private static string Act(JsonElement entry) => entry.GetProperty("act").GetString()!;

    private static string? About(JsonElement entry) => entry.TryGetProperty("about", out var about) ? about.GetString() : null;

    private static string? By(JsonElement entry) => entry.TryGetProperty("by", out var by) && by.TryGetProperty("delegation", out var of) ? of.GetString() : null;

    /// <summary>What somebody reads of the audit, once it holds what is waited for.</summary>
    private static async Task<List<JsonElement>> AuditAsync(HttpClient who, Func<List<JsonElement>, bool> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var (status, body) = await who.ReadAsync($"{Doors.Door}/audit?most=500");
            Assert.Equal(HttpStatusCode.OK, status);
            var entries = body.GetProperty("entries").EnumerateArray().ToList();
            if (holds(entries)) return entries;
            await tick.WaitForNextTickAsync(deadline.Token);
        }
    }
}
