using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

public sealed class KeyboardTests(Stage stage)
{
    [Fact]
    public async Task Keys_alone_find_a_meeting_open_it_and_move_it()
    {
        var meeting = await stage.BookAsync("GUY", "SUR");
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenBoardAsync();
        var keys = page.Keyboard;
        await keys.PressAsync("/");
        await Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
        await keys.TypeAsync("guyana");
        await TabToAsync(page, $"[data-row='GUY'] [data-of='{meeting.Id}']");
        await desk.FollowAsync(() => keys.PressAsync("Enter"));

        await TabToAsync(page, "#act-move > summary");
        await keys.PressAsync("Enter");
        await TabToAsync(page, "#act-move [name='time']");
        await keys.TypeAsync("0425PM");
        await TabToAsync(page, "#act-move [name='reason']");
        await keys.TypeAsync("By keys alone");
        await TabToAsync(page, "#act-move button[type='submit']");
        await keys.PressAsync("Enter");

        var answer = page.Locator("#head");
        await Expect(answer).ToContainTextAsync("By keys alone");
        await Expect(answer).ToContainTextAsync("16:25–16:45");
        Assert.Empty(desk.Complaints);
    }

    /// <summary>Presses Tab until something has the focus, which is seen; at most as often as a board has things to stop at.</summary>
    private static async Task TabToAsync(Microsoft.Playwright.IPage page, string selector)
    {
        for (var pressed = 0; pressed < 80; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }
        Assert.Fail($"Tab did not come to {selector}.");
    }
}
