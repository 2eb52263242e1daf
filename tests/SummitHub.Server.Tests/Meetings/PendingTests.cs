using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Meetings;

/// <summary>A meeting that is over waits for its outcome, on the board of each side by itself.</summary>
public sealed class PendingTests(SampleServer server)
{
    private const string Summit = "/api/summits/unga74";

    [Fact]
    public async Task An_outcome_is_pending_on_the_board_of_each_side_until_that_side_acts_and_nobody_else_is_told_who_has()
    {
        using var desk = await server.SignInAsync("desk");
        using var one = await server.SignInAsync("MDG?role=notetaker");
        using var other = await server.SignInAsync("MUS");
        var booked = await desk.SendAsync($"{Summit}/meetings", JsonSerializer.Serialize(new
        {
            parties = new[] { new { delegation = "MDG", principal = "mdg-p1" }, new { delegation = "MUS", principal = "mus-p1" } },
            start = "2019-09-26T19:00:00-04:00",
            end = "2019-09-26T19:20:00-04:00",
            venue = "booth-15",
        }));
        Assert.True(booked.Status == HttpStatusCode.OK, booked.Body.ToString());
        var id = booked.Body.GetProperty("meetings")[0].GetProperty("id").GetString()!;
        foreach (var milestone in (string[])["started", "ended"])
            Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Summit}/meetings/{id}/milestone", JsonSerializer.Serialize(new { milestone }))).Status);
        Assert.Equal(("outcomePending", "outcomePending", "ended"), (await StatusAsync(one, id), await StatusAsync(other, id), await StatusAsync(desk, id)));

        // A draft is no act yet; one tap is.
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync($"{Summit}/meetings/{id}/outcome/items", """{"kind":"project","text":"Vanilla by sea"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await one.SendAsync($"{Summit}/meetings/{id}/outcome/settle", """{"as":"noSubstantiveOutcome"}""")).Status);
        await ReachAsync(one, id, "ended");
        Assert.Equal(("outcomePending", "ended"), (await StatusAsync(other, id), await StatusAsync(desk, id)));
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync($"{Summit}/meetings/{id}/outcome/settle", """{"as":"withItems"}""")).Status);
        await ReachAsync(other, id, "ended");
    }

    private static async Task<string?> StatusAsync(HttpClient caller, string id) => (await caller.ReadAsync($"{Summit}/meetings/{id}")).Body.GetProperty("status").GetString();

    /// <summary>The log hears of a record after its answer.</summary>
    private static async Task ReachAsync(HttpClient caller, string id, string status)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await StatusAsync(caller, id) != status) deadline.Token.ThrowIfCancellationRequested();
    }
}
