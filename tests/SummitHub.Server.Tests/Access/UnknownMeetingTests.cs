using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SummitHub.Server.Programme;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

/// <summary>Who may not know of a meeting is answered at every door as if there were none, to the byte, but for the name that he gave himself.</summary>
[Collection(nameof(SeenMeetings))]
public sealed partial class UnknownMeetingTests(SeenMeetings stage)
{
    private const string Nowhere = "m-0123456789ab";

    /// <summary>Enough for every verb.</summary>
    private const string Anything = """
        {"start":"2019-09-30T17:00:00-04:00","end":"2019-09-30T17:20:00-04:00","venue":"booth-14","reason":"to see","delegation":"LSO","principal":"lso-p1",
        "milestone":"started","people":2,"media":"none","pairs":[],"interpreters":[],"cause":"to see"}
        """;

    [Theory]
    [InlineData("reader")]
    [InlineData("press")]
    [InlineData("other")]
    [InlineData("desk")]
    public async Task A_confidential_meeting_is_answered_as_none_at_all(string who)
    {
        using var caller = await stage.SignInAsync(who);
        var secret = stage.Meetings["confidential"];
        var tried = 0;
        foreach (var (door, body, ifMatch, key) in Doorways())
        {
            var (there, nowhere) = (await AskAsync(caller, door, body, ifMatch, key, secret), await AskAsync(caller, door, body, ifMatch, key, Nowhere));
            Assert.Equal((door, ifMatch, nowhere), (door, ifMatch, there));
            Assert.DoesNotContain("\"status\":200", there, StringComparison.Ordinal);
            tried++;
        }
        Assert.True(tried > 80, $"Only {tried} ways were tried.");
    }

    [Theory]
    [InlineData("chief")]
    [InlineData("officer")]
    public async Task Who_may_know_of_it_is_answered_otherwise_at_the_same_doors(string who)
    {
        using var caller = await stage.SignInAsync(who);
        Assert.NotEqual(
            await AskAsync(caller, "meetings/#/move", Anything, "\"999\"", null, Nowhere), await AskAsync(caller, "meetings/#/move", Anything, "\"999\"", null, stage.Meetings["confidential"]));
        Assert.Equal(HttpStatusCode.OK, (await caller.ReadAsync($"{Api}/meetings/{stage.Meetings["confidential"]}")).Status);
    }

    [Fact]
    public async Task A_confidential_meeting_has_no_name_that_somebody_chose_and_others_could_try()
    {
        using var officer = await stage.SignInAsync("officer");
        string Booking(string visibility) => JsonSerializer.Serialize(new
        {
            id = $"named-{visibility}", parties = SeenMeetings.Parties("TCD", "NER"), start = "2019-09-30T10:00:00-04:00", end = "2019-09-30T10:20:00-04:00", venue = "booth-13", visibility,
        });

        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await officer.SendAsync($"{Api}/meetings", Booking("confidential"))).Said());
        Assert.Equal(HttpStatusCode.OK, (await officer.SendAsync($"{Api}/meetings", Booking("ordinary"))).Status);
    }

    [Fact]
    public async Task A_name_of_the_form_that_the_server_makes_is_not_the_desk_s_to_try()
    {
        using var desk = await stage.SignInAsync("desk");
        foreach (var id in (string[])[stage.Meetings["confidential"], Nowhere])
        {
            var booking = JsonSerializer.Serialize(new { id, parties = SeenMeetings.Parties("TCD", "NER"), start = "2019-09-30T10:30:00-04:00", end = "2019-09-30T10:50:00-04:00", venue = "booth-13" });
            Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await desk.SendAsync($"{Api}/meetings", booking)).Said());
        }
        const string Block = """{"id":"c-0123456789ab","kind":"rest","principals":["tcd-p1"],"start":"2019-09-30T10:30:00-04:00","end":"2019-09-30T10:50:00-04:00"}""";
        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (await desk.SendAsync($"{Api}/commitments", Block)).Said());
    }

    [Fact]
    public async Task Whom_the_host_spares_is_the_desk_s_to_read()
    {
        foreach (var (who, told) in new[] { ("desk", true), ("officer", true), ("chief", false), ("reader", false), ("other", false) })
        {
            using var caller = await stage.SignInAsync(who);
            var rules = (await caller.ReadAsync(Api)).Body.GetProperty("rules");
            Assert.Equal((who, told), (who, rules.GetProperty("meetingsADayOf").GetArrayLength() > 0));
        }
    }

    private static IEnumerable<(string Door, string? Body, string? IfMatch, string? Key)> Doorways()
    {
        yield return ("meetings/#", null, null, null);
        yield return ("meetings/#/outcome", null, null, null);
        yield return ("meetings/#/outcome/readouts/en.docx", null, null, null);
        yield return ("readouts/#/SWZ/en.docx", null, null, null);
        foreach (var verb in MeetingVerbs.All)
            foreach (var ifMatch in (string?[])["*", "\"1\"", "\"999\"", null])
                yield return ($"meetings/#/{verb}", Anything, ifMatch, null);
        foreach (var verb in MeetingVerbs.All)
            yield return ("changes", $$"""{"items":[{"meeting":"#","verb":"{{verb}}","version":1,{{Anything.Trim()[1..]}}]}""", null, null);
        // The same key twice: the second call is of another meeting, and neither was done.
        yield return ("meetings/#/cancel", Anything, "*", "one-key-for-both");
        yield return ("meetings/#/outcome/items", """{"kind":"project","text":"to see"}""", null, null);
        yield return ("meetings/#/outcome/brief", """{"topics":["to see"],"notes":""}""", null, "another-key-for-both");
        foreach (var verb in (string[])["clear", "offer", "accept", "decline", "drop"]) yield return ($"meetings/#/outcome/items/road/{verb}", "{}", null, null);
        foreach (var verb in (string[])["edit", "counter"]) yield return ($"meetings/#/outcome/items/road/{verb}", """{"kind":"project","text":"to see"}""", null, null);
        yield return ("meetings/#/outcome/readouts", """{"language":"en","lead":"to see"}""", null, null);
        foreach (var verb in (string[])["publish", "withdraw"]) yield return ($"meetings/#/outcome/readouts/en/{verb}", "{}", null, null);
        yield return ("meetings/#/outcome/settle", """{"as":"noSubstantiveOutcome"}""", null, null);
    }

    private static async Task<string> AskAsync(HttpClient caller, string door, string? body, string? ifMatch, string? key, string meeting)
    {
        var path = $"{Api}/{door.Replace("#", meeting, StringComparison.Ordinal)}";
        using var call = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null) call.Content = new StringContent(body.Replace("#", meeting, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        if (ifMatch is not null) call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) call.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await caller.SendAsync(call, TestContext.Current.CancellationToken);
        var said = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(meeting, "#", StringComparison.Ordinal);
        var headers = string.Join(' ', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
        return $"\"status\":{(int)answer.StatusCode} {Trace().Replace(said, "")} {headers.Replace(meeting, "#", StringComparison.Ordinal)}";
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
