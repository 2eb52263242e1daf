using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Meetings;

/// <summary>
/// An outcome within a minute, standing in a corridor: what a notetaker taps and types is counted on the page and weighed by the times of
/// the keystroke-level model (Card, Moran and Newell 1980), with thumbs on glass for fingers on keys.
/// </summary>
public sealed class MinuteTests(Stage stage)
{
    // To make one's mind up, to bring a thumb to a target and touch it, to type a letter: seconds.
    private const double Think = 1.35, Tap = 1.3, Letter = 0.5;

    [Fact]
    public async Task An_item_with_figure_owner_and_day_is_noted_within_a_minute_of_taps()
    {
        var meeting = await stage.BookAsync("MLI", "NER", "18:00");
        await using var notetaker = await stage.OpenAsync("MLI?role=notetaker", ReaderSetting.Phone);
        var page = await notetaker.OpenMeetingAsync(meeting.Id);
        var form = page.Locator("#record form[data-call$='/items']");
        await CountAsync(page);

        await form.Locator("label:has([value='commitment'])").TapAsync();
        await form.Field("text").TapAsync();
        await form.Field("text").PressSequentiallyAsync("Two wells a year on the border");
        await form.Field("figure").TapAsync();
        await form.Field("figure").PressSequentiallyAsync("24");
        await form.Field("unit").TapAsync();
        await form.Field("unit").PressSequentiallyAsync("wells");
        await form.Field("owner").SelectOptionAsync("MLI");
        await form.Field("due").FillAsync("2020-06-30");
        await form.Locator(".outcome-acts button").TapAsync();
        await Expect(page.Locator("#record .own > li")).ToContainTextAsync("Two wells a year on the border");

        // A list and a calendar open by one tap and close by another, which the browser keeps to itself.
        var (taps, letters) = await CountedAsync(page);
        Assert.InRange(((taps + 4) * (Tap + Think)) + (letters * Letter), 10, 60);
        Assert.Empty(notetaker.Complaints);
    }

    private static Task CountAsync(IPage page) => page.EvaluateAsync("""
        () => {
          window.counted = [0, 0];
          document.addEventListener('pointerdown', () => window.counted[0]++, true);
          document.addEventListener('keydown', (event) => { if (event.key.length === 1) window.counted[1]++; }, true);
        }
        """);

    private static async Task<(int Taps, int Letters)> CountedAsync(IPage page) =>
        await page.EvaluateAsync<int[]>("window.counted") is [var taps, var letters] ? (taps, letters) : throw new InvalidOperationException("Nothing was counted.");
}
