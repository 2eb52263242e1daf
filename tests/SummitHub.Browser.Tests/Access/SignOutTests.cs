using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Access;

public sealed class SignOutTests(Stage stage)
{
    [Fact]
    public async Task Who_signs_out_is_out_also_for_the_way_back_and_leaves_nothing_typed_behind()
    {
        await using var reader = await stage.OpenAsync("MNG?role=notetaker");
        var page = await reader.OpenDayAsync("MNG");
        await page.EvaluateAsync("localStorage.setItem('summithub:draft:x:y', '[]'); localStorage.setItem('other', 'stays')");

        await page.Locator(".me summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(stage.Server.Address, "/").ToString());
        Assert.Equal("other", await page.EvaluateAsync<string>("Object.keys(localStorage).join()"));
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(403, (await page.GoBackAsync())!.Status);
        Assert.Equal(401, (await reader.ReadAsync("/api/summits/unga74")).Status);
    }
}
