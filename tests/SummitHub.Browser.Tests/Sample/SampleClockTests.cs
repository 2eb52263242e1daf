using System.Text.RegularExpressions;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Sample;

public sealed partial class SampleClockTests(Stage stage)
{
    [Fact]
    public async Task The_desk_holds_hurries_and_jumps_the_clock_lets_the_day_play_and_starts_it_over_on_every_board()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var desk = await Reader.SignInAsync(stage.Browser, server.Address, "desk", new());
        await using var side = await Reader.SignInAsync(stage.Browser, server.Address, "KAZ", ReaderSetting.Phone);
        var (page, day) = (await desk.OpenBoardAsync(), await side.OpenDayAsync("KAZ"));
        await side.MarkAsync();
        var (pause, play, clock, first) = (page.Locator("[data-sample-pause]"), page.Locator("[data-sample-play]"), day.Locator("[data-clock]"), day.Locator("#day [data-of='kzb-1']"));

        foreach (var rate in (int[])[10, 60])
        {
            await page.Locator($"[data-sample-rate='{rate}']").ClickAsync();
            await Expect(page.Locator($"[data-sample-rate='{rate}']")).ToHaveAttributeAsync("aria-pressed", "true");
        }
        await Expect(clock).Not.ToHaveTextAsync("10:40");
        await pause.ClickAsync();
        await Expect(pause).ToHaveAttributeAsync("aria-pressed", "true");
        await play.ClickAsync();
        await Expect(play).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Locator("[data-sample-jump]").FillAsync("11:45");
        await page.Locator("[data-sample-jump]").DispatchEventAsync("change");
        await Expect(clock).ToHaveTextAsync("11:45");
        await Expect(first).Not.ToHaveClassAsync(Over());
        await play.ClickAsync();
        await Expect(first).ToHaveClassAsync(Over());

        await desk.FollowAsync(() => page.Locator("[data-sample-over]").ClickAsync());
        await Expect(clock).ToHaveTextAsync(Opening(), new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });
        await Expect(first).Not.ToHaveClassAsync(Over());
        await desk.AssertAreTheServersAsync();
        await side.AssertNeverReloadedAsync();
    }

    [GeneratedRegex("ended|outcomePending|inProgress")]
    private static partial Regex Over();

    [GeneratedRegex("10:4[0-2]")]
    private static partial Regex Opening();
}
