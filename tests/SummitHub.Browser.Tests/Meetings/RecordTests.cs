using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

public sealed class RecordTests(Stage stage)
{
    [Fact]
    public async Task A_draft_is_its_sides_alone_until_it_is_offered_and_what_is_accepted_is_numbered_on_both_sides()
    {
        const string Words = "Quartz-ferry-9071 sails twice a week";
        var meeting = await stage.BookAsync("NOR", "SWE");
        var desk = await stage.AsAsync("desk");
        await using var line = new Cable(stage.Server.Address);
        await using var notetaker = await stage.OpenAsync("NOR?role=notetaker", ReaderSetting.Phone);
        await using var chief = await stage.OpenAsync("NOR");
        await using var other = await stage.OpenAsync("SWE", new(Through: line.Address));
        var (phone, ours, theirs) = (await notetaker.OpenMeetingAsync(meeting.Id), await chief.OpenMeetingAsync(meeting.Id), await other.OpenMeetingAsync(meeting.Id));
        foreach (var reader in (Reader[])[notetaker, chief, other]) await reader.MarkAsync();

        var form = phone.Locator("#record form[data-call$='/items']");
        await form.Locator("label:has([value='project'])").TapAsync();
        await form.Field("text").FillAsync(Words);
        await form.SendAsync();
        var draft = ours.Locator("#record li[data-of]", new() { HasText = Words });
        await Expect(draft).ToBeVisibleAsync();
        await Expect(form.Field("text")).ToHaveValueAsync("");

        // What comes after the draft has come: so the draft never will.
        await desk.DoAsync(meeting.Id, "milestone", new { milestone = "roomReady" });
        await Expect(theirs.Locator("#floor button[data-body*='roomReady']")).ToBeDisabledAsync();
        await other.ReadAsync($"{Caller.Summit}/meetings/{meeting.Id}/outcome");
        await other.ReadAsync($"{Caller.Summit}/events?since=0");
        Assert.Contains(meeting.Id, line.Brought, StringComparison.Ordinal);
        Assert.DoesNotContain("Quartz", line.Brought, StringComparison.Ordinal);

        await draft.Locator("button[data-call$='/offer']").ClickAsync();
        var offered = theirs.Locator("#record li[data-of]", new() { HasText = Words });
        await Expect(offered).ToBeVisibleAsync();
        Assert.Contains("Quartz", line.Brought, StringComparison.Ordinal);
        await offered.Locator("button[data-call$='/accept']").ClickAsync();

        foreach (var page in (Microsoft.Playwright.IPage[])[phone, ours, theirs])
            await Expect(page.Locator("#record ol > li[data-of]", new() { HasText = Words }).Locator("b").First).ToHaveTextAsync("1");
        foreach (var reader in (Reader[])[notetaker, chief, other])
        {
            await reader.AssertNeverReloadedAsync();
            Assert.Empty(reader.Complaints);
        }
    }

    [Fact]
    public async Task An_item_is_declined_with_a_reason_that_the_side_which_offered_it_reads()
    {
        var meeting = await stage.BookAsync("DNK", "NAM");
        using var offering = await Caller.SignInAsync(stage.Server.Address, "DNK");
        await offering.PostAsync($"{Caller.Summit}/meetings/{meeting.Id}/outcome/items", new { id = "lighthouse", kind = "project", text = "A lighthouse" });
        await offering.PostAsync($"{Caller.Summit}/meetings/{meeting.Id}/outcome/items/lighthouse/offer", new { });
        await using var chief = await stage.OpenAsync("DNK");
        await using var other = await stage.OpenAsync("NAM");
        var (ours, theirs) = (await chief.OpenMeetingAsync(meeting.Id), await other.OpenMeetingAsync(meeting.Id));

        var form = await theirs.UnfoldAsync("decline-lighthouse");
        await form.Field("reason").FillAsync("Too bright");
        await form.SendAsync();

        await Expect(ours.Locator("#record li[data-of='lighthouse']")).ToContainTextAsync("Too bright");
        await Expect(theirs.Locator("#record li[data-of='lighthouse'] button")).ToHaveCountAsync(0);
        Assert.Empty(chief.Complaints.Concat(other.Complaints));
    }

    [Fact]
    public async Task No_substantive_outcome_is_one_tap()
    {
        var meeting = await stage.BookAsync("FJI", "WSM");
        await using var notetaker = await stage.OpenAsync("FJI?role=notetaker", ReaderSetting.Phone);
        await using var chief = await stage.OpenAsync("FJI");
        var (phone, ours) = (await notetaker.OpenMeetingAsync(meeting.Id), await chief.OpenMeetingAsync(meeting.Id));

        await phone.Locator("#record button[data-body*='noSubstantiveOutcome']").TapAsync();

        await Expect(ours.Locator("#record h2")).ToContainTextAsync("no substantive outcome");
        await Expect(phone.Locator("#record button[data-call$='/settle']")).ToHaveCountAsync(0);
        Assert.Empty(chief.Complaints.Concat(notetaker.Complaints));
    }
}
