using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Journal;

public sealed class RestartTests(Stage stage)
{
    [Fact]
    public async Task After_kill_minus_9_what_was_acknowledged_is_there_and_an_open_board_comes_back_by_itself()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var desk = await Caller.SignInAsync(server.Address, "desk");
        await desk.StopClockAsync();
        await using var reader = await Reader.SignInAsync(stage.Browser, server.Address, "desk", new());
        var page = await reader.OpenBoardAsync();
        await reader.MarkAsync();
        var block = page.Locator("[data-row='KAZ'] [data-of='kzb-2']");

        await desk.DoAsync("kzb-2", "move", new { start = "2019-09-24T12:50:00-04:00", end = "2019-09-24T13:10:00-04:00", venue = "booth-04", reason = "Booth 3 is closed" });
        await desk.DoAsync("kzb-4", "milestone", new { milestone = "enRoute", delegation = "JOR" });
        await server.KillAsync();
        await server.StartAsync();

        Assert.Equal("booth-04", (await desk.MeetingAsync("kzb-2")).GetProperty("venue").GetString());
        Assert.Equal("onTheWay", (await desk.MeetingAsync("kzb-4")).GetProperty("status").GetString());
        await Expect(block).ToContainTextAsync("12:50");
        await desk.DoAsync("kzb-2", "late", new { start = "2019-09-24T13:02:00-04:00", cause = "traffic" });
        await Expect(block).ToContainTextAsync("13:02");
        await reader.AssertAreTheServersAsync();
        await reader.AssertNeverReloadedAsync();
    }
}
