using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Sample;

/// <summary>The real day, played to its evening: what came out of the five Kazakh meetings, in English and in Russian, on the screen and on paper.</summary>
public sealed partial class RealDayTests(Stage stage)
{
    private static readonly string[] Meetings = ["kzb-1", "kzb-2", "kzb-3", "kzb-4", "kzb-5"];

    [Fact]
    public async Task The_outcomes_of_the_five_Kazakh_meetings_read_well_in_English_and_Russian_and_the_day_sheet_says_that_they_were_held()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using (var desk = await Caller.SignInAsync(server.Address, "desk"))
            await desk.PostAsync("/sample/clock", new { play = true, pause = true, jumpTo = "2019-09-24T18:30:00-04:00" });
        await using var english = await Reader.SignInAsync(stage.Browser, server.Address, "KAZ", new());
        await using var russian = await Reader.SignInAsync(stage.Browser, server.Address, "KAZ", ReaderSetting.Phone with { Language = "ru" });

        foreach (var meeting in Meetings)
        {
            var (here, there) = (await english.OpenMeetingAsync(meeting), await russian.OpenMeetingAsync(meeting));
            var (en, ru) = (await ItemsAsync(here), await ItemsAsync(there));
            Assert.NotEmpty(en);
            Assert.Equal(en.Count, ru.Count);
            Assert.All(en, text => Assert.DoesNotMatch(Cyrillic(), text));
            Assert.All(ru, text => Assert.Matches(Cyrillic(), text));
            // What is nobody's name nor a sign of a unit is in the page's language.
            Assert.DoesNotMatch(Cyrillic(), await here.Locator("#record").InnerTextAsync());
            Assert.DoesNotMatch(English(), await there.Locator("#record").InnerTextAsync());
            foreach (var office in await there.Locator("#head .office").AllInnerTextsAsync()) Assert.Matches(Cyrillic(), office);
            foreach (var page in (IPage[])[here, there])
            {
                await Expect(page.Locator("#record .record-state.recorded")).ToBeVisibleAsync();
                Assert.Empty((await Looks.FindAsync(page)).Concat(await Axe.FindAsync(page)));
            }
        }

        foreach (var reader in (Reader[])[english, russian])
        {
            var sheet = await reader.OpenDayAsync("KAZ");
            await sheet.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var meeting in Meetings) await Expect(sheet.Locator($"#day [data-of='{meeting}']")).ToBeVisibleAsync();
            Assert.Empty(await Looks.FindAsync(sheet));
            Assert.Empty(reader.Complaints);
        }
    }

    private static Task<IReadOnlyList<string>> ItemsAsync(IPage page) => page.Locator("#record .items .item > p[lang]").AllInnerTextsAsync();

    [GeneratedRegex("[а-яё]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\b[a-z]{3,}\b")]
    private static partial Regex English();
}
