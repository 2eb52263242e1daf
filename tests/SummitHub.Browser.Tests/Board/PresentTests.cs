using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Board;

public sealed class PresentTests(Stage stage)
{
    [Fact]
    public async Task Who_else_of_ones_own_side_looks_stands_in_the_header_until_he_goes()
    {
        await using var control = await stage.OpenAsync("MDV?role=controlOfficer");
        await using var stranger = await stage.OpenAsync("BTN");
        var page = await control.OpenDayAsync("MDV");
        var other = await stranger.OpenDayAsync("BTN");
        await Expect(page.Locator("[data-present]")).ToBeHiddenAsync();

        await using (var officer = await stage.OpenAsync("MDV?role=siteOfficer", new("fr")))
        {
            var phone = await officer.OpenDayAsync("MDV");
            await Expect(page.Locator("[data-present] .unseen")).ToHaveTextAsync("Also looking: Site officer");
            await Expect(page.Locator("[data-present] i").First).ToHaveTextAsync("SO");
            await Expect(phone.Locator("[data-present] .unseen")).ToContainTextAsync("Regardent aussi");
            Assert.Empty(await Axe.FindAsync(page));
        }

        await Expect(page.Locator("[data-present]")).ToBeHiddenAsync();
        await Expect(other.Locator("[data-present]")).ToBeHiddenAsync();
        Assert.Empty(control.Complaints.Concat(stranger.Complaints));
    }
}
