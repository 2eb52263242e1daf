using System.Text.RegularExpressions;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

public sealed partial class ResumeTests(Stage stage)
{
    [Fact]
    public async Task A_board_that_was_cut_off_says_so_in_amber_and_red_and_resumes_without_a_gap()
    {
        var desk = await stage.AsAsync("desk");
        var moved = await stage.BookAsync("EST", "LVA");
        var begun = await stage.BookAsync("LTU", "BGR");
        await using var cable = new Cable(stage.Server.Address);
        await using var reader = await stage.OpenAsync("desk", new(Through: cable.Address));
        var page = await reader.OpenBoardAsync();
        await reader.MarkAsync();
        await reader.AssertAreTheServersAsync();
        var asOf = page.Locator("[data-asof]");

        cable.Cut();
        await desk.DoAsync(moved.Id, "move", new { start = "2019-09-24T13:00:00-04:00", end = "2019-09-24T13:20:00-04:00", venue = moved.Venue, reason = "Room needed" });
        await desk.DoAsync(begun.Id, "milestone", new { milestone = "started" });
        await desk.DoAsync(moved.Id, "late", new { start = "2019-09-24T13:12:00-04:00", cause = "traffic" });
        var made = await stage.BookAsync("SVN", "MKD");
        await Expect(asOf).ToHaveClassAsync(Amber(), new() { Timeout = Aged });
        await Expect(page.Locator(".stale-band")).ToBeVisibleAsync();
        await Expect(asOf).ToHaveClassAsync(Red(), new() { Timeout = Aged });
        Assert.Equal(0, await page.Locator($"[data-of='{made.Id}']").CountAsync());
        await Expect(page.Locator($".block[data-of='{moved.Id}']").First).ToContainTextAsync("11:00");
        await desk.DoAsync(begun.Id, "milestone", new { milestone = "ended" });

        cable.Restore();
        await Expect(page.Locator($".block.ended[data-of='{begun.Id}']").First).ToBeAttachedAsync(new() { Timeout = Aged });
        await Expect(page.Locator($".block.late[data-of='{moved.Id}']").First).ToContainTextAsync("13:12");
        await reader.AssertAreTheServersAsync();
        await Expect(asOf).Not.ToHaveClassAsync(Stale(), new() { Timeout = Aged });
        await Expect(page.Locator(".stale-band")).ToBeHiddenAsync();
        await reader.AssertNeverReloadedAsync();
    }

    private static float Aged => (float)Deadlines.Aged.TotalMilliseconds;

    [GeneratedRegex(@"\bamber\b")]
    private static partial Regex Amber();

    [GeneratedRegex(@"\bred\b")]
    private static partial Regex Red();

    [GeneratedRegex(@"\b(amber|red)\b")]
    private static partial Regex Stale();
}
