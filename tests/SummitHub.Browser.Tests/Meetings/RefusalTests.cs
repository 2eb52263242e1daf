using System.Text.RegularExpressions;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

public sealed partial class RefusalTests(Stage stage)
{
    [Fact]
    public async Task A_refused_move_says_which_rule_what_is_in_the_way_and_what_would_do_which_one_press_then_does()
    {
        var (moved, held) = (await stage.BookAsync("GHA", "KEN", "14:00"), await stage.BookAsync("MOZ", "TZA", "14:00"));
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenMeetingAsync(moved.Id);
        await desk.MarkAsync();
        var form = await page.UnfoldAsync("move");
        await form.FillMoveAsync("14:00", held.Venue, "Nearer to the hall");
        await form.SendAsync();

        await Expect(form.Answer()).ToContainTextAsync("The room is taken then");
        await Expect(form.Answer()).ToContainTextAsync(new Regex(@"Mozambique – .*Tanzania.* · Bilateral meeting booth \d+ · 14:00–14:20"));
        await Expect(form.Answer().Locator($"a[href$='/meetings/{held.Id}']")).ToBeVisibleAsync();
        Assert.DoesNotContain(held.Id, await form.Answer().InnerTextAsync(), StringComparison.Ordinal);
        var alternative = form.Locator("[data-alternative]").First;
        var (hour, place) = Slot().Match((await alternative.TextContentAsync())!) is { Success: true } slot ? (slot.Groups[1].Value, slot.Groups[2].Value) : default;
        await alternative.ClickAsync();

        await Expect(page.Locator("#head")).ToContainTextAsync(hour);
        await Expect(page.Locator("#head")).ToContainTextAsync(place);
        await Expect(page.Locator("#head")).ToContainTextAsync("Nearer to the hall");
        await Expect(form.Answer()).ToBeHiddenAsync();
        await Expect(page.Locator("#act-move")).Not.ToHaveAttributeAsync("open", "");
        await desk.AssertNeverReloadedAsync();
    }

    [Fact]
    public async Task The_desk_overrides_a_rule_only_with_a_reason_and_is_listed_with_it()
    {
        var (moved, held) = (await stage.BookAsync("ZMB", "ZWE", "14:00"), await stage.BookAsync("BWA", "LSO", "14:00"));
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenMeetingAsync(moved.Id);
        var form = await page.UnfoldAsync("move");
        await form.FillMoveAsync("14:05", held.Venue, "Asked for by both");
        await form.SendAsync();
        var why = form.Field("override");
        await Expect(why).ToBeVisibleAsync();

        await form.Locator("[data-override]").ClickAsync();
        await Expect(why).ToBeFocusedAsync();
        await Expect(page.Locator("#head")).ToContainTextAsync("14:00–14:20");
        await why.FillAsync("Two tables in the room");
        await why.PressAsync("Enter");

        await Expect(page.Locator("#head")).ToContainTextAsync("14:05–14:25");
        await Expect(page.Locator("#facts")).ToContainTextAsync("The room is taken then");
        var overridden = (await (await stage.AsAsync("desk")).MeetingAsync(moved.Id)).GetProperty("overrides")[0];
        Assert.Equal((held.Id, "roomTakenThen"), (overridden.GetProperty("obstacle").GetProperty("meeting").GetString(), overridden.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task After_a_refusal_another_hour_may_be_asked_for_without_any_override()
    {
        var (moved, held) = (await stage.BookAsync("MWI", "SWZ", "14:00"), await stage.BookAsync("BEN", "TGO", "14:00"));
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenMeetingAsync(moved.Id);
        var form = await page.UnfoldAsync("move");
        await form.FillMoveAsync("14:00", held.Venue, "Asked for by both");
        await form.SendAsync();
        await Expect(form.Field("override")).ToBeVisibleAsync();

        await form.Field("time").FillAsync("18:35");
        await form.SendAsync();

        await Expect(page.Locator("#head")).ToContainTextAsync("18:35–18:55");
        Assert.Equal(0, (await (await stage.AsAsync("desk")).MeetingAsync(moved.Id)).GetProperty("overrides").GetArrayLength());
    }

    [Fact]
    public async Task What_is_no_rule_cannot_be_overridden_and_a_tap_that_is_refused_says_so_in_sight()
    {
        var meeting = await stage.BookAsync("BDI", "RWA", "14:00");
        await using var desk = await stage.OpenAsync("desk");
        var page = await desk.OpenDeafAsync($"/summits/unga74/meetings/{meeting.Id}");
        await (await stage.AsAsync("desk")).DoAsync(meeting.Id, "cancel", new { reason = "Principal left" });

        await page.Milestone("started").ClickAsync();
        await Expect(page.Locator("#floor [role='alert']:visible")).ToContainTextAsync("The meeting is not at that point");
        await Expect(page.Locator("[data-override]")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"(\d\d:\d\d–\d\d:\d\d) · (.+)$")]
    private static partial Regex Slot();
}
