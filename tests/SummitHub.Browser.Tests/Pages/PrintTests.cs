using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Pages;

/// <summary>What comes out on paper.</summary>
public sealed class PrintTests(Stage stage)
{
    [Theory]
    [InlineData("KAZ", "/summits/unga74/delegations/KAZ?day=2019-09-24", "en")]
    [InlineData("KAZ", "/summits/unga74/delegations/KAZ?day=2019-09-24", "ar")]
    [InlineData("KAZ", "/summits/unga74/meetings/kzb-3", "en")]
    [InlineData("desk", "/summits/unga74/meetings/kzb-3", "ru")]
    [InlineData("desk", "/summits/unga74/board?day=2019-09-24&by=room", "zh")]
    [InlineData("desk", "/summits/unga74/board?day=2019-09-24", "fr")]
    [InlineData("desk", "/summits/unga74/desk", "es")]
    public async Task A_page_prints_black_on_white_without_what_only_a_screen_can_do_and_cuts_no_meeting_in_two(string who, string path, string language)
    {
        // The text width of an A4 sheet within its margins, in pixels of 96 to the inch.
        await using var reader = await stage.OpenAsync(who, new(language, 696, 1000));
        var page = await reader.OpenAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}theme=dark");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Empty(await page.EvaluateAsync<string[]>(Faults));
        Assert.Empty(await Looks.FindAsync(page));
        await Expect(page.Locator(".printed")).ToContainTextAsync("≈");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }), 0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_says_of_which_version_it_is_and_a_change_makes_it_another()
    {
        await using var reader = await stage.OpenAsync("NPL");
        var page = await reader.OpenDayAsync("NPL");
        var before = await page.Locator("[data-printed]").TextContentAsync();
        Assert.Matches("^Printed as of Tue 24, 10:4[0-9], version [0-9]+$", before);

        await stage.BookAsync("NPL", "BTN", "19:00");

        await Expect(page.Locator("[data-printed]")).Not.ToHaveTextAsync(before!);
    }

    private const string Faults = """
        () => {
          const faults = [];
          const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
          for (const element of document.querySelectorAll('nav, button, input, select, textarea, form, .scroller, .menu')) if (shown(element)) faults.push(`printed: ${element.outerHTML.slice(0, 120)}`);
          const rgb = (color) => { const canvas = document.createElement('canvas').getContext('2d'); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          if (rgb(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3).some((part) => part < 255)) faults.push('the paper is not white');
          const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const [text, around] = [texts.currentNode.data.trim(), texts.currentNode.parentElement];
            if (text && shown(around) && rgb(getComputedStyle(around).color).slice(0, 3).some((part) => part > 0x66)) faults.push(`not black: ${text.slice(0, 60)}`);
          }
          for (const element of document.querySelectorAll('.entry, .sheet-head, .stand')) if (shown(element) && getComputedStyle(element).breakInside !== 'avoid') faults.push(`may be cut in two: ${element.className}`);
          if (!document.querySelector('main .entry, main .sheet-head, main .stand, main .calm, main .good')) faults.push('nothing is printed');
          return faults.slice(0, 6);
        }
        """;
}
