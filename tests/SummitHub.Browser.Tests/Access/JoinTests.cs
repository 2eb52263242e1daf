using System.Text.Json;
using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Access;

/// <summary>The page that links lead to: one press lets somebody in, and a no is said in words.</summary>
public sealed class JoinTests(Stage stage)
{
    private const string Access = $"{Caller.Summit}/access";

    [Fact]
    public async Task Somebody_opens_his_link_and_comes_in_by_one_press_and_nobody_comes_in_by_it_again()
    {
        var made = await InviteAsync("Aroha Ngata", "NZL");
        await using var line = new Cable(stage.Server.Address);
        await using var reader = await stage.OpenAsync(Reader.Nobody, new(Through: line.Address));
        var page = reader.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync(Link(made));
        await Expect(page.GetByText("You have been invited")).ToBeVisibleAsync();
        Assert.Equal("/join", await page.EvaluateAsync<string>("location.pathname + location.hash"));
        await reader.FollowAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync());
        await Expect(page).ToHaveURLAsync(new Uri(line.Address, "/summits/unga74/delegations/NZL").ToString());
        await Expect(page.Locator(".menu")).ToContainTextAsync("Aroha Ngata");
        Assert.DoesNotContain(asked, url => url.Contains(Secret(made), StringComparison.Ordinal));
        Assert.Empty(reader.Complaints);

        await using var other = await stage.OpenAsync(Reader.Nobody, new("fr"));
        await other.Page.GotoAsync(Link(made));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ce lien a déjà été utilisé");
    }

    [Fact]
    public async Task A_link_that_was_taken_back_and_one_that_is_broken_say_so_and_the_bare_page_says_what_it_is_for()
    {
        var made = await InviteAsync("Tane Mahuta", "NZL");
        await (await stage.AsAsync("desk")).PostAsync($"{Access}/invitations/{made.GetProperty("id").GetString()}/revoke", new { });
        await using var reader = await stage.OpenAsync(Reader.Nobody);
        var (page, alert) = (reader.Page, reader.Page.GetByRole(AriaRole.Alert));

        await page.GotoAsync("/join");
        await Expect(page.GetByText("This is where the links to a summit open")).ToBeVisibleAsync();
        await page.GotoAsync(Link(made));
        await page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await Expect(alert.GetByText("taken back").First).ToBeVisibleAsync();
        // Only the fragment changes: the page stays and begins anew.
        await page.GotoAsync($"{Link(made)[..^9]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await Expect(alert.GetByText("opens nothing").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_that_is_opened_while_another_is_being_used_does_not_take_that_ones_answer_for_its_own()
    {
        var (gone, made) = (await InviteAsync("Rangi Nui", "NZL"), await InviteAsync("Papa Nuku", "NZL"));
        await (await stage.AsAsync("desk")).PostAsync($"{Access}/invitations/{gone.GetProperty("id").GetString()}/revoke", new { });
        await using var reader = await stage.OpenAsync(Reader.Nobody);
        var page = reader.Page;
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/join", async call =>
        {
            if (call.Request.Method == "POST") await held.Task;
            await call.ContinueAsync();
        });

        await page.GotoAsync(Link(gone));
        await page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await page.GotoAsync(Link(made));
        var answered = page.WaitForResponseAsync(r => r.Status == 410);
        held.SetResult();
        await answered;

        await reader.FollowAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync());
        await Expect(page).ToHaveURLAsync(new Uri(stage.Server.Address, "/summits/unga74/delegations/NZL").ToString());
    }

    [Fact]
    public async Task Another_language_is_chosen_before_coming_in_and_the_link_is_not_lost()
    {
        var made = await InviteAsync("Hine Moana", "NZL");
        await using var reader = await stage.OpenAsync(Reader.Nobody, ReaderSetting.Phone);
        var page = reader.Page;

        await page.GotoAsync(Link(made));
        await page.Locator("a[hreflang='ar']").TapAsync();
        await reader.FollowAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "ادخلوا" }).TapAsync());

        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page).ToHaveURLAsync(new Uri(stage.Server.Address, "/summits/unga74/delegations/NZL").ToString());
    }

    [Fact]
    public async Task A_wall_comes_up_by_its_link_without_a_hand()
    {
        var made = await (await stage.AsAsync("desk")).PostAsync($"{Access}/displays", new { label = "Lobby by the lifts", days = 2 });
        await using var wall = await stage.OpenAsync(Reader.Nobody);

        await wall.FollowAsync(() => wall.Page.GotoAsync(Link(made)));

        await Expect(wall.Page).ToHaveURLAsync(new Uri(stage.Server.Address, "/summits/unga74/wall").ToString());
        Assert.Empty(wall.Complaints);
    }

    private async Task<JsonElement> InviteAsync(string name, string delegation) =>
        await (await stage.AsAsync("desk")).PostAsync($"{Access}/invitations", new { name, role = "chief", delegation, reason = "The other is in the air" });

    private static string Link(JsonElement made) => made.GetProperty("link").GetString()!;

    private static string Secret(JsonElement made) => Link(made).Split('#')[1];
}
