using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

public sealed class InvitationTests(SampleServer server)
{
    [Fact]
    public async Task The_desk_invites_a_chief_who_invites_his_staff_who_signs_in()
    {
        using var desk = await server.SignInAsync("desk");
        using var chief = server.Anonymous();
        var (status, body) = await chief.JoinAsync(await desk.InviteAsync("Amina", "chief", "MAR"));
        Assert.Equal((HttpStatusCode.OK, "/summits/unga74/delegations/MAR"), (status, body.GetProperty("to").GetString()));

        using var notetaker = server.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await notetaker.JoinAsync(await chief.InviteAsync("Youssef", "notetaker", "MAR"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await notetaker.ReadAsync($"{Api}/delegations/MAR/notices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await notetaker.ReadAsync($"{Api}/delegations/KAZ/notices")).Status);
        Assert.Equal(["Amina", "Youssef"], await PeopleAsync(chief));
        Assert.Empty(await PeopleAsync(notetaker));
        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (await notetaker.SendAsync($"{Door}/invitations", """{"name":"Friend","role":"reader","delegation":"MAR"}""")).Said());
        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (await chief.SendAsync($"{Door}/invitations", """{"name":"Friend","role":"desk"}""")).Said());
        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (await desk.SendAsync($"{Door}/invitations", """{"name":"Spy","role":"notetaker","delegation":"MAR"}""")).Said());
        Assert.Equal((HttpStatusCode.BadRequest, "reasonNeeded"), (await desk.SendAsync($"{Door}/invitations", """{"name":"Spy","role":"chief","delegation":"MAR"}""")).Said());
    }

    [Fact]
    public async Task A_link_used_twice_is_refused_the_second_time()
    {
        using var desk = await server.SignInAsync("desk");
        var secret = await desk.InviteAsync("Hassan", "chief", "EGY");
        using var first = server.Anonymous();
        using var second = server.Anonymous();

        Assert.Equal(HttpStatusCode.OK, (await first.JoinAsync(secret)).Status);
        Assert.Equal((HttpStatusCode.Gone, "invitationUsed"), (await second.JoinAsync(secret)).Said());
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.OK, (await first.ReadAsync(Api)).Status);
    }

    [Fact]
    public async Task A_page_that_lost_its_answer_asks_again_under_the_same_key_and_is_let_in()
    {
        using var desk = await server.SignInAsync("desk");
        var secret = await desk.InviteAsync("Jomo", "chief", "KEN");
        using var lost = server.Anonymous();
        using var page = server.Anonymous();

        Assert.Equal(HttpStatusCode.OK, (await lost.JoinAsync(secret, "the-key-of-this-page")).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.JoinAsync(secret, "the-key-of-this-page")).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await lost.ReadAsync(Api)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("join.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("join.nowhere.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("session.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("token.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("display.unga74.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_opens_nothing(string secret)
    {
        using var stranger = server.Anonymous();

        Assert.Equal((HttpStatusCode.NotFound, "noSuchInvitation"), (await stranger.JoinAsync(secret)).Said());
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_sign_its_reader_in()
    {
        using var stranger = server.Anonymous();
        stranger.DefaultRequestHeaders.Remove("X-SummitHub");

        Assert.Equal((HttpStatusCode.Forbidden, "notFromOurPage"), (await stranger.SendAsync("/join", """{"secret":"x"}""")).Said());
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_a_link_taken_back_opens_nothing()
    {
        using var desk = await server.SignInAsync("desk");
        using var chief = server.Anonymous();
        await chief.JoinAsync(await desk.InviteAsync("Wanjiru", "chief", "UGA"));
        using var reader = server.Anonymous();
        await reader.JoinAsync(await chief.InviteAsync("Okello", "reader", "UGA"));
        var view = (await chief.ReadAsync(Door)).Body;
        var okello = view.GetProperty("people").EnumerateArray().Single(p => Name(p) == "Okello").GetProperty("who").GetProperty("id").GetString();
        var open = (await chief.SendAsync($"{Door}/invitations", """{"name":"Achieng","role":"press","delegation":"UGA"}""")).Body;

        Assert.Equal(HttpStatusCode.NoContent, (await chief.SendAsync($"{Door}/members/{okello}/remove", "{}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await chief.SendAsync($"{Door}/invitations/{open.GetProperty("id").GetString()}/revoke", "{}")).Status);
        using var press = server.Anonymous();
        Assert.Equal((HttpStatusCode.Gone, "invitationRevoked"), (await press.JoinAsync(open.SecretOf())).Said());
    }

    [Fact]
    public async Task Repeating_a_call_under_its_key_makes_one_invitation()
    {
        using var chief = await server.SignInAsync("JOR");
        const string Body = """{"name":"Rania","role":"reader","delegation":"JOR"}""";
        var first = (await chief.SendAsync($"{Door}/invitations", Body, key: "same-key")).Body;
        var second = (await chief.SendAsync($"{Door}/invitations", Body, key: "same-key")).Body;

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        using var guest = server.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.JoinAsync(first.SecretOf())).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.JoinAsync(second.SecretOf())).Status);
    }

    [Fact]
    public async Task Somebody_signs_in_on_a_second_device_and_ends_what_he_left_open()
    {
        using var phone = await server.SignInAsync("POL?role=siteOfficer");
        var made = (await phone.SendAsync($"{Door}/devices", "{}")).Body;
        using var laptop = server.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await laptop.JoinAsync(made.SecretOf())).Status);

        var own = (await laptop.ReadAsync(Door)).Body.GetProperty("own").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ToList();
        Assert.True(own.Count >= 2);
        // The one used last is this one.
        foreach (var id in own.Skip(1)) Assert.Equal(HttpStatusCode.NoContent, (await laptop.SendAsync($"{Door}/passes/{id}/end", "{}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.OK, (await laptop.ReadAsync(Api)).Status);
    }

    [Fact]
    public async Task Joining_ends_the_session_that_the_browser_had_before()
    {
        using var desk = await server.SignInAsync("desk");
        using var browser = await server.SignInAsync("POL?role=reader");
        var before = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        Assert.Equal(HttpStatusCode.OK, (await browser.JoinAsync(await desk.InviteAsync("Nadia", "chief", "TUN"))).Status);

        using var old = server.Anonymous();
        old.DefaultRequestHeaders.Add("Cookie", before);
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.ReadAsync(Api)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.ReadAsync($"{Api}/delegations/TUN/notices")).Status);
    }

    [Fact]
    public async Task A_name_that_is_markup_is_a_name_on_a_page()
    {
        using var desk = await server.SignInAsync("desk");
        using var chief = server.Anonymous();
        var (_, body) = await chief.JoinAsync(await desk.InviteAsync("\"></script><b id=made>", "chief", "LKA"));
        using var answer = await chief.GetAsync(new Uri(body.GetProperty("to").GetString()!, UriKind.Relative), TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("&quot;&gt;&lt;/script&gt;&lt;b id=made&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b id=made>", page, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> PeopleAsync(HttpClient client) => [.. (await client.ReadAsync(Door)).Body.GetProperty("people").EnumerateArray().Select(Name)];

    private static string? Name(JsonElement member) => member.GetProperty("who").GetProperty("name").GetString();
}
