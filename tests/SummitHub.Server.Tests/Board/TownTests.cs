using System.Net;
using System.Text.Json;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Board;

/// <summary>Rooms, streets, speeches and blocked time over HTTP, on the last days of the sample, which other tests leave alone.</summary>
public sealed class TownTests(SampleServer server)
{
    private const string Friday = "2019-09-27";
    private const string Rest = """{"kind":"rest","principals":["ury-p1"],"start":"2019-09-28T09:00:00-04:00","end":"2019-09-28T10:00:00-04:00"}""";

    [Fact]
    public async Task A_closed_room_puts_its_meeting_in_conflict_on_the_desk_s_list_until_it_is_opened_again()
    {
        using var desk = await server.SignInAsync("desk");
        var booked = await desk.SendAsync($"{Api}/meetings", $$"""{"parties":[{"delegation":"FJI","principal":"fji-p1"},{"delegation":"NPL","principal":"npl-p1"}],"start":"{{Friday}}T16:00:00-04:00","end":"{{Friday}}T16:20:00-04:00","venue":"booth-16"}""");
        Assert.Equal(HttpStatusCode.OK, booked.Status);
        var meeting = booked.Body.GetProperty("meetings")[0].GetProperty("id").GetString();
        const string time = $$"""{"start":"{{Friday}}T15:30:00-04:00","end":"{{Friday}}T17:00:00-04:00" """;

        var closed = await desk.SendAsync($"{Api}/venues/booth-16/close", $$"""{{time}},"reason":"leak"}""");
        Assert.Equal(HttpStatusCode.OK, closed.Status);
        Assert.Equal([meeting], closed.Body.GetProperty("meetings").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
        var list = (await desk.ReadAsync($"{Api}/standing")).Body;
        Assert.Contains(list.GetProperty("closures").EnumerateArray(), c => c.GetProperty("venue").GetString() == "booth-16" && c.GetProperty("reason").GetString() == "leak");
        Assert.Contains(list.GetProperty("conflicts").EnumerateArray(), c => c.GetProperty("meeting").GetString() == meeting && c.GetProperty("conflict").GetProperty("rule").GetString() == "venueClosedThen");
        Assert.Equal((HttpStatusCode.Conflict, "nothingWouldChange"), (await desk.SendAsync($"{Api}/venues/booth-16/close", $$"""{{time}},"reason":"again"}""")).Said());

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/venues/booth-16/reopen", $"{time}}}")).Status);
        list = (await desk.ReadAsync($"{Api}/standing")).Body;
        Assert.DoesNotContain(list.GetProperty("closures").EnumerateArray(), c => c.GetProperty("venue").GetString() == "booth-16");
        Assert.DoesNotContain(list.GetProperty("conflicts").EnumerateArray(), c => c.GetProperty("meeting").GetString() == meeting);
    }

    [Fact]
    public async Task An_advisory_is_on_the_desk_s_list_and_repeated_it_is_given_once()
    {
        using var desk = await server.SignInAsync("desk");
        const string body = """{"start":"2019-09-29T18:00:00-04:00","end":"2019-09-29T19:00:00-04:00","extraMinutes":20,"cause":"street_freeze"}""";

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/zones/midtown-east/advise", body, key: "freeze-1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/zones/midtown-east/advise", body, key: "freeze-1")).Status);

        var list = (await desk.ReadAsync($"{Api}/standing")).Body.GetProperty("advisories").EnumerateArray().Where(a => a.GetProperty("cause").GetString() == "street_freeze");
        Assert.Equal(20, Assert.Single(list).GetProperty("extraMinutes").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/zones/midtown-east/ease", """{"start":"2019-09-29T18:00:00-04:00","end":"2019-09-29T19:00:00-04:00"}""")).Status);
        Assert.DoesNotContain((await desk.ReadAsync($"{Api}/standing")).Body.GetProperty("advisories").EnumerateArray(), a => a.GetProperty("cause").GetString() == "street_freeze");
    }

    [Fact]
    public async Task Commitments_of_a_series_slip_one_by_one_or_with_all_that_follow()
    {
        using var desk = await server.SignInAsync("desk");
        foreach (var order in (int[])[1, 2, 3])
            Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/commitments", $$"""{"id":"drill-{{order}}","kind":"drill","principals":["ury-p1"],"start":"2019-09-28T17:{{order}}0:00-04:00","end":"2019-09-28T17:{{order}}5:00-04:00","series":"drill","order":{{order}}}""")).Status);

        var one = await desk.SendAsync($"{Api}/commitments/drill-1/slip", """{"start":"2019-09-28T17:12:00-04:00","end":"2019-09-28T17:17:00-04:00","cause":"general_debate_overran"}""");
        Assert.Equal((HttpStatusCode.OK, "late"), (one.Status, one.Body.GetProperty("commitments")[0].GetProperty("status").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/commitments/drill-2/slip-series", """{"minutes":30,"cause":"general_debate_overran"}""")).Status);
        Assert.Equal(["17:12", "17:50", "18:00"], await DrillAsync(desk));

        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync($"{Api}/commitments/drill-1/slip-series", """{"minutes":0,"cause":""}""")).Status);
        Assert.Equal(["17:10", "17:20", "17:30"], await DrillAsync(desk));
    }

    [Fact]
    public async Task A_control_officer_blocks_moves_and_frees_his_principal_s_time_and_repeats_nothing()
    {
        using var control = await server.SignInAsync("URY?role=controlOfficer");
        var added = await control.SendAsync($"{Api}/commitments", Rest, key: "rest-1");
        var again = await control.SendAsync($"{Api}/commitments", Rest, key: "rest-1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (added.Status, again.Status));
        var id = added.Body.GetProperty("commitments")[0].GetProperty("id").GetString();
        Assert.Equal(id, again.Body.GetProperty("commitments")[0].GetProperty("id").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "principalCommittedThen"), (await control.SendAsync($"{Api}/commitments", Rest)).Said());

        const string later = """{"start":"2019-09-28T11:00:00-04:00","end":"2019-09-28T12:00:00-04:00","reason":"flight was put off"}""";
        var moved = await control.SendAsync($"{Api}/commitments/{id}/move", later, key: "rest-2");
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        var row = Assert.Single(moved.Body.GetProperty("commitments").EnumerateArray());
        Assert.Equal(("rest", "2019-09-28T15:00:00+00:00"), (row.GetProperty("kind").GetString(), row.GetProperty("start").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await control.SendAsync($"{Api}/commitments/{id}/move", later, key: "rest-2")).Status);
        Assert.Equal((HttpStatusCode.Conflict, "notInThatPhase"), (await control.SendAsync($"{Api}/commitments/{id}/move", later)).Said());

        var to = row.GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await control.SendAsync($"{Api}/commitments/{to}/drop", """{"reason":""}""")).Status);
        var day = (await control.ReadAsync($"{Api}/programme?day=2019-09-28&delegation=URY")).Body;
        Assert.DoesNotContain(day.GetProperty("commitments").EnumerateArray(), c => c.GetProperty("id").GetString() == to);
    }

    [Fact]
    public async Task Another_delegation_touches_no_principal_of_ours_and_learns_of_no_commitment()
    {
        using var control = await server.SignInAsync("URY?role=controlOfficer");
        using var stranger = await server.SignInAsync("POL");
        var ours = (await control.SendAsync($"{Api}/commitments", Rest.Replace("T09", "T06").Replace("T10", "T07"))).Body.GetProperty("commitments")[0].GetProperty("id").GetString();
        const string time = """ "start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00" """;

        Assert.Equal((HttpStatusCode.NotFound, "noSuchPrincipal"), (await stranger.SendAsync($"{Api}/commitments", Rest)).Said());
        foreach (var (verb, body) in new[] { ("move", $$"""{{{time}},"reason":"x"}"""), ("drop", """{"reason":"x"}""") })
        {
            var no = await stranger.SendAsync($"{Api}/commitments/{ours}/{verb}", body);
            var none = await stranger.SendAsync($"{Api}/commitments/c-000000000000/{verb}", body);
            Assert.Equal((verb, HttpStatusCode.NotFound, "noSuchCommitment"), (verb, no.Status, no.Body.Reason()));
            Assert.Equal(none.Body.GetProperty("detail").GetString()!.Replace("c-000000000000", ours), no.Body.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData("KAZ")]
    [InlineData("KAZ?role=controlOfficer")]
    [InlineData("KAZ?role=siteOfficer")]
    [InlineData("KAZ?role=reader")]
    public async Task The_town_is_the_desk_s_to_report(string who)
    {
        using var caller = await server.SignInAsync(who);
        const string time = """ "start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00" """;
        foreach (var (path, body) in new[]
        {
            ("venues/booth-16/close", $$"""{{{time}},"reason":"x"}"""), ("venues/booth-16/reopen", $$"""{{{time}}}"""), ("zones/midtown-east/advise", $$"""{{{time}},"extraMinutes":5,"cause":"x"}"""), ("zones/midtown-east/ease", $$"""{{{time}}}"""),
            ("commitments/statement-kaz/slip", $$"""{{{time}},"cause":"x"}"""), ("commitments/statement-kaz/slip-series", """{"minutes":5,"cause":"x"}"""),
            ("commitments/statement-kaz/milestone", """{"milestone":"started"}"""),
        })
            Assert.Equal((path, HttpStatusCode.Forbidden, "notYoursToDo"), Said(path, await caller.SendAsync($"{Api}/{path}", body)));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.ReadAsync("/summits/unga74/desk")).Status);
        Assert.Equal(("standing", HttpStatusCode.Forbidden, "notYoursToDo"), Said("standing", await caller.ReadAsync($"{Api}/standing")));
    }

    [Theory]
    [InlineData("venues/booth-16/close", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "notWellFormed")]
    [InlineData("venues/booth-16/close", """{"start":"2019-09-28T15:00:00-04:00","end":"2019-09-28T15:00:00-04:00","reason":"x"}""", "notWellFormed")]
    [InlineData("venues/booth-16/close", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-11-28T15:00:00-04:00","reason":"x"}""", "notWellFormed")]
    [InlineData("venues/booth-16/close", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","reason":"x\u202ey"}""", "notWellFormed")]
    [InlineData("venues/booth-16/close", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","reason":"x","why":"y"}""", "notWellFormed")]
    [InlineData("venues/booth-16/close", """{"start":"2019-10-28T14:00:00-04:00","end":"2019-10-28T15:00:00-04:00","reason":"x"}""", "outsideTheSummit")]
    [InlineData("venues/nowhere/close", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","reason":"x"}""", "noSuchVenue")]
    [InlineData("venues/booth-16/reopen", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "nothingWouldChange")]
    [InlineData("zones/midtown-east/ease", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "nothingWouldChange")]
    [InlineData("zones/nowhere/ease", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "noSuchZone")]
    [InlineData("zones/nowhere/advise", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","extraMinutes":5,"cause":"x"}""", "noSuchZone")]
    [InlineData("zones/midtown-east/advise", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","extraMinutes":241,"cause":"x"}""", "notWellFormed")]
    [InlineData("zones/midtown-east/advise", """{"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","extraMinutes":"5","cause":"x"}""", "notWellFormed")]
    [InlineData("commitments", """{"kind":"rest","principals":["nobody"],"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "noSuchPrincipal")]
    [InlineData("commitments", """{"kind":"rest","principals":[],"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00","holdsRoom":true}""", "notWellFormed")]
    [InlineData("commitments", """{"kind":"rest","principals":[null],"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "notWellFormed")]
    [InlineData("commitments", """{"id":"statement-kaz","kind":"rest","principals":["kaz-p1"],"start":"2019-09-28T14:00:00-04:00","end":"2019-09-28T15:00:00-04:00"}""", "alreadyExists")]
    [InlineData("commitments/nothing/drop", """{"reason":"x"}""", "noSuchCommitment")]
    [InlineData("commitments/nothing/slip-series", """{"minutes":5,"cause":"x"}""", "noSuchCommitment")]
    [InlineData("commitments/statement-kaz/slip-series", """{"minutes":481,"cause":"x"}""", "notWellFormed")]
    [InlineData("commitments/statement-kaz/slip", """{"start":"2019-09-24T14:00","end":"2019-09-24T15:00:00-04:00","cause":"x"}""", "notWellFormed")]
    [InlineData("commitments/statement-kaz/milestone", """{"milestone":"seated"}""", "notWellFormed")]
    [InlineData("commitments/statement-kaz/milestone", """{"milestone":"started","occurredAt":"2019-09-28T14:00:00-04:00"}""", "notAPlausibleTime")]
    public async Task What_cannot_be_is_refused_by_name(string path, string body, string reason)
    {
        using var desk = await server.SignInAsync("desk");

        Assert.Equal(reason, (await desk.SendAsync($"{Api}/{path}", body)).Body.Reason());
    }

    private static (string Path, HttpStatusCode Status, string? Reason) Said(string path, (HttpStatusCode Status, JsonElement Body) answer) => (path, answer.Status, answer.Body.Reason());

    private static async Task<IEnumerable<string>> DrillAsync(HttpClient desk) =>
        (await desk.ReadAsync($"{Api}/programme?day=2019-09-28")).Body.GetProperty("commitments").EnumerateArray().Where(c => c.GetProperty("kind").GetString() == "drill")
            .OrderBy(c => c.GetProperty("id").GetString()).Select(c => c.GetProperty("start").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(-4)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
