using SummitHub.Server.Tests.Access;

namespace SummitHub.Server.Tests.Feeds;

/// <summary>
/// Who sees what in calendars: what he sees on his board, but for confidential meetings, which are in nobody's: a calendar is copied to whoever has its address.
/// </summary>
[Collection(nameof(SeenMeetings))]
public sealed class SeenCalendarTests(SeenMeetings stage)
{
    [Theory]
    [InlineData("chief", "open,ordinary")]
    [InlineData("site", "open,ordinary")]
    [InlineData("reader", "open,ordinary")]
    [InlineData("press", "open,ordinary")]
    [InlineData("other", "open")]
    [InlineData("desk", "open,ordinary")]
    [InlineData("officer", "open,ordinary")]
    public async Task A_calendar_holds_what_its_maker_may_know_and_no_confidential_meeting(string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        using var phone = new HttpClient { BaseAddress = stage.Address };
        foreach (var of in (string[])["delegation:LSO", "principal:swz-p1", "venue:booth-16"])
        {
            var address = await CalendarTests.MakeAsync(caller, of);
            var text = await phone.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var shown = (await CalendarTests.EventsAsync(phone, address)).Select(e => e.Uid.Split('@')[0]).ToHashSet();
            var seen = stage.Meetings.Where(m => shown.Contains(m.Value)).Select(m => m.Key).Order();
            Assert.Equal((of, expected), (of, string.Join(',', seen)));
            Assert.DoesNotContain(stage.Meetings["confidential"], text, StringComparison.Ordinal);
            Assert.DoesNotContain("T1310", text, StringComparison.Ordinal);
            foreach (var substance in SeenMeetings.Texts.Values) Assert.DoesNotContain(substance, text, StringComparison.Ordinal);
            // Why it was moved is told to those who may know, as on the board.
            Assert.Equal(expected.Contains("ordinary", StringComparison.Ordinal) && who is not ("reader" or "press"), text.Contains("a late breakfast", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_wall_makes_no_calendar()
    {
        using var wall = await stage.SignInAsync("wall");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await Hosting.Calls.SendAsync(wall, $"{Doors.Door}/calendars", """{"label":"Wall","of":"delegation:LSO"}""")).Status);
    }
}
