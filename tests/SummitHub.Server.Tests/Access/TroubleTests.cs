using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

/// <summary>A confidential meeting that runs late troubles another one, whose sides are told so and no more: not even who reported it.</summary>
public sealed class TroubleTests(SampleServer server)
{
    [Fact]
    public async Task Who_reported_what_others_may_not_know_is_not_named_where_it_shows()
    {
        using var officer = await server.SignInAsync("desk");
        using var second = server.Anonymous();
        await second.JoinAsync(await officer.InviteAsync("Third officer", "desk", null));
        using var chad = await server.SignInAsync("TCD");
        using var niger = await server.SignInAsync("NER");
        using var mali = await server.SignInAsync("MLI");
        var secret = await BookAsync(officer, "TCD", "NER", "2019-09-26T08:00:00-04:00", "2019-09-26T08:20:00-04:00", "confidential");
        var known = await BookAsync(officer, "TCD", "MLI", "2019-09-26T08:40:00-04:00", "2019-09-26T09:00:00-04:00", "ordinary");
        var late = await niger.SendAsync($"{Api}/meetings/{secret}/late", """{"end":"2019-09-26T08:50:00-04:00","cause":"overrun"}""");
        Assert.Equal(HttpStatusCode.OK, late.Status);

        Assert.Equal("NER chief of delegation", (await LastOfAsync(chad, known)).By);
        foreach (var other in (HttpClient[])[mali, second])
        {
            var (what, by, said) = await LastOfAsync(other, known);
            Assert.Equal(("conflictRaised", null), (what, by));
            Assert.DoesNotContain("NER", said, StringComparison.Ordinal);
            var row = (await other.ReadAsync($"{Api}/meetings/{known}")).Body;
            Assert.Equal("partyUnavailableThen", row.GetProperty("conflicts")[0].GetProperty("rule").GetString());
            Assert.DoesNotContain(secret, row.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> BookAsync(HttpClient desk, string one, string other, string start, string end, string visibility)
    {
        var booked = await desk.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new { parties = SeenMeetings.Parties(one, other), start, end, visibility }));
        Assert.True(booked.Status == HttpStatusCode.OK, booked.Body.ToString());
        return booked.Body.GetProperty("meetings")[0].GetProperty("id").GetString()!;
    }

    /// <summary>The last entry of the caller's slice of the log that concerns a meeting.</summary>
    private static async Task<(string What, string? By, string Said)> LastOfAsync(HttpClient caller, string meeting)
    {
        var (last, since) = (default(JsonElement), 0L);
        while (true)
        {
            var page = (await caller.ReadAsync($"{Api}/events?since={since}")).Body;
            var changes = page.GetProperty("changes").EnumerateArray().ToList();
            if (changes.Count == 0) break;
            if (changes.FindLast(c => c.ToString().Contains(meeting, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } found) last = found;
            since = page.GetProperty("version").GetInt64();
        }
        var what = last.GetProperty("changes").EnumerateArray().Last(c => c.TryGetProperty("meeting", out var m) && m.GetString() == meeting).GetProperty("what").GetString()!;
        return (what, last.TryGetProperty("by", out var by) && by.ValueKind == JsonValueKind.String ? by.GetString() : null, last.ToString());
    }
}
