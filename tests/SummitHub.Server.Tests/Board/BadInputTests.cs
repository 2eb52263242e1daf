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

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread()
    {
        using var desk = await server.SignInAsync("desk");
        var answer = await desk.SendAsync($"{Polish}/cancel", JsonSerializer.Serialize(new { reason = new string('x', 400_000) }), "*");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge"), (answer.Status, answer.Body.Reason()));
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
    public async Task A_write_that_did_not_come_from_our_page_is_refused()
    {
        using var desk = await server.SignInAsync("desk");
        desk.DefaultRequestHeaders.Remove(CallGuards.OwnPageHeader);
        var answer = await desk.SendAsync($"{Polish}/cancel", "{\"reason\":\"x\"}", "*");
        Assert.Equal((HttpStatusCode.Forbidden, "notFromOurPage"), (answer.Status, answer.Body.Reason()));
    }

    private static string Slot(string start, string end, string venue = "booth-03") =>
        JsonSerializer.Serialize(new { start, end, venue, reason = "a test" });

    // A trace id is new for each call, whatever it asked.
    private static string Without(JsonElement body, string id) => string.Join(
        '\n', body.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString().Replace(id, "ID", StringComparison.Ordinal)));
}
