using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

public sealed class BlockTests(Stage stage)
{
    [Theory]
    [InlineData("en", "delegation", "AND", "MLT")]
    [InlineData("ru", "delegation", "SMR", "CYP")]
    [InlineData("ar", "delegation", "MNE", "ISL")]
    [InlineData("en", "room", "IRL", "GRC")]
    public async Task A_block_that_the_client_has_patched_is_the_one_that_the_server_renders(string language, string by, string one, string other)
    {
        var desk = await stage.AsAsync("desk");
        await using var reader = await stage.OpenAsync("desk", new(language));
        var page = await reader.OpenBoardAsync(by);
        await reader.MarkAsync();

        var meeting = await stage.BookAsync(one, other);
        var blocks = page.Locator($".block[data-of='{meeting.Id}']");
        await Expect(blocks.First).ToBeAttachedAsync();
        await reader.AssertAreTheServersAsync();

        await desk.DoAsync(meeting.Id, "move", new { start = "2019-09-24T12:05:00-04:00", end = "2019-09-24T12:25:00-04:00", venue = meeting.Venue, reason = "\"Plenary\" <ran> over & on" });
        await Expect(blocks.First).ToContainTextAsync("12:05");
        await reader.AssertAreTheServersAsync();

        await desk.DoAsync(meeting.Id, "milestone", new { milestone = "arrived", delegation = one });
        await Expect(page.Locator($".block.onTheWay[data-of='{meeting.Id}']").First).ToBeAttachedAsync();
        await reader.AssertAreTheServersAsync();

        await desk.DoAsync(meeting.Id, "late", new { start = "2019-09-24T12:17:00-04:00", cause = "traffic" });
        await Expect(page.Locator($".block.late[data-of='{meeting.Id}']").First).ToContainTextAsync("12:17");
        await reader.AssertAreTheServersAsync();

        await desk.DoAsync(meeting.Id, "cancel", new { reason = "Principal left" });
        await Expect(page.Locator($".block.cancelled[data-of='{meeting.Id}']").First).ToBeAttachedAsync();
        await reader.AssertAreTheServersAsync();
        await reader.AssertNeverReloadedAsync();
    }
}
