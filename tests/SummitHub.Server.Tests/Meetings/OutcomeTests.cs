using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Meetings;

/// <summary>The record of a meeting over HTTP: each side's own, and what is offered.</summary>
public sealed class OutcomeTests(SampleServer server)
{
    private const string Outcome = "/api/summits/unga74/meetings/kzb-2/outcome";

    [Fact]
    public async Task An_item_drafted_again_under_the_same_key_is_one_item()
    {
        using var georgia = await server.SignInAsync("GEO?role=notetaker");
        const string Item = """{"kind":"project","text":"A ferry line, said twice over a bad line"}""";
        var first = await georgia.SendAsync($"{Outcome}/items", Item, key: "ferry");
        var again = await georgia.SendAsync($"{Outcome}/items", Item, key: "ferry");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Single(Texts(again.Body), "A ferry line, said twice over a bad line");
        var other = await georgia.SendAsync($"{Outcome}/items", """{"kind":"project","text":"Another thing under the same key"}""", key: "ferry");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "operationIdUsedForAnother"), (other.Status, other.Body.Reason()));
    }

    [Fact]
    public async Task A_draft_is_its_side_s_alone_until_its_chief_offers_it()
    {
        const string Text = "A visit in the spring, of which only we know yet";
        using var georgia = await server.SignInAsync("GEO");
        using var kazakh = await server.SignInAsync("KAZ");
        using var notetaker = await server.SignInAsync("GEO?role=notetaker");
        var drafted = await georgia.SendAsync($"{Outcome}/items", JsonSerializer.Serialize(new { id = "visit", kind = "nextContact", text = Text }));
        Assert.Contains(Text, Texts(drafted.Body));
        Assert.DoesNotContain(Text, Texts((await kazakh.ReadAsync(Outcome)).Body));
        Assert.Equal(HttpStatusCode.Forbidden, (await notetaker.SendAsync($"{Outcome}/items/visit/offer", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await georgia.SendAsync($"{Outcome}/items/visit/offer", "{}")).Status);
        Assert.Contains(Text, Texts((await kazakh.ReadAsync(Outcome)).Body));
        using var desk = await server.SignInAsync("desk");
        using var third = await server.SignInAsync("POL");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.ReadAsync(Outcome)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await third.ReadAsync(Outcome)).Status);
    }

    private static IEnumerable<string?> Texts(JsonElement record) =>
        record.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("item").GetProperty("text").GetString());
}
