using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

/// <summary>A readout is composed on the page of its meeting, seen before it is published, and read and printed by others after.</summary>
public sealed class ReadoutTests(Stage stage)
{
    [Fact]
    public async Task Each_side_composes_its_own_in_its_language_and_reads_it_beside_the_other_s()
    {
        var meeting = await stage.BookAsync("MUS", "QAT", "13:30");
        var (island, gulf) = (await stage.AsAsync("MUS"), await stage.AsAsync("QAT"));
        var outcome = $"{Caller.Summit}/meetings/{meeting.Id}/outcome";
        await island.PostAsync($"{outcome}/items", new { id = "port", kind = "project", text = "A deep port", others = new[] { new { language = "ar", text = "ميناء عميق" } } });
        await island.PostAsync($"{outcome}/items/port/offer", new { });
        await gulf.PostAsync($"{outcome}/items/port/accept", new { });
        await using var here = await stage.OpenAsync("MUS");
        await using var there = await stage.OpenAsync("QAT", ReaderSetting.Phone with { Language = "ar" });
        var (ours, theirs) = (await here.OpenMeetingAsync(meeting.Id), await there.OpenMeetingAsync(meeting.Id));

        await ComposeAsync(ours, "en", "On a port", "The two met in New York.");
        await ComposeAsync(theirs, "ar", "عن ميناء", "التقى الجانبان في نيويورك.");
        var preview = theirs.Locator("#told .readout.own .readout-text");
        await Expect(preview).ToHaveAttributeAsync("dir", "rtl");
        await Expect(preview.Locator("li")).ToHaveTextAsync(["ميناء عميق"]);
        // Composed, it is its own side's alone.
        await Expect(ours.Locator("#told")).Not.ToContainTextAsync("التقى الجانبان");
        await theirs.Locator("#told button[data-call$='/publish']").TapAsync();
        await ours.Locator("#told button[data-call$='/publish']").ClickAsync();

        await Expect(ours.Locator("#told .readout:not(.own) .readout-lead")).ToHaveTextAsync(["التقى الجانبان في نيويورك."]);
        await Expect(theirs.Locator("#told .readout:not(.own) .readout-lead")).ToHaveTextAsync(["The two met in New York."]);
        foreach (var page in (IPage[])[ours, theirs]) Assert.Empty(await Looks.FindAsync(page));
        Assert.Empty(here.Complaints.Concat(there.Complaints));

        await using var other = await stage.OpenAsync("POL?role=reader", new(Width: 696, Height: 1000));
        var faults = new List<string>();
        foreach (var (side, language, text) in (IEnumerable<(string, string, string)>)[("QAT", "ar", "ميناء عميق"), ("MUS", "en", "A deep port")])
        {
            var sheet = await other.OpenAsync($"/summits/unga74/readouts/{meeting.Id}/{side}/{language}");
            faults.AddRange(await Axe.FindAsync(sheet));
            await sheet.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(sheet.Locator(".readout-text li")).ToHaveTextAsync([text]);
            await Expect(sheet.Locator(".readout-acts")).ToBeHiddenAsync();
            await sheet.EmulateMediaAsync(new() { Media = Media.Screen });
            faults.AddRange(await Looks.FindAsync(sheet));
        }
        Assert.Empty(faults.Concat(other.Complaints));
    }

    private static async Task ComposeAsync(IPage page, string language, string title, string lead)
    {
        var form = page.Locator("#act-readout-new form");
        await page.Locator("#act-readout-new > summary").ClickAsync();
        await form.Field("language").SelectOptionAsync(language);
        await form.Field("title").FillAsync(title);
        await form.Field("lead").FillAsync(lead);
        await Expect(form.Field("items")).ToBeCheckedAsync();
        await form.SendAsync();
        await Expect(page.Locator("#told .readout.own .readout-lead")).ToHaveTextAsync([lead]);
    }
}
