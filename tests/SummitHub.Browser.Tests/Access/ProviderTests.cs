using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using SummitHub.Server.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Access;

public sealed class ProviderTests(Stage stage)
{
    [Fact]
    public async Task Somebody_signs_in_by_a_real_provider_and_reads_his_live_day()
    {
        await using var provider = await Provider.StartAsync();
        await using var server = new ServerProcess([.. provider.Settings]);
        await server.StartAsync();
        await using var reader = await Reader.SignInAsync(stage.Browser, server.Address, Reader.Nobody, new());
        var page = reader.Page;

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("Aliya");
        await page.GetByLabel("Role").FillAsync("chief");
        await page.GetByLabel("Delegation").FillAsync("KAZ");
        await reader.FollowAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync());

        await Expect(page).ToHaveURLAsync(new Uri(server.Address, "/summits/unga74/delegations/KAZ").ToString());
        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "summithub");
        Assert.Equal((true, SameSiteAttribute.Lax), (cookie.HttpOnly, cookie.SameSite));
        Assert.Empty(reader.Complaints);
    }
}
