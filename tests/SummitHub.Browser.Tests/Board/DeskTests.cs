using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

/// <summary>The desk's own page: what is to be repaired, what was decided against rules, rooms, speeches, streets.</summary>
public sealed class DeskTests(Stage stage)
{
    [Fact]
    public async Task A_room_is_closed_on_one_desk_and_the_conflict_comes_and_goes_on_another_without_a_reload()
    {
        var meeting = await stage.BookAsync("BRB", "DMA", "17:00");
        await using var first = await stage.OpenAsync("desk");
        await using var second = await stage.OpenAsync("desk", new("fr"));
        var board = await first.OpenBoardAsync();
        await first.FollowAsync(() => board.Locator(".tabs a[href*='/desk']").ClickAsync());
        var (page, other) = (first.Page, await second.OpenAsync("/summits/unga74/desk"));
        foreach (var reader in (Reader[])[first, second]) await reader.MarkAsync();

        await page.Locator("#act-close > summary").ClickAsync();
        await page.Locator("#act-close select[name=venue]").SelectOptionAsync(meeting.Venue);
        await page.Locator("#act-close input[name=time]").FillAsync("16:45");
        await page.Locator("#act-close input[name=reason]").FillAsync("leak");
        await page.Locator("#act-close form").SendAsync();

        var conflict = other.Locator("#conflicts .stand").Filter(new() { Has = other.Locator($"a[href$='/meetings/{meeting.Id}']") });
        await Expect(conflict).ToContainTextAsync("Barbade");
        await Expect(conflict).ToContainTextAsync("depuis 10:40");
        var closed = other.Locator("#rooms li").Filter(new() { HasText = "leak" });
        await Expect(closed).ToContainTextAsync("16:45–17:45");

        await closed.Locator("button").ClickAsync();
        await Expect(page.Locator($"#conflicts a[href$='/meetings/{meeting.Id}']")).ToHaveCountAsync(0);
        await Expect(page.Locator("#rooms li").Filter(new() { HasText = "leak" })).ToHaveCountAsync(0);
        foreach (var reader in (Reader[])[first, second])
        {
            await reader.AssertNeverReloadedAsync();
            Assert.Empty(reader.Complaints);
        }
    }

    [Fact]
    public async Task An_override_stands_with_its_reason_who_and_when_and_leads_to_its_meeting()
    {
        var desk = await stage.AsAsync("desk");
        await using var reader = await stage.OpenAsync("desk");
        var page = await reader.OpenAsync("/summits/unga74/desk");
        var meeting = await stage.BookAsync("GRD", "LCA", "17:00");

        var taken = await stage.BookAsync("ATG", "KNA", "17:00");
        await desk.DoAsync(meeting.Id, "room", new { venue = taken.Venue, reason = "near the hall", @override = "head of state" });

        var stands = page.Locator("#overrides > .stands > .stand").Filter(new() { Has = page.Locator($".stand-meetings a[href$='/meetings/{meeting.Id}']") });
        await Expect(stands).ToContainTextAsync("head of state");
        await Expect(stands).ToContainTextAsync("Protocol desk, 10:40");
        await reader.FollowAsync(() => stands.Locator(".stand-meetings a").ClickAsync());
        await Expect(page.Locator("#head")).ToContainTextAsync("Grenada");
    }

    [Fact]
    public async Task Speeches_that_run_late_move_on_every_board_and_come_back()
    {
        await using var first = await stage.OpenAsync("desk");
        await using var second = await stage.OpenAsync("desk");
        var (page, board) = (await first.OpenAsync("/summits/unga74/desk"), await second.OpenBoardAsync());
        await second.MarkAsync();
        var speech = await page.Locator("#act-slip select[name=commitment] option").Last.GetAttributeAsync("value");
        var block = board.Locator($".block[data-of='{speech}']").First;

        async Task SlipAsync(string minutes)
        {
            if (await page.Locator("#act-slip[open]").CountAsync() == 0) await page.Locator("#act-slip > summary").ClickAsync();
            await page.Locator("#act-slip select[name=commitment]").SelectOptionAsync(speech!);
            await page.Locator("#act-slip select[name=minutes]").SelectOptionAsync(minutes);
            await page.Locator("#act-slip form").SendAsync();
        }

        await SlipAsync("20");
        await Expect(block).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("late"));
        await SlipAsync("0");
        await Expect(block).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("confirmed"));
        await second.AssertNeverReloadedAsync();
        Assert.Empty(first.Complaints.Concat(second.Complaints));
    }
}
