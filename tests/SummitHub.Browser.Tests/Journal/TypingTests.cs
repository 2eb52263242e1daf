using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Journal;

public sealed class TypingTests(Stage stage)
{
    [Fact]
    public async Task What_is_being_typed_when_the_server_is_killed_is_there_when_it_is_back_and_is_sent_once()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var desk = await Caller.SignInAsync(server.Address, "desk");
        await desk.StopClockAsync();
        await using var reader = await Reader.SignInAsync(stage.Browser, server.Address, "KAZ?role=notetaker", ReaderSetting.Phone);
        var page = await reader.OpenMeetingAsync("kzb-2");
        await reader.MarkAsync();
        var (outcome, brief) = (page.Locator("#record form[data-call$='/items']"), await page.UnfoldAsync("brief"));
        await brief.Field("notes").FillAsync("Ask about the port");
        await outcome.Field("text").PressSequentiallyAsync("The ferry will ");

        await server.KillAsync();
        await outcome.Field("text").PressSequentiallyAsync("sail in ");
        await outcome.SendAsync();
        await server.StartAsync();
        await Expect(page.Locator("#record li[data-of]", new() { HasText = "The ferry will sail in" })).ToHaveCountAsync(1, new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });
        await desk.DoAsync("kzb-2", "late", new { start = "2019-09-24T11:52:00-04:00", cause = "traffic" });
        await Expect(page.Locator("#head")).ToContainTextAsync("11:52", new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });

        await Expect(brief.Field("notes")).ToHaveValueAsync("Ask about the port");
        await Expect(page.Locator("#record li[data-of]", new() { HasText = "ferry" })).ToHaveCountAsync(1);
        await reader.AssertNeverReloadedAsync();
        await reader.FollowAsync(() => page.ReloadAsync());
        await Expect(brief.Field("notes")).ToHaveValueAsync("Ask about the port");
        await Expect(outcome.Field("text")).ToHaveValueAsync("");
    }
}
