using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Board;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Board;

/// <summary>Boards over a real line: a snapshot, changes in order, and after a cut what was missed, of one's own audience alone.</summary>
public sealed class BoardHubTests(SampleServer server)
{
    private const string Meetings = "/api/summits/unga74/meetings";

    [Fact]
    public async Task A_first_look_is_a_snapshot_and_every_change_follows_on_the_one_before()
    {
        using var bhutan = await server.SignInAsync("BTN");
        await using var board = await BoardLine.OpenAsync(server.Address, bhutan);
        var first = (await board.WatchAsync("day:2019-09-29")).Snapshot!;
        Assert.Empty(first.Meetings);
        Assert.True((await board.Clock).Sample);
        var id = await BookAsync("BTN", "NRU", "2019-09-29T10:00:00-04:00", "booth-01");
        var booked = await board.FrameAsync();
        Assert.Equal((first.Version, first.Version + 1, id), (booked.From, booked.To, Assert.Single(booked.Meetings).Id.Value));
        Assert.Equal(MeetingStatus.Confirmed, booked.Meetings[0].Status);
        await CancelAsync(id);
        var cancelled = await board.FrameAsync();
        Assert.Equal((booked.To, booked.To + 1, MeetingStatus.Cancelled), (cancelled.From, cancelled.To, Assert.Single(cancelled.Meetings).Status));
    }

    [Fact]
    public async Task A_board_that_was_cut_off_resumes_with_what_it_missed_and_nothing_else()
    {
        using var tonga = await server.SignInAsync("TON");
        var before = await BookAsync("TON", "KIR", "2019-09-29T10:00:00-04:00", "booth-02");
        string cursor;
        long version;
        await using (var board = await BoardLine.OpenAsync(server.Address, tonga))
        {
            var first = (await board.WatchAsync("delegation:TON")).Snapshot!;
            (cursor, version) = (first.Cursor, first.Version);
            Assert.Contains(first.Meetings, m => m.Id.Value == before);
        }
        var missed = await BookAsync("TON", "KIR", "2019-09-29T11:00:00-04:00", "booth-02");
        await CancelAsync(missed);
        await using var again = await BoardLine.OpenAsync(server.Address, tonga);
        var reply = await again.WatchAsync("delegation:TON", cursor);
        Assert.Null(reply.Snapshot);
        Assert.Equal((version, version + 2, missed, MeetingStatus.Cancelled), (reply.Delta!.From, reply.Delta.To, Assert.Single(reply.Delta.Meetings).Id.Value, reply.Delta.Meetings[0].Status));
        var nothing = await again.WatchAsync("delegation:TON", reply.Delta.Cursor);
        Assert.Equal((version + 2, version + 2), (nothing.Delta!.From, nothing.Delta.To));
        Assert.Empty(nothing.Delta.Meetings);
    }

    [Fact]
    public async Task A_cursor_that_does_not_hold_gets_a_snapshot()
    {
        using var monaco = await server.SignInAsync("MCO");
        await using var board = await BoardLine.OpenAsync(server.Address, monaco);
        var snapshot = (await board.WatchAsync("all")).Snapshot!;
        Assert.True(BoardCursor.TryParse(snapshot.Cursor, out var cursor));
        Assert.NotNull((await board.WatchAsync("all", snapshot.Cursor)).Delta);
        string[] wrong =
        [
            (cursor with { Check = cursor.Check ^ 1 }).ToString(),
            (cursor with { Version = cursor.Version + 1 }).ToString(),
            (cursor with { Version = long.MaxValue }).ToString(),
            (cursor with { Version = cursor.Version - 1 }).ToString(),
            (cursor with { Epoch = Guid.NewGuid() }).ToString(),
            (cursor with { Version = 0, Check = 0 }).ToString(),
            Base64Url.EncodeToString(new byte[40]),
            "no cursor at all",
            "",
            new string('A', 3_000),
        ];
        foreach (var forged in wrong)
        {
            var reply = await board.WatchAsync("all", forged);
            Assert.Null(reply.Delta);
            Assert.Equal((snapshot.Version, snapshot.Meetings.Length), (reply.Snapshot!.Version, reply.Snapshot.Meetings.Length));
        }
    }

    [Fact]
    public async Task A_cursor_of_another_audience_gets_a_snapshot_even_where_both_stand_on_one_entry()
    {
        using var palau = await server.SignInAsync("PLW");
        using var sanMarino = await server.SignInAsync("SMR");
        await using var one = await BoardLine.OpenAsync(server.Address, palau);
        await using var other = await BoardLine.OpenAsync(server.Address, sanMarino);
        var (mine, theirs) = ((await one.WatchAsync("all")).Snapshot!, (await other.WatchAsync("all")).Snapshot!);
        // Neither holds a meeting: what both have seen is the debate, entry for entry.
        Assert.Equal(mine.Version, theirs.Version);
        Assert.NotNull((await one.WatchAsync("all", theirs.Cursor)).Snapshot);
        Assert.NotNull((await one.WatchAsync("all", mine.Cursor)).Delta);
    }

    [Fact]
    public async Task What_others_do_neither_moves_a_board_s_numbers_nor_reaches_it()
    {
        using var tuvalu = await server.SignInAsync("TUV");
        await using var board = await BoardLine.OpenAsync(server.Address, tuvalu);
        var before = (await board.WatchAsync("all")).Snapshot!;
        var theirs = await BookAsync("LIE", "AND", "2019-09-29T12:00:00-04:00", "booth-03");
        await CancelAsync(theirs);
        var own = await BookAsync("TUV", "NRU", "2019-09-29T13:00:00-04:00", "booth-03");
        var frame = await board.FrameAsync();
        Assert.Equal((before.Version, before.Version + 1, own), (frame.From, frame.To, Assert.Single(frame.Meetings).Id.Value));
        Assert.Empty(frame.Gone);
        Assert.Empty(board.Frames);
        var after = (await board.WatchAsync("all")).Snapshot!;
        Assert.DoesNotContain(after.Meetings, m => m.Id.Value == theirs);
    }

    [Fact]
    public async Task The_audience_is_who_the_caller_is_whatever_scope_he_names()
    {
        using var tuvalu = await server.SignInAsync("VUT");
        await using var board = await BoardLine.OpenAsync(server.Address, tuvalu);
        foreach (var scope in new[] { "delegation:KAZ", "all", "venue:booth-03" })
            Assert.Empty((await board.WatchAsync(scope)).Snapshot!.Meetings);
        using var wall = await server.SignInAsync("wall");
        await using var display = await BoardLine.OpenAsync(server.Address, wall);
        Assert.All((await display.WatchAsync("delegation:KAZ")).Snapshot!.Meetings, m => Assert.Equal((null, 0L), (m.Record, m.RecordRevision)));
    }

    [Fact]
    public async Task Who_must_know_of_a_change_hears_his_bell_and_who_looks_is_told_who_else_does()
    {
        using var chief = await server.SignInAsync("FSM");
        using var officer = await server.SignInAsync("FSM?role=siteOfficer");
        await using var one = await BoardLine.OpenAsync(server.Address, chief);
        await using var other = await BoardLine.OpenAsync(server.Address, officer);
        await one.WatchAsync("delegation:FSM");
        await other.WatchAsync("delegation:FSM");
        var present = await one.PeopleAsync();
        while (present.Length < 2) present = await one.PeopleAsync();
        Assert.Equal(["Chief", "SiteOfficer"], present.Select(p => p.Role).Order());
        await BookAsync("FSM", "WSM", "2019-09-29T14:00:00-04:00", "booth-04");
        Assert.True(await one.NoticeAsync() > 0);
        Assert.True(await other.NoticeAsync() > 0);
    }

    [Fact]
    public async Task A_board_hears_at_least_every_two_seconds_how_old_it_is()
    {
        using var samoa = await server.SignInAsync("WSM");
        await using var board = await BoardLine.OpenAsync(server.Address, samoa);
        var snapshot = (await board.WatchAsync("all")).Snapshot!;
        var first = await board.AgeAsync();
        var second = await board.AgeAsync();
        Assert.True(first.Instant >= snapshot.AsOf);
        Assert.True(second.Instant > first.Instant);
        Assert.Equal(TimeSpan.Zero, second.Instant.Offset);
    }

    [Fact]
    public async Task What_cannot_be_watched_is_said_and_a_stranger_has_no_line()
    {
        using var samoa = await server.SignInAsync("WSM");
        await using var board = await BoardLine.OpenAsync(server.Address, samoa);
        foreach (var scope in new[] { "", "everything", "day:2019-09-31", "delegation:kaz", "venue:", new string('x', 300) })
            Assert.Contains("The scope is", (await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => board.WatchAsync(scope))).Message, StringComparison.Ordinal);
        Assert.Contains("no such summit", (await Assert.ThrowsAsync<HubException>(() => board.WatchAsync("all", null, SummitId.Parse("another")))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => BoardLine.OpenAsync(server.Address, null));
    }

    [Fact]
    public async Task A_line_that_asks_for_snapshots_without_end_is_told_to_wait()
    {
        using var samoa = await server.SignInAsync("WSM");
        await using var board = await BoardLine.OpenAsync(server.Address, samoa);
        for (var n = 0; n < 20; n++) await board.WatchAsync("all");
        Assert.Contains("too often", (await Assert.ThrowsAsync<HubException>(() => board.WatchAsync("all"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_larger_than_any_call_closes_the_line()
    {
        using var samoa = await server.SignInAsync("WSM");
        await using var board = await BoardLine.OpenAsync(server.Address, samoa);
        await Assert.ThrowsAnyAsync<Exception>(() => board.WatchAsync("all", new string('A', 100_000)));
        await board.Closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private async Task<string> BookAsync(string one, string other, string start, string venue)
    {
        using var desk = await server.SignInAsync("desk");
        var from = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var booked = await desk.SendAsync(Meetings, JsonSerializer.Serialize(new { parties = new[] { Party(one), Party(other) }, start = from, end = from.AddMinutes(20), venue }));
        Assert.Equal(HttpStatusCode.OK, booked.Status);
        return booked.Body.GetProperty("meetings")[0].GetProperty("id").GetString()!;
    }

    private async Task CancelAsync(string id)
    {
        using var desk = await server.SignInAsync("desk");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Meetings}/{id}/cancel", """{"reason":"a test"}""", "*")).Status);
    }

    private static object Party(string code) => new { delegation = code, principal = $"{code.ToLowerInvariant()}-p1" };
}
