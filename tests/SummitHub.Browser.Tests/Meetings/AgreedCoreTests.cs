using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

/// <summary>Two sides come from their own records to one core, each at a page of its own.</summary>
public sealed class AgreedCoreTests(Stage stage)
{
    [Fact]
    public async Task Six_items_one_edited_two_declined_three_are_agreed_and_each_record_stands()
    {
        var meeting = await stage.BookAsync("ISL", "MLT", "13:30");
        await using var here = await stage.OpenAsync("ISL");
        await using var there = await stage.OpenAsync("MLT", ReaderSetting.Phone);
        var (ours, theirs) = (await here.OpenMeetingAsync(meeting.Id), await there.OpenMeetingAsync(meeting.Id));
        foreach (var text in (string[])["Geothermal wells", "Cod quotas", "A visit in May"]) await OfferAsync(ours, text);
        foreach (var text in (string[])["A ferry", "Tuna quotas", "A film fund"]) await OfferAsync(theirs, text);

        await AcceptAsync(theirs, "Geothermal wells");
        await DeclineAsync(theirs, "Cod quotas", "Not ours to give");
        var visit = ItemIn(theirs, "A visit in May");
        await visit.Locator("details[id^='act-counter'] > summary").ClickAsync();
        var edit = visit.Locator("details[id^='act-counter'] form");
        await Expect(edit.Field("text")).ToHaveValueAsync("A visit in May");
        await edit.Field("text").FillAsync("A visit in the spring");
        await edit.SendAsync();
        await AcceptAsync(ours, "A ferry");
        await DeclineAsync(ours, "Tuna quotas", "Later");
        await AcceptAsync(ours, "A visit in the spring");

        foreach (var page in (IPage[])[ours, theirs])
        {
            var core = page.Locator("#record ol.agreed > li");
            await Expect(core).ToHaveCountAsync(3);
            Assert.Equal(["1 Geothermal wells", "2 A ferry", "3 A visit in the spring"], await NumberedAsync(core));
        }
        // Each side keeps its own words, and what became of them.
        Assert.Equal(["Cod quotas", "A visit in May"], await OwnAsync(ours));
        Assert.Equal(["Tuna quotas", "A film fund"], await OwnAsync(theirs));
        await Expect(ItemIn(ours, "Cod quotas").First).ToContainTextAsync("Not ours to give");
        await Expect(ItemIn(ours, "A visit in May").First).ToContainTextAsync("answered with other words");

        foreach (var (page, drafts, other) in ((IPage, int, string)[])[(ours, 3, "Malta"), (theirs, 3, "Iceland")])
        {
            await page.Locator("#trail > summary").ClickAsync();
            var steps = await page.Locator("#trail li > span").AllInnerTextsAsync();
            Assert.Equal(drafts, steps.Count(s => s.EndsWith("drafted", StringComparison.Ordinal)));
            // The three of a side cleared, seven offers with the counter-offer, and the answers to five.
            foreach (var (said, times) in ((string, int)[])[("cleared", 3), ("offered", 7), ("accepted, agreed by all", 3), ("declined", 2), ("answered with other words", 1)])
                Assert.Equal((said, times), (said, steps.Count(s => s.EndsWith(", " + said, StringComparison.Ordinal))));
            Assert.Contains(steps, s => s.StartsWith(other, StringComparison.Ordinal));
        }
        Assert.Empty(await Looks.FindAsync(theirs));
        Assert.Empty(here.Complaints.Concat(there.Complaints));
    }

    [Fact]
    public async Task On_a_phone_an_item_is_noted_in_two_taps_and_nothing_is_one()
    {
        var meeting = await stage.BookAsync("TON", "PLW", "13:30");
        await using var notetaker = await stage.OpenAsync("TON?role=notetaker", ReaderSetting.Phone);
        var phone = await notetaker.OpenMeetingAsync(meeting.Id);
        var form = phone.Locator("#record form[data-call$='/items']");
        var taps = new Taps();

        // His first item: the kind, the words, and away.
        await taps.TapAsync(form.Locator("label:has([value='invitation'])"));
        await taps.TapAsync(form.Field("text"));
        await phone.Keyboard.TypeAsync("Приглашение в Нукуалофу");
        await taps.TapAsync(form.Locator(".outcome-acts button"));
        await Expect(ItemIn(phone, "Приглашение в Нукуалофу").First).ToBeVisibleAsync();
        Assert.Equal(3, taps.Count);

        // The same again to somebody else: a phrase of before, and away; the kind that is most likely is chosen.
        taps = new Taps();
        var chip = form.Locator("[data-phrases] button").First;
        await Expect(chip).ToHaveTextAsync("Приглашение в Нукуалофу");
        await taps.TapAsync(chip);
        await taps.TapAsync(form.Locator(".outcome-acts button"));
        await Expect(ItemIn(phone, "Приглашение в Нукуалофу")).ToHaveCountAsync(2);
        Assert.Equal(2, taps.Count);
        foreach (var target in await form.Locator(".choice, [data-phrases] button, .outcome-acts button").AllAsync())
            Assert.InRange((await target.BoundingBoxAsync())!.Height, 44, 400);
        Assert.Empty(await Looks.FindAsync(phone));

        var second = await notetaker.OpenMeetingAsync((await stage.BookAsync("TON", "PLW", "19:00")).Id);
        taps = new Taps();
        await taps.TapAsync(second.Locator("#record button[data-body*='pullAsideOnly']"));
        await Expect(second.Locator("#record h2")).ToContainTextAsync("pull-aside only");
        Assert.Equal(1, taps.Count);
        Assert.Empty(notetaker.Complaints);
    }

    [Fact]
    public async Task At_a_desk_an_item_is_noted_offered_and_accepted_with_the_keyboard_alone()
    {
        var meeting = await stage.BookAsync("NRU", "TUV", "13:30");
        await using var here = await stage.OpenAsync("NRU");
        await using var there = await stage.OpenAsync("TUV");
        var (ours, theirs) = (await here.OpenMeetingAsync(meeting.Id), await there.OpenMeetingAsync(meeting.Id));

        await ours.Locator("#record form[data-call$='/items'] [name='text']").FocusAsync();
        await ours.Keyboard.PressAsync("Shift+Tab");
        await ours.Keyboard.PressAsync("ArrowRight");
        await ours.Keyboard.PressAsync("Tab");
        await ours.Keyboard.TypeAsync("Sea walls");
        await ours.Keyboard.PressAsync("Control+Enter");
        await Expect(ItemIn(ours, "Sea walls").First).ToContainTextAsync("Request");
        await ItemIn(ours, "Sea walls").Locator("button[data-call$='/offer']").FocusAsync();
        await ours.Keyboard.PressAsync("Enter");
        await ItemIn(theirs, "Sea walls").Locator("button[data-call$='/accept']").FocusAsync();
        await theirs.Keyboard.PressAsync("Enter");

        await Expect(ours.Locator("#record ol.agreed > li")).ToContainTextAsync("Sea walls");
        Assert.Empty(here.Complaints.Concat(there.Complaints));
    }

    private static async Task OfferAsync(IPage page, string text)
    {
        var form = page.Locator("#record form[data-call$='/items']");
        await form.Field("text").FillAsync(text);
        await form.Locator(".outcome-acts button").ClickAsync();
        await ItemIn(page, text).Locator("button[data-call$='/offer']").ClickAsync();
        await Expect(ItemIn(page, text).First).ToContainTextAsync("offered");
    }

    private static async Task AcceptAsync(IPage page, string text)
    {
        await ItemIn(page, text).Locator("button[data-call$='/accept']").ClickAsync();
        await Expect(page.Locator("#record ol.agreed > li", new() { HasText = text })).ToBeVisibleAsync();
    }

    private static async Task DeclineAsync(IPage page, string text, string reason)
    {
        await ItemIn(page, text).Locator("details[id^='act-decline'] > summary").ClickAsync();
        var form = ItemIn(page, text).Locator("details[id^='act-decline'] form");
        await form.Field("reason").FillAsync(reason);
        await form.SendAsync();
        await Expect(ItemIn(page, text)).ToHaveCountAsync(0);
    }

    /// <summary>The items whose own words these are, not those that only quote them.</summary>
    private static ILocator ItemIn(IPage page, string text) => page.Locator("#record li[data-of]").Filter(new() { Has = page.Locator($".item > p[lang]:text-is('{text}')") });

    private static async Task<IEnumerable<string>> NumberedAsync(ILocator core) =>
        (await core.Locator(".number").AllInnerTextsAsync()).Zip(await core.Locator(".item > p[lang]").AllInnerTextsAsync(), (number, text) => $"{number} {text}");

    private static Task<IReadOnlyList<string>> OwnAsync(IPage page) => page.Locator("#record ul.own > li .item > p[lang]").AllInnerTextsAsync();

    /// <summary>Counts what a finger does.</summary>
    private sealed class Taps
    {
        public int Count { get; private set; }

        public Task TapAsync(ILocator what)
        {
            Count++;
            return what.TapAsync();
        }
    }
}
