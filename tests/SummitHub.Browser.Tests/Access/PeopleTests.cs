using Microsoft.Playwright;
using SummitHub.Browser.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace SummitHub.Browser.Tests.Access;

/// <summary>Who is let in, invited, removed and signed out, by the pages alone. Delegations of their own, since others read who is in.</summary>
public sealed class PeopleTests(Stage stage)
{
    private const string People = "/summits/unga74/people";

    [Fact]
    public async Task The_desk_invites_a_chief_who_invites_a_notetaker_and_removes_him_and_his_board_is_gone()
    {
        await using var desk = await stage.OpenAsync("desk");
        var link = await InviteAsync(await desk.OpenAsync(People), "Mpule Kgosi", async form => await form.Field("delegation").SelectOptionAsync("BWA"));
        await Expect(desk.Page.Locator("#invitations")).ToContainTextAsync("Mpule Kgosi");

        await using var chief = await JoinAsync(link);
        await Expect(chief.Page).ToHaveURLAsync(new Uri(stage.Server.Address, "/summits/unga74/delegations/BWA").ToString());
        var second = await InviteAsync(await chief.OpenAsync(People), "Neo Molefe", async form => await form.Field("role").SelectOptionAsync("notetaker"));

        await using var notetaker = await JoinAsync(second);
        await Expect(notetaker.Page.Locator(".menu")).ToContainTextAsync("Neo Molefe");
        var page = await chief.OpenAsync(People);
        var line = page.Locator("#people > ul > li", new() { HasText = "Neo Molefe" });
        await line.Locator("summary").ClickAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();

        await Expect(line).ToHaveCountAsync(0);
        await AssertIsOutAsync(notetaker);
        Assert.Empty(chief.Complaints.Concat(desk.Complaints));
    }

    [Fact]
    public async Task A_session_that_is_ended_in_one_browser_loses_its_line_in_the_other_and_signing_out_ends_the_first()
    {
        var made = await (await stage.AsAsync("desk")).PostAsync($"{Caller.Summit}/access/invitations", new { name = "Losika Seboni", role = "chief", delegation = "LSO", reason = "None is here" });
        await using var first = await JoinAsync(made.GetProperty("link").GetString()!);
        var page = await first.OpenAsync(People);
        await page.Locator("button[data-made='made-device']").ClickAsync();
        await using var second = await JoinAsync(await MadeAsync(page, "made-device"));

        page = await first.OpenAsync(People);
        var lines = page.Locator("#sessions > ul > li");
        await Expect(lines).ToHaveCountAsync(2);
        await lines.Filter(new() { HasNot = page.Locator(".here") }).Locator("button").ClickAsync();
        await Expect(lines).ToHaveCountAsync(1);
        await AssertIsOutAsync(second);

        await page.Locator(".me > summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(stage.Server.Address.ToString());
        await first.GoAsync(People, 403);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_listed_with_what_it_may_do_until_it_is_ended()
    {
        await using var reader = await stage.OpenAsync("SWZ");
        var page = await reader.OpenAsync(People);
        var form = await page.UnfoldAsync("token");
        await form.Field("label").FillAsync("Car pool list");
        await form.Locator("[value='record']").CheckAsync();
        await form.SendAsync();

        Assert.StartsWith("token.unga74.", await MadeAsync(page, "made-token"), StringComparison.Ordinal);
        var line = page.Locator("#tokens li", new() { HasText = "Car pool list" });
        await Expect(line).ToContainTextAsync("read, keep records of meetings");
        await page.Locator("#made-token [data-put-away]").ClickAsync();
        Assert.DoesNotContain("token.unga74.", await page.ContentAsync(), StringComparison.Ordinal);
        await line.Locator("button").ClickAsync();
        await Expect(line).ToHaveCountAsync(0);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_address_of_a_calendar_is_shown_once_is_read_without_signing_in_and_opens_nothing_when_it_is_ended()
    {
        await using var reader = await stage.OpenAsync("MWI");
        var page = await reader.OpenAsync(People);
        var form = await page.UnfoldAsync("calendar");
        await form.Field("of").SelectOptionAsync("principal:mwi-p1");
        await form.Field("label").FillAsync("The minister's telephone");
        await form.SendAsync();

        var address = new Uri(await MadeAsync(page, "made-calendar"));
        using var telephone = new HttpClient();
        Assert.StartsWith("BEGIN:VCALENDAR", await telephone.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var line = page.Locator("#calendars li", new() { HasText = "The minister's telephone" });
        await line.Locator("button").ClickAsync();
        await Expect(line).ToHaveCountAsync(0);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var status = System.Net.HttpStatusCode.OK;
        while (status == System.Net.HttpStatusCode.OK)
        {
            using var answer = await telephone.GetAsync(address, deadline.Token);
            status = answer.StatusCode;
        }
        Assert.Equal(System.Net.HttpStatusCode.NotFound, status);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_audit_is_read_by_the_desk_and_chiefs_and_is_not_there_for_others()
    {
        await (await stage.AsAsync("desk")).PostAsync($"{Caller.Summit}/access/invitations", new { name = "Sipho Dlamini", role = "chief", delegation = "ZMB", reason = "Named by note verbale" });
        await using var desk = await stage.OpenAsync("desk");
        await using var chief = await stage.OpenAsync("ZMB");
        await using var other = await stage.OpenAsync("ZWE");
        await using var notetaker = await stage.OpenAsync("ZMB?role=notetaker");

        foreach (var reader in (Reader[])[desk, chief])
        {
            var entry = (await reader.OpenAsync($"{People}/audit")).Locator(".audit > li", new() { HasText = "Sipho Dlamini" });
            await Expect(entry).ToContainTextAsync("Invited");
            await Expect(entry).ToContainTextAsync("Sipho Dlamini (Chief of delegation)");
            await Expect(entry).ToContainTextAsync("Named by note verbale");
        }
        await Expect((await other.OpenAsync($"{People}/audit")).GetByText("Sipho Dlamini")).ToHaveCountAsync(0);
        await notetaker.GoAsync($"{People}/audit", 404);
        var own = await notetaker.OpenAsync(People);
        await Expect(own.Locator("#sessions .here")).ToHaveCountAsync(1);
        await Expect(own.Locator("#act-invite, #people")).ToHaveCountAsync(0);
    }

    private static async Task<string> InviteAsync(IPage page, string name, Func<ILocator, Task> fill)
    {
        var form = await page.UnfoldAsync("invite");
        await form.Field("name").FillAsync(name);
        await fill(form);
        await form.SendAsync();
        return await MadeAsync(page, "made-invitation");
    }

    private static async Task<string> MadeAsync(IPage page, string box)
    {
        var field = page.Locator($"#{box} input");
        await Expect(field).ToBeVisibleAsync();
        return await field.InputValueAsync();
    }

    private async Task<Reader> JoinAsync(string link)
    {
        var reader = await stage.OpenAsync(Reader.Nobody);
        await reader.Page.GotoAsync(link);
        await reader.FollowAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync());
        return reader;
    }

    private static Task AssertIsOutAsync(Reader reader) =>
        Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Please sign in", new() { Timeout = (float)Deadlines.Aged.TotalMilliseconds });
}
