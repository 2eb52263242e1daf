using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

/// <summary>Tests that look at one and the same meetings, one after the other.</summary>
[CollectionDefinition(nameof(SeenMeetings))]
public sealed class SeenMeetingsCollection : ICollectionFixture<SeenMeetings>;

/// <summary>Three meetings of Lesotho and Eswatini, one of each kind, placed by one officer of the desk and moved with a reason; both sides keep a record of each.
/// On a server of their own, since everybody hears of an open one.</summary>
public sealed class SeenMeetings : IAsyncLifetime
{
    public const string Day = "2019-09-30";

    /// <summary>When each is held: off the half hours, so that whatever shows them wider shows.</summary>
    public static readonly IReadOnlyDictionary<string, (DateTimeOffset Start, DateTimeOffset End)> Hours = new Dictionary<string, (DateTimeOffset Start, DateTimeOffset End)>
    {
        ["open"] = (At(9, 10), At(9, 25)),
        ["ordinary"] = (At(11, 10), At(11, 25)),
        ["confidential"] = (At(13, 10), At(13, 25)),
    };

    /// <summary>What is written in the records.</summary>
    public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["our brief"] = "The Highlands water treaty",
        ["their brief"] = "The sugar quota",
        ["their draft"] = "A visit that is not settled",
        ["what they cleared"] = "A price for the power line",
        ["what they offered"] = "A road over the border",
        ["their readout, not published"] = "Nicht für die Öffentlichkeit",
        ["their published readout"] = "What Eswatini tells everybody",
    };

    private readonly SampleServer server = new();
    private readonly Dictionary<string, string> meetings = [];
    private readonly Dictionary<string, DateTimeOffset> placedAt = [];
    private string desk = "", press = "";

    /// <summary>The meetings by their kind.</summary>
    public IReadOnlyDictionary<string, string> Meetings => meetings;

    /// <summary>When each got its hour, by the log.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> PlacedAt => placedAt;

    /// <summary>A meeting of Lesotho and Botswana on the same day, which either would rather hold at another hour.</summary>
    public string WithBotswana { get; private set; } = "";

    public Uri Address => server.Address;

    /// <summary>A caller of a column: the placing officer is the sample's, another officer and a press officer were invited.</summary>
    public async Task<HttpClient> SignInAsync(string column)
    {
        if (column is not ("desk" or "press")) return await server.SignInAsync(column switch
        {
            "chief" => "LSO",
            "control" => "LSO?role=controlOfficer",
            "site" => "LSO?role=siteOfficer",
            "notes" => "LSO?role=notetaker",
            "reader" => "LSO?role=reader",
            "other" => "BWA",
            "officer" => "desk",
            _ => column,
        });
        var guest = server.Anonymous();
        guest.DefaultRequestHeaders.Add("Cookie", column == "desk" ? desk : press);
        return guest;
    }

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        using var officer = await server.SignInAsync("desk");
        using var lesotho = await server.SignInAsync("LSO");
        using var eswatini = await server.SignInAsync("SWZ");
        desk = await CookieAsync(await officer.InviteAsync("Second officer", "desk", null));
        press = await CookieAsync(await lesotho.InviteAsync("Press officer", "press", "LSO"));
        foreach (var (kind, (start, end)) in Hours)
        {
            var before = await VersionAsync(officer);
            var id = await BookAsync(officer, Parties("LSO", "SWZ"), start.AddMinutes(-5), end.AddMinutes(-5), kind);
            meetings[kind] = id;
            await OkAsync(officer.SendAsync($"{Api}/meetings/{id}/move", JsonSerializer.Serialize(new { start, end, venue = "booth-16", reason = "a late breakfast" }), "*"));
            placedAt[kind] = (await officer.ReadAsync($"{Api}/events?since={before}")).Body.GetProperty("changes").EnumerateArray().Last(c => c.ToString().Contains(id, StringComparison.Ordinal)).GetProperty("at").GetDateTimeOffset();
            await OkAsync(lesotho.SendAsync($"{Api}/meetings/{id}/outcome/brief", Brief("our brief")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/brief", Brief("their brief")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/items", Item("draft", "their draft")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/items", Item("price", "what they cleared")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/items/price/clear", "{}"));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/items", Item("road", "what they offered")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/items/road/offer", "{}"));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/readouts", Readout("de", "their readout, not published")));
            await OkAsync(eswatini.SendAsync($"{Api}/meetings/{id}/outcome/readouts", Readout("en", "their published readout")));
            // Of a meeting of which nobody may know nothing is published.
            var published = await eswatini.SendAsync($"{Api}/meetings/{id}/outcome/readouts/en/publish", "{}");
            Assert.Equal((kind, kind == "confidential" ? HttpStatusCode.Conflict : HttpStatusCode.OK), (kind, published.Status));
        }
        WithBotswana = await BookAsync(officer, Parties("LSO", "BWA"), At(16, 0), At(16, 20), "ordinary");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>Two sides, with their first principals.</summary>
    public static object[] Parties(params string[] codes) => [.. codes.Select(code => new { delegation = code, principal = $"{code.ToLowerInvariant()}-p1" })];

    private static DateTimeOffset At(int hour, int minute) => new(2019, 9, 30, hour, minute, 0, TimeSpan.FromHours(-4));

    private static string Brief(string text) => JsonSerializer.Serialize(new { topics = new[] { Texts[text] }, notes = "" });

    private static string Readout(string language, string text) => JsonSerializer.Serialize(new { language, lead = Texts[text] });

    private static string Item(string id, string text) => JsonSerializer.Serialize(new { id, kind = "project", text = Texts[text] });

    private static async Task<string> BookAsync(HttpClient officer, object[] parties, DateTimeOffset start, DateTimeOffset end, string visibility)
    {
        var booked = await OkAsync(officer.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new { parties, start, end, venue = "booth-16", visibility })));
        return booked.GetProperty("meetings")[0].GetProperty("id").GetString()!;
    }

    private static async Task<long> VersionAsync(HttpClient caller) => (await caller.ReadAsync($"{Api}/programme?day={Day}")).Body.GetProperty("version").GetInt64();

    private static async Task<JsonElement> OkAsync(Task<(HttpStatusCode Status, JsonElement Body)> call)
    {
        var (status, body) = await call;
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        return body;
    }

    private async Task<string> CookieAsync(string secret)
    {
        using var guest = server.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await guest.JoinAsync(secret)).Status);
        return guest.DefaultRequestHeaders.GetValues("Cookie").Single();
    }
}
