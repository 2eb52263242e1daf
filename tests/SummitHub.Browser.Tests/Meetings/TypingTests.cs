using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

/// <summary>Nothing typed is lost, and nobody acts on what he has not seen.</summary>
public sealed class TypingTests(Stage stage)
{
    [Fact]
    public async Task Who_moves_what_was_moved_meanwhile_is_told_sees_where_it_is_and_may_move_it_again()
    {
        var meeting = await stage.BookAsync("ISR", "CYP", "15:00");
        await using var one = await stage.OpenAsync("desk");
        await using var other = await stage.OpenAsync("desk");
        var (mine, theirs) = (await one.OpenMeetingAsync(meeting.Id), await other.OpenMeetingAsync(meeting.Id));
        var form = await mine.UnfoldAsync("move");
        await form.FillMoveAsync("16:00", meeting.Venue, "My reason, word for word");

        var first = await theirs.UnfoldAsync("move");
        await first.FillMoveAsync("15:30", meeting.Venue, "Was first");
        await first.SendAsync();
        await Expect(mine.Locator("#head")).ToContainTextAsync("15:30–15:50");
        await form.Field("reason").PressAsync("Enter");

        await Expect(form.Answer()).ToContainTextAsync("The meeting has changed meanwhile");
        await Expect(form.Locator("[data-override]")).ToHaveCountAsync(0);
        await Expect(mine.Locator("#head")).ToContainTextAsync("15:30–15:50");
        await Expect(form).ToHaveAttributeAsync("data-version", (await (await stage.AsAsync("desk")).MeetingAsync(meeting.Id)).GetProperty("version").GetRawText());
        await Expect(form.Answer()).ToContainTextAsync("The meeting has changed meanwhile");
        Assert.Equal(("16:00", "My reason, word for word"), (await form.Field("time").InputValueAsync(), await form.Field("reason").InputValueAsync()));
        await form.SendAsync();

        await Expect(mine.Locator("#head")).ToContainTextAsync("16:00–16:20");
        await Expect(theirs.Locator("#head")).ToContainTextAsync("16:00–16:20");
    }

    [Fact]
    public async Task What_stands_in_unfolded_forms_outlives_changes_that_others_make_to_the_page()
    {
        var meeting = await stage.BookAsync("GEO", "ARM", "15:00");
        var desk = await stage.AsAsync("desk");
        await using var reader = await stage.OpenAsync("GEO");
        var page = await reader.OpenMeetingAsync(meeting.Id);
        await reader.MarkAsync();
        var (move, brief) = (await page.UnfoldAsync("move"), await page.UnfoldAsync("brief"));
        await move.FillMoveAsync("15:40", "booth-02", "Half a sentence");
        await brief.Field("notes").FillAsync("Half a thought");
        var outcome = page.Locator("#record form[data-call$='/items']");
        await outcome.Locator("label:has([value='thanks'])").ClickAsync();
        await outcome.Field("text").FillAsync("Half an outcome");
        await page.Locator("h1").First.ClickAsync();

        await desk.DoAsync(meeting.Id, "late", new { start = "2019-09-24T15:09:00-04:00", cause = "traffic" });
        await Expect(page.Locator("#head")).ToContainTextAsync("15:09");
        var version = (await desk.MeetingAsync(meeting.Id)).GetProperty("version").GetRawText();
        await Expect(move).ToHaveAttributeAsync("data-version", version);

        Assert.Equal(("15:40", "booth-02", "Half a sentence"), (await move.Field("time").InputValueAsync(), await move.Field("venue").InputValueAsync(), await move.Field("reason").InputValueAsync()));
        Assert.Equal("Half a thought", await brief.Field("notes").InputValueAsync());
        Assert.Equal("Half an outcome", await outcome.Field("text").InputValueAsync());
        await Expect(outcome.Locator("[value='thanks']")).ToBeCheckedAsync();
        await reader.AssertNeverReloadedAsync();
    }

    [Fact]
    public async Task What_is_typed_in_a_draft_outlives_a_reload_and_is_gone_once_it_is_sent()
    {
        var meeting = await stage.BookAsync("ECU", "PRY", "15:00");
        await using var reader = await stage.OpenAsync("ECU?role=notetaker", ReaderSetting.Phone);
        var page = await reader.OpenMeetingAsync(meeting.Id);
        var (outcome, brief) = (page.Locator("#record form[data-call$='/items']"), await page.UnfoldAsync("brief"));
        await brief.Field("topics").FillAsync("river, bridge");
        await outcome.Locator("label:has([value='measure'])").TapAsync();
        await outcome.Field("text").PressSequentiallyAsync("Puente nuevo, 工程, «мост»");
        await outcome.Field("figure").FillAsync("1 200");

        await reader.FollowAsync(() => page.ReloadAsync());
        await Expect(outcome.Field("text")).ToHaveValueAsync("Puente nuevo, 工程, «мост»");
        await Expect(outcome.Field("figure")).ToHaveValueAsync("1 200");
        await Expect(outcome.Locator("[value='measure']")).ToBeCheckedAsync();
        await Expect(brief.Field("topics")).ToHaveValueAsync("river, bridge");
        await outcome.SendAsync();
        await Expect(page.Locator("#record li[data-of]")).ToContainTextAsync("Puente nuevo, 工程, «мост»");

        await reader.FollowAsync(() => page.ReloadAsync());
        await Expect(outcome.Field("text")).ToHaveValueAsync("");
        await Expect(page.Locator("#record li[data-of]")).ToHaveCountAsync(1);
        await Expect(brief.Field("topics")).ToHaveValueAsync("river, bridge");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_page_that_could_not_be_fetched_for_a_change_asks_again_by_itself()
    {
        var meeting = await stage.BookAsync("URY", "BLZ", "15:00");
        await using var reader = await stage.OpenAsync("URY");
        var page = await reader.OpenMeetingAsync(meeting.Id);
        await reader.MarkAsync();
        var failed = 0;
        await page.RouteAsync($"**/meetings/{meeting.Id}", route => Interlocked.Increment(ref failed) <= 2 ? route.AbortAsync() : route.ContinueAsync());

        await (await stage.AsAsync("desk")).DoAsync(meeting.Id, "late", new { start = "2019-09-24T15:07:00-04:00", cause = "traffic" });

        await Expect(page.Locator("#head")).ToContainTextAsync("15:07");
        Assert.True(failed > 2);
        await reader.AssertNeverReloadedAsync();
    }
}
