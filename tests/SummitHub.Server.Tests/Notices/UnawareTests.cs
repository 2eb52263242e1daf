using System.Net;
using System.Text.Json;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Notices;

/// <summary>Who does not know yet, over HTTP: from the change to the tap.</summary>
public sealed class UnawareTests(SampleServer server)
{
    private const string Api = "/api/summits/unga74";

    [Fact]
    public async Task Who_is_moved_does_not_know_until_he_takes_note_and_noting_the_earlier_move_is_no_knowledge_of_the_later_one()
    {
        using var desk = await server.SignInAsync("desk");
        using var chief = await server.SignInAsync("BRB");
        using var other = await server.SignInAsync("ATG");
        var id = await BookAsync(desk, "BRB", "ATG", "2019-09-29T09:00:00-04:00", "2019-09-29T09:20:00-04:00");
        await MoveAsync(desk, id, "2019-09-29T10:00:00-04:00", "2019-09-29T10:20:00-04:00", "Fog");
        var first = await NoticeAsync(chief, "BRB", id, "Fog");
        Assert.Equal(["ATG", "BRB"], await UnawareAsync(desk, id, 2));

        await MoveAsync(desk, id, "2019-09-29T11:00:00-04:00", "2019-09-29T11:20:00-04:00", "Storm");
        var second = await NoticeAsync(chief, "BRB", id, "Storm");
        Assert.Equal(("moved", 2), (second.Overtaken!.Kind, second.Overtaken.Times));
        var late = await chief.SendAsync($"{Api}/delegations/BRB/notices/{first.Notice.Id}/ack", "{}");
        Assert.Equal((HttpStatusCode.Conflict, "noticeOvertaken"), (late.Status, late.Body.Reason()));
        Assert.Equal(["ATG", "BRB"], await UnawareAsync(desk, id, 2));

        Assert.Equal(HttpStatusCode.NoContent, (await chief.SendAsync($"{Api}/delegations/BRB/notices/{second.Notice.Id}/ack", "{}")).Status);
        Assert.Equal(["ATG"], await UnawareAsync(desk, id, 1));
        Assert.Empty(await UnawareAsync(chief, id, 0));
        var theirs = await NoticeAsync(other, "ATG", id, "Storm");
        Assert.Equal(HttpStatusCode.NoContent, (await other.SendAsync($"{Api}/delegations/ATG/notices/{theirs.Notice.Id}/ack", "{}")).Status);
        Assert.Empty(await UnawareAsync(desk, id, 0));
    }

    [Theory]
    [InlineData("BRB?role=reader")]
    [InlineData("wall")]
    public async Task Whose_inbox_it_is_not_is_not_told_who_does_not_know(string who)
    {
        using var caller = await server.SignInAsync(who);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.ReadAsync($"{Api}/unaware")).Status);
    }

    private static async Task<string> BookAsync(HttpClient desk, string one, string other, string start, string end)
    {
        var (status, booked) = await desk.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new
        {
            parties = new[] { new { delegation = one, principal = $"{one.ToLowerInvariant()}-p1" }, new { delegation = other, principal = $"{other.ToLowerInvariant()}-p1" } },
            start,
            end,
            venue = "booth-15",
        }));
        Assert.True(status == HttpStatusCode.OK, booked.ToString());
        return booked.GetProperty("meetings")[0].GetProperty("id").GetString()!;
    }

    private static async Task MoveAsync(HttpClient desk, string id, string start, string end, string reason)
    {
        var (status, moved) = await desk.SendAsync($"{Api}/meetings/{id}/move", JsonSerializer.Serialize(new { start, end, venue = "booth-15", reason }), "*");
        Assert.True(status == HttpStatusCode.OK, moved.ToString());
    }

    private static async Task<InboxItem> NoticeAsync(HttpClient staff, string code, string meeting, string reason)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            var inbox = (await staff.ReadAsync($"{Api}/delegations/{code}/notices")).Body.Deserialize<Inbox>(SampleServer.Json)!;
            if (inbox.Items.FirstOrDefault(i => i.Notice.Meeting?.Value == meeting && i.Notice.Reason == reason) is { } item) return item;
        }
    }

    /// <summary>Who does not know of a meeting's change, once they are so many: the list is up to a second old.</summary>
    private static async Task<List<string>> UnawareAsync(HttpClient caller, string meeting, int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            var view = (await caller.ReadAsync($"{Api}/unaware")).Body.Deserialize<UnawareView>(SampleServer.Json)!;
            var found = view.Unaware.Where(u => u.Meeting.Value == meeting).Select(u => u.Delegation.Value).Order().ToList();
            if (found.Count == count) return found;
        }
    }
}
