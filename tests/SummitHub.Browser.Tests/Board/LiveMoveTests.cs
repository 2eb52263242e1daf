using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

public sealed class LiveMoveTests(Stage stage)
{
    [Fact]
    public async Task What_the_desk_moves_on_the_page_of_a_meeting_is_on_the_board_and_the_day_of_its_sides()
    {
        var meeting = await stage.BookAsync("AUT", "HUN");
        await using var chief = await stage.OpenAsync("AUT");
        await using var officer = await stage.OpenAsync("HUN?role=controlOfficer", ReaderSetting.Phone);
        await using var wall = await stage.OpenAsync("desk", new(Width: 1920, Height: 1080));
        var (board, day, hall) = (await chief.OpenBoardAsync(), await officer.OpenDayAsync("HUN"), await wall.OpenBoardAsync("room"));
        foreach (var reader in (Reader[])[chief, officer, wall]) await reader.MarkAsync();
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenBoardAsync();
        await desk.FollowAsync(() => page.Locator($"[data-row='AUT'] [data-of='{meeting.Id}']").ClickAsync());

        var form = await page.UnfoldAsync("move");
        await form.FillMoveAsync("15:25", "booth-03", "Principal held in the plenary");
        await form.SendAsync();

        var block = board.Locator($"[data-row='AUT'] [data-of='{meeting.Id}']");
        var entry = day.Locator($"#day [data-of='{meeting.Id}']");
        foreach (var seen in (Microsoft.Playwright.ILocator[])[block, entry, hall.Locator($"[data-row='booth-03'] [data-of='{meeting.Id}']")])
            await Expect(seen).ToContainTextAsync("15:25");
        await Expect(hall.Locator($"[data-row='{meeting.Venue}'] [data-of='{meeting.Id}']")).ToHaveCountAsync(0);
        await Expect(block).ToHaveAttributeAsync("aria-description", new System.Text.RegularExpressions.Regex("11:00.*Principal held in the plenary"));
        await Expect(entry).ToContainTextAsync("Principal held in the plenary");
        await Expect(page.Locator("#head")).ToContainTextAsync("15:25–15:45");
        await chief.AssertAreTheServersAsync();
        await wall.AssertAreTheServersAsync();
        foreach (var reader in (Reader[])[chief, officer, wall])
        {
            await reader.AssertNeverReloadedAsync();
            Assert.Empty(reader.Complaints);
        }
    }
}
