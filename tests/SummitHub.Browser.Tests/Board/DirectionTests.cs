using SummitHub.Browser.Tests.House;

namespace SummitHub.Browser.Tests.Board;

/// <summary>The time axis runs with the page: from the right in Arabic, from the left elsewhere.</summary>
public sealed class DirectionTests(Stage stage)
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("zh", "ltr")]
    public async Task Hours_blocks_and_grid_agree_on_where_a_minute_is_and_no_time_is_cut(string language, string direction)
    {
        // On a desk's screen most blocks are too narrow for their times; a wall's shows them.
        await using var reader = await stage.OpenAsync("desk", new(language, 3840, 2160));
        var page = await reader.OpenBoardAsync();
        Assert.Equal(direction, await page.EvaluateAsync<string>("document.dir"));

        Assert.Empty(await page.EvaluateAsync<string[]>(Misplaced));
        Assert.Empty(await page.EvaluateAsync<string[]>(Cut));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("es")]
    public async Task No_page_is_wider_than_a_phone(string language)
    {
        await using var reader = await stage.OpenAsync("KAZ", new(language, 390, 844));
        foreach (var path in new[] { "/summits/unga74/board?day=2019-09-24", "/summits/unga74/board?day=2019-09-24&by=room", "/summits/unga74/delegations/KAZ?day=2019-09-24", "/summits/unga74/notices", "/summits/unga74/meetings/kzb-3" })
        {
            var page = await reader.OpenAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} in {language} is wider than the screen.");
        }
    }

    // Where each minute should begin follows from two labels of hours; every label and block must begin there, to two pixels.
    private const string Misplaced = """
        () => {
          const rtl = document.dir === 'rtl';
          const begin = (element) => { const box = element.getBoundingClientRect(); return rtl ? -box.right : box.left; };
          const minute = (element) => Number(element.style.getPropertyValue('--s'));
          const labels = [...document.querySelectorAll('.hours > span')];
          const track = document.querySelector('.track');
          const perMinute = (begin(labels.at(-1)) - begin(labels[0])) / (minute(labels.at(-1)) - minute(labels[0]));
          const wrong = [...labels, ...document.querySelectorAll('.block')].filter((e) => e.offsetWidth > 0)
            .filter((e) => Math.abs(begin(e) - begin(track) - (minute(e) - minute(labels[0])) * perMinute) > 2)
            .map((e) => `${e.outerHTML} begins at ${begin(e) - begin(track)}`);
          return perMinute > 1 && labels.length >= 12 && document.querySelectorAll('.block').length > 5 ? wrong : ['The axis does not run with the page.'];
        }
        """;

    // A time is whole within its block, or not shown.
    private const string Cut = """
        () => {
          const shown = [...document.querySelectorAll('.block time')].filter((time) => time.offsetWidth > 0);
          const cut = shown.filter((time) => {
            const [own, block] = [time.getBoundingClientRect(), time.closest('.block').getBoundingClientRect()];
            return own.left < block.left || own.right > block.right || time.scrollWidth > time.clientWidth + 1;
          });
          return shown.length > 0 ? cut.map((time) => time.closest('.block').outerHTML) : ['No block shows its time.'];
        }
        """;
}
