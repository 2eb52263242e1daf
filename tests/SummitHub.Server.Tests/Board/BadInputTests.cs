using System.Net;
using System.Text.Json;
using SummitHub.Server.Access;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Board;

/// <summary>Bad input gets a clear answer, and the state stays as it was.</summary>
public sealed class BadInputTests(SampleServer server)
{
    private const string Summit = "/api/summits/unga74";
    private const string Polish = $"{Summit}/meetings/kzb-1";

    public static TheoryData<string, string, string?, HttpStatusCode, string> Wrong() => new()
    {
        { $"{Polish}/move", "{\"start\":", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/move", "[]", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00-04:00", "2019-09-24T11:10:00-04:00"), "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/move", Slot("2019-09-24T24:00:00-04:00", "2019-09-25T00:20:00-04:00"), "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00", "2019-09-24T11:50:00"), "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/move", Slot("2019-11-03T01:30:00-04:00", "2019-11-03T01:50:00-05:00"), "*", HttpStatusCode.Conflict, "outsideTheSummit" },
        { $"{Polish}/move", Slot("2025-01-01T11:30:00-05:00", "2025-01-01T11:50:00-05:00"), "*", HttpStatusCode.Conflict, "outsideTheSummit" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00-04:00", "2019-09-24T11:50:00-04:00"), null, HttpStatusCode.PreconditionRequired, "versionNeeded" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00-04:00", "2019-09-24T11:50:00-04:00"), "\"999\"", HttpStatusCode.PreconditionFailed, "meetingHasChanged" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00-04:00", "2019-09-24T11:50:00-04:00", "no-such-room"), "*", HttpStatusCode.NotFound, "noSuchVenue" },
        { $"{Polish}/move", Slot("2019-09-24T11:30:00-04:00", "2019-09-24T11:50:00-04:00", "Booth 7!"), "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/dance", "{}", "*", HttpStatusCode.NotFound, "noSuchVerb" },
        { $"{Polish}/milestone", "{\"milestone\":\"teleported\"}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/milestone", "{\"milestone\":\"arrived\",\"delegation\":\"FRA\"}", null, HttpStatusCode.NotFound, "noSuchDelegation" },
        { $"{Polish}/milestone", "{\"milestone\":\"started\",\"occurredAt\":\"2019-09-29T11:00:00-04:00\"}", null, HttpStatusCode.BadRequest, "notAPlausibleTime" },
        { $"{Summit}/meetings/no-such-meeting/cancel", "{\"reason\":\"x\"}", "*", HttpStatusCode.NotFound, "noSuchMeeting" },
        { $"{Polish}/cancel", "{\"reason\":\"\"}", "*", HttpStatusCode.BadRequest, "reasonNeeded" },
        { "/api/summits/no-such-summit/meetings/kzb-1/cancel", "{\"reason\":\"x\"}", "*", HttpStatusCode.NotFound, "noSuchSummit" },
        { $"{Summit}/changes", "{\"items\":[]}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/changes", "{\"items\":null}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/changes", "{\"items\":[null]}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/changes", "{\"items\":[{\"meeting\":\"kzb-1\",\"verb\":\"cancel\",\"reason\":\"x\"}]}", null, HttpStatusCode.PreconditionRequired, "versionNeeded" },
        { $"{Summit}/meetings", "{\"durationMinutes\":20}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":null,\"durationMinutes\":20}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":[{}],\"durationMinutes\":20}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":[],\"durationMinutes\":20,\"windows\":[null]}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":[],\"durationMinutes\":99999999999}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":[],\"durationMinutes\":1e400}", null, HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "null", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"raeson\":\"misspelt\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"one\",\"reason\":\"two\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", $"{{\"reason\":{new string('[', 100)}{new string(']', 100)}}}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"a\\u0000b\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"a\\u202eb\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"\\ud800\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\",\"onBehalf\":{\"delegation\":\"KAZ\"}}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\"}", "banana", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\"}", "W/\"1\"", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\"}", "\"1\", \"2\"", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\"}", "\"-1\"", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/cancel", "{\"reason\":\"x\"}", "\"99999999999999999999\"", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Polish}/milestone", "{\"milestone\":\"enRoute\",\"delegation\":\"KAZ\",\"expected\":\"9999-12-31T23:59:59Z\"}", null, HttpStatusCode.BadRequest, "notAPlausibleTime" },
        { "/api/summits/UPPER!/meetings/kzb-1/cancel", "{\"reason\":\"x\"}", "*", HttpStatusCode.BadRequest, "notWellFormed" },
        { $"{Summit}/meetings", "{\"parties\":[{\"delegation\":\"KAZ\",\"principal\":\"nobody\"}],\"durationMinutes\":20}", null, HttpStatusCode.BadRequest, "notWellFormed" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_call_is_told_why_and_changes_nothing(string path, string body, string? ifMatch, HttpStatusCode status, string reason)
    {
        using var desk = await server.SignInAsync("desk");
        var before = await desk.ReadAsync(Polish);
        var answer = await desk.SendAsync(path, body, ifMatch);
        Assert.Equal((status, reason), (answer.Status, answer.Body.Reason()));
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
        var after = await desk.ReadAsync(Polish);
        Assert.Equal((HttpStatusCode.OK, before.Body.GetRawText()), (after.Status, after.Body.GetRawText()));
    }

    [Theory]
    [InlineData("/programme", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/programme?day=2019-09-31", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/programme?day=9999-12-31", HttpStatusCode.NotFound, "outsideTheSummit")]
    [InlineData("/programme?day=2019-10-01", HttpStatusCode.NotFound, "outsideTheSummit")]
    [InlineData("/programme?day=2019-09-24&delegation=XXX", HttpStatusCode.NotFound, "noSuchDelegation")]
    [InlineData("/programme?day=2019-09-24&delegation=kaz", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/programme?day=2019-09-24&at=2019-09-24T11:00:00", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/programme?day=2019-09-24&at=2019-09-24T24:00:00-04:00", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/programme?day=2019-09-24&at=2030-01-01T00:00:00Z", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/meetings/no-such-meeting", HttpStatusCode.NotFound, "noSuchMeeting")]
    [InlineData("/meetings/KZB 1", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/events?since=x", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/events?since=99999999999999999999", HttpStatusCode.BadRequest, "notWellFormed")]
    [InlineData("/delegations/KAZ/notices", HttpStatusCode.NotFound, "noSuchDelegation")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "noSuchAddress")]
    public async Task A_wrong_question_is_told_why(string path, HttpStatusCode status, string reason)
    {
        using var desk = await server.SignInAsync("desk");
        var answer = await desk.ReadAsync($"{Summit}{path}");
        Assert.Equal((status, reason), (answer.Status, answer.Body.Reason()));
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("/events?since=4294967296")]
    [InlineData("/events?since=9223372036854775807")]
    public async Task Who_asks_for_what_comes_after_the_end_is_told_where_the_end_is(string path)
    {
        using var wall = await server.SignInAsync("AND");
        var now = (await wall.ReadAsync($"{Summit}/programme?delegation=AND")).Body;
        var slice = (await wall.ReadAsync($"{Summit}{path}")).Body;
        Assert.Equal(now.GetProperty("epoch").GetString(), slice.GetProperty("epoch").GetString());
        Assert.Equal(now.GetProperty("version").GetInt64(), slice.GetProperty("version").GetInt64());
        Assert.Empty(slice.GetProperty("changes").EnumerateArray());
    }

    [Theory]
    [InlineData("brief", "{}", HttpStatusCode.BadRequest)]
    [InlineData("brief", "{\"topics\":[null],\"notes\":\"\"}", HttpStatusCode.BadRequest)]
    [InlineData("settle", "{}", HttpStatusCode.BadRequest)]
    [InlineData("items", "{}", HttpStatusCode.BadRequest)]
    [InlineData("items", "{\"kind\":\"position\",\"text\":\"a\\u202eb\"}", HttpStatusCode.BadRequest)]
    [InlineData("items", "{\"kind\":\"figureCited\",\"text\":\"much\",\"figure\":1e300}", HttpStatusCode.BadRequest)]
    [InlineData("items", "{\"kind\":\"prophecy\",\"text\":\"x\"}", HttpStatusCode.BadRequest)]
    [InlineData("items/none/offer", "{}", HttpStatusCode.NotFound)]
    [InlineData("items/none/dance", "{}", HttpStatusCode.NotFound)]
    public async Task A_wrong_word_on_a_record_is_told_why_and_leaves_it_as_it_was(string what, string body, HttpStatusCode status)
    {
        const string Outcome = $"{Summit}/meetings/kzb-3/outcome";
        using var ukraine = await server.SignInAsync("UKR");
        var before = await ukraine.ReadAsync(Outcome);
        var answer = await ukraine.SendAsync($"{Outcome}/{what}", body);
        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
        Assert.Equal(before.Body.GetRawText(), (await ukraine.ReadAsync(Outcome)).Body.GetRawText());
    }

    [Fact]
    public async Task What_is_said_of_a_wrong_call_names_its_fields_and_none_of_our_types()
    {
        using var desk = await server.SignInAsync("desk");
        var unknown = await desk.SendAsync($"{Polish}/cancel", "{\"raeson\":\"misspelt\"}", "*");
        var missing = await desk.SendAsync($"{Summit}/meetings", "{\"durationMinutes\":20}");
        var wrong = await desk.SendAsync($"{Summit}/meetings", "{\"parties\":[],\"durationMinutes\":20.5}");
        var day = await desk.ReadAsync($"{Summit}/programme?day=2019-09-31");
        string Detail(JsonElement body) => body.GetProperty("detail").GetString()!;
        Assert.Equal("There is no field 'raeson' here ($.raeson).", Detail(unknown.Body));
        Assert.Equal("The body lacks 'parties'.", Detail(missing.Body));
        Assert.StartsWith("The body is no JSON of the form expected here: line 1, byte", Detail(wrong.Body), StringComparison.Ordinal);
        Assert.EndsWith("($.durationMinutes).", Detail(wrong.Body), StringComparison.Ordinal);
        Assert.Equal("'day' cannot be read from '2019-09-31'.", Detail(day.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_its_length(bool chunked)
    {
        using var desk = await server.SignInAsync("desk");
        desk.DefaultRequestHeaders.TransferEncodingChunked = chunked;
        var answer = await desk.SendAsync($"{Polish}/cancel", JsonSerializer.Serialize(new { reason = new string('x', 400_000) }), "*");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge"), (answer.Status, answer.Body.Reason()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_is_not_JSON_is_refused_by_its_type(string? type)
    {
        using var desk = await server.SignInAsync("desk");
        using var call = new HttpRequestMessage(HttpMethod.Post, $"{Polish}/cancel") { Content = new StringContent("{\"reason\":\"x\"}") };
        call.Content.Headers.ContentType = type is null ? null : new(type);
        call.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await desk.SendAsync(call, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "notJson"), (answer.StatusCode, (await answer.BodyAsync()).Reason()));
    }

    [Theory]
    [InlineData("PUT", $"{Polish}/cancel")]
    [InlineData("DELETE", Polish)]
    public async Task A_method_that_an_address_does_not_take_is_refused(string method, string path)
    {
        using var desk = await server.SignInAsync("desk");
        using var call = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await desk.SendAsync(call, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "noSuchMethod"), (answer.StatusCode, (await answer.BodyAsync()).Reason()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var desk = await server.SignInAsync("desk");
        var answer = await desk.SendAsync($"{Polish}/cancel", "{\"reason\":\"x\"}", "*", key);
        Assert.Equal((HttpStatusCode.BadRequest, "notWellFormed"), (answer.Status, answer.Body.Reason()));
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var stranger = server.Anonymous();
        var answer = await stranger.ReadAsync($"{Summit}/programme?day=2019-09-24");
        Assert.Equal((HttpStatusCode.Unauthorized, "notSignedIn"), (answer.Status, answer.Body.Reason()));
    }

    [Fact]
    public async Task A_foreign_delegation_cannot_tell_a_meeting_it_may_not_know_of_from_none()
    {
        using var foreigner = await server.SignInAsync("FRA");
        var real = await foreigner.SendAsync($"{Polish}/cancel", "{\"reason\":\"x\"}", "*");
        var invented = await foreigner.SendAsync($"{Summit}/meetings/kzb-9/cancel", "{\"reason\":\"x\"}", "*");
        Assert.Equal(HttpStatusCode.NotFound, real.Status);
        Assert.Equal((real.Status, real.Body.Reason(), Without(real.Body, "kzb-1")), (invented.Status, invented.Body.Reason(), Without(invented.Body, "kzb-9")));
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.ReadAsync(Polish)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.ReadAsync($"{Polish}/outcome")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.ReadAsync($"{Summit}/delegations/KAZ/notices")).Status);
    }

    [Fact]
    public async Task A_write_without_a_header_that_only_our_page_or_a_script_can_set_is_refused()
    {
        using var desk = await server.SignInAsync("desk");
        desk.DefaultRequestHeaders.Remove(CallGuards.OwnPageHeader);
        var answer = await desk.SendAsync($"{Polish}/cancel", "{\"reason\":\"x\"}", "\"999\"");
        Assert.Equal((HttpStatusCode.Forbidden, "notFromOurPage"), (answer.Status, answer.Body.Reason()));
        var keyed = await desk.SendAsync($"{Polish}/cancel", "{\"reason\":\"x\"}", "\"999\"", "a-script");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "meetingHasChanged"), (keyed.Status, keyed.Body.Reason()));
    }

    [Fact]
    public async Task Nobody_reports_where_another_side_is()
    {
        using var kazakh = await server.SignInAsync("KAZ?role=siteOfficer");
        var answer = await kazakh.SendAsync($"{Polish}/milestone", "{\"milestone\":\"arrived\",\"delegation\":\"POL\"}");
        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (answer.Status, answer.Body.Reason()));
    }

    private static string Slot(string start, string end, string venue = "booth-03") =>
        JsonSerializer.Serialize(new { start, end, venue, reason = "a test" });

    // A trace id is new for each call, whatever it asked.
    private static string Without(JsonElement body, string id) => string.Join(
        '\n', body.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString().Replace(id, "ID", StringComparison.Ordinal)));
}
