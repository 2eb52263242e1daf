using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Access;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Feeds;

/// <summary>Calendars, as programs of calendars fetch them. The Solomon Islands meet Saint Kitts and Nevis in booth 12 on a morning that no other test uses.</summary>
public sealed class CalendarTests(SampleServer server)
{
    [Fact]
    public async Task A_meeting_made_moved_moved_again_and_cancelled_is_one_event_in_its_last_state_to_another_s_reader()
    {
        using var desk = await server.SignInAsync("desk");
        using var solomons = await server.SignInAsync("SLB");
        using var phone = server.Anonymous();
        var (own, person, room) = (await MakeAsync(solomons, "delegation:SLB"), await MakeAsync(solomons, "principal:slb-p1"), await MakeAsync(desk, "venue:booth-12"));
        Assert.Empty(await EventsAsync(phone, own));

        var id = await BookAsync(desk, At(9, 0), At(9, 20));
        var made = Assert.Single(await EventsAsync(phone, own));
        Assert.Equal(("CONFIRMED", At(9, 0), At(9, 20), "America/New_York", true, 0), (made.Status, made.Start, made.End, made.Zone, made.ZoneIsGiven, made.Errors));
        Assert.Equal(("Saint Kitts and Nevis", "Bilateral meeting booth 12"), (made.Summary, made.Location));

        await MoveAsync(desk, id, At(9, 40), At(10, 0), "a late flight; fog, again");
        var moved = Assert.Single(await EventsAsync(phone, own));
        await MoveAsync(desk, id, At(10, 20), At(10, 40), "the plenary");
        var again = Assert.Single(await EventsAsync(phone, own));
        Assert.Equal([made.Uid, made.Uid], [moved.Uid, again.Uid]);
        Assert.Equal([At(9, 40), At(10, 20)], [moved.Start, again.Start]);
        Assert.True(made.Sequence < moved.Sequence && moved.Sequence < again.Sequence, $"{made.Sequence}, {moved.Sequence}, {again.Sequence}");
        Assert.True(made.Stamp <= moved.Stamp && moved.Stamp <= again.Stamp);
        Assert.Contains("09:00", moved.Description, StringComparison.Ordinal);
        Assert.Contains("a late flight; fog, again", moved.Description, StringComparison.Ordinal);

        await SendAsync(desk, id, "cancel", """{"reason":"a cold"}""");
        foreach (var address in (string[])[own, person, room])
        {
            var last = Assert.Single(await EventsAsync(phone, address), e => e.Uid == made.Uid);
            Assert.Equal(("CANCELLED", At(10, 20)), (last.Status, last.Start));
            Assert.True(last.Sequence > again.Sequence);
        }
        Assert.Single(await EventsAsync(phone, own));
    }

    [Fact]
    public async Task A_calendar_that_has_not_changed_is_told_so_and_one_that_is_ended_opens_nothing_at_once()
    {
        using var marshalls = await server.SignInAsync("MHL");
        using var phone = server.Anonymous();
        var (status, made) = await marshalls.SendAsync($"{Door}/calendars", """{"label":"My telephone","of":"delegation:MHL"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var address = made.GetProperty("link").GetString()!;

        using var first = await phone.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8", "private, no-cache"), (first.StatusCode, first.Content.Headers.ContentType!.ToString(), first.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal)));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await phone.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await marshalls.SendAsync($"{Door}/passes/{made.GetProperty("id").GetString()}/end", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await GoneAsync(phone, address));
    }

    [Theory]
    [InlineData("""{"label":"Phone","of":"all"}""")]
    [InlineData("""{"label":"Phone","of":"delegation:"}""")]
    [InlineData("""{"label":"Phone","of":"day:2019-09-24"}""")]
    [InlineData("""{"label":"","of":"delegation:MHL"}""")]
    public async Task A_calendar_is_of_one_delegation_person_or_room(string body)
    {
        using var chief = await server.SignInAsync("MHL");
        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await chief.SendAsync($"{Door}/calendars", body)).Said());
    }

    [Fact]
    public async Task The_secret_of_a_calendar_opens_no_other_door_and_no_other_secret_opens_a_calendar()
    {
        using var chief = await server.SignInAsync("MHL");
        using var stranger = server.Anonymous();
        var address = await MakeAsync(chief, "delegation:MHL");
        var secret = address["/calendars/".Length..^".ics".Length];
        using var script = server.WithToken(secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.ReadAsync($"{Api}/programme?day=2019-09-24")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.JoinAsync(secret)).Status);

        var token = (await chief.SendAsync($"{Door}/tokens", """{"label":"Script","scopes":["read"]}""")).Body.GetProperty("token").GetString()!;
        foreach (var made in (string[])[$"/calendars/{token}.ics", $"/calendars/{secret}", $"/calendars/{secret[..^1]}_.ics", "/calendars/x.ics"])
            Assert.Equal((made, HttpStatusCode.NotFound), (made, (await stranger.ReadAsync(made)).Status));
    }

    internal static async Task<string> MakeAsync(HttpClient caller, string of)
    {
        var (status, made) = await caller.SendAsync($"{Door}/calendars", JsonSerializer.Serialize(new { label = "My telephone", of }));
        Assert.True(status == HttpStatusCode.OK, $"{status}: {made}");
        return made.GetProperty("link").GetString()!;
    }

    internal static async Task<List<ReadEvent>> EventsAsync(HttpClient phone, string address) =>
        await ReadCalendar.ReadAsync(await phone.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    private static DateTimeOffset At(int hour, int minute) => new(2019, 9, 29, hour, minute, 0, TimeSpan.FromHours(-4));

    // A server knows within a second what was ended elsewhere; here it is told.
    private static async Task<HttpStatusCode> GoneAsync(HttpClient phone, string address)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await phone.GetAsync(new Uri(address, UriKind.Relative), deadline.Token);
            if (answer.StatusCode != HttpStatusCode.OK) return answer.StatusCode;
        }
    }

    private static async Task<string> BookAsync(HttpClient desk, DateTimeOffset start, DateTimeOffset end)
    {
        var (status, booked) = await desk.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new { parties = SeenMeetings.Parties("SLB", "KNA"), start, end, venue = "booth-12" }));
        Assert.True(status == HttpStatusCode.OK, $"{status}: {booked}");
        return booked.GetProperty("meetings")[0].GetProperty("id").GetString()!;
    }

    private static Task MoveAsync(HttpClient desk, string id, DateTimeOffset start, DateTimeOffset end, string reason) =>
        SendAsync(desk, id, "move", JsonSerializer.Serialize(new { start, end, venue = "booth-12", reason }));

    private static async Task SendAsync(HttpClient desk, string id, string verb, string body)
    {
        var (status, said) = await desk.SendAsync($"{Api}/meetings/{id}/{verb}", body, "*");
        Assert.True(status == HttpStatusCode.OK, $"{status}: {said}");
    }
}
