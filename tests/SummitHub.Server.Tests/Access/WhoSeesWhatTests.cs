using System.Net;
using System.Text.Json;
using SummitHub.Contracts.Board;
using SummitHub.Server.Tests.Board;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

/// <summary>
/// The table "who sees what", cell by cell, through the doors that people and scripts use: the programme, the meeting, the slice of the log, the
/// hub, busy time, refusals, the record. Lesotho meets Eswatini; Botswana is the third.
/// </summary>
[Collection(nameof(SeenMeetings))]
public sealed class WhoSeesWhatTests(SeenMeetings stage)
{
    private static readonly string[] Columns = ["chief", "control", "site", "notes", "reader", "press", "other", "desk", "officer", "wall"];

    public static TheoryData<string, string, string> Existence => Cells(
        //                chief  control site   notes  reader     press      other   desk         officer      wall
        ["open",         "side", "side", "side", "side", "face",    "face",    "face", "logistics", "logistics", "face"],
        ["ordinary",     "side", "side", "side", "side", "face",    "face",    "busy", "logistics", "logistics", "face"],
        ["confidential", "side", "side", "side", "side", "nothing", "nothing", "busy", "held",      "logistics", "nothing"]);

    public static TheoryData<string, string, string> Refusals => Cells(
        //                chief    control  site     notes    reader   press    other          desk           officer  wall
        ["open",         "named", "named", "no key", "no key", "no key", "no key", "named",       "named",       "named", "no key"],
        ["ordinary",     "named", "named", "no key", "no key", "no key", "no key", "unavailable", "named",       "named", "no key"],
        ["confidential", "named", "named", "no key", "no key", "no key", "no key", "unavailable", "unavailable", "named", "no key"]);

    public static TheoryData<string, string, string> Substance => Cells(
        //                     chief   control site    notes   reader press other desk  officer wall
        ["our brief",         "read", "read", "read", "read", "no", "no", "no", "no", "no", "no"],
        ["their brief",       "no",   "no",   "no",   "no",   "no", "no", "no", "no", "no", "no"],
        ["their draft",       "no",   "no",   "no",   "no",   "no", "no", "no", "no", "no", "no"],
        ["what they cleared", "no",   "no",   "no",   "no",   "no", "no", "no", "no", "no", "no"],
        ["what they offered", "read", "read", "read", "read", "no", "no", "no", "no", "no", "no"],
        ["their readout, not published", "no", "no", "no", "no", "no", "no", "no", "no", "no", "no"]);

    public static TheoryData<string, string, string> Readouts => Cells(
        //                chief   control site    notes   reader  press   other   desk    officer wall
        ["open",         "read", "read", "read", "read", "read", "read", "read", "read", "read", "no"],
        ["ordinary",     "read", "read", "read", "read", "read", "read", "read", "read", "read", "no"],
        ["confidential", "no",   "no",   "no",   "no",   "no",   "no",   "no",   "no",   "no",   "no"]);

    public static TheoryData<string, string, string> Notices => Cells(
        //                chief   control site    notes   reader press other desk    officer wall
        ["open",         "told", "told", "told", "told", "no",  "no", "no", "told", "told", "no"],
        ["ordinary",     "told", "told", "told", "told", "no",  "no", "no", "told", "told", "no"],
        ["confidential", "told", "told", "told", "told", "no",  "no", "no", "no",   "told", "no"]);

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task Who_does_not_know_of_a_change_is_told_so(string matter, string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        var id = stage.Meetings[matter];
        // The officer who placed it is told, from the list that is made for the whole desk: so there is something that could leak.
        using var officer = await stage.SignInAsync("officer");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await officer.ReadAsync($"{Api}/unaware")).Body.ToString().Contains(id, StringComparison.Ordinal)) deadline.Token.ThrowIfCancellationRequested();
        var inbox = await caller.ReadAsync($"{Api}/delegations/LSO/notices");
        Assert.Equal(who is "chief" or "control" or "site" or "notes", inbox.Body.ToString().Contains(id, StringComparison.Ordinal));
        var unaware = await caller.ReadAsync($"{Api}/unaware");
        Assert.Equal((unaware.Status, expected), (unaware.Status, unaware.Body.ToString().Contains(id, StringComparison.Ordinal) ? "told" : "no"));
        Assert.DoesNotContain("recordOffered", unaware.Body.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Existence))]
    public async Task A_meeting_is_seen_so(string matter, string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        var id = stage.Meetings[matter];
        var shown = expected is "busy" or "nothing" ? "not" : expected;

        await using (var line = await BoardLine.OpenAsync(stage.Address, caller))
            Assert.Equal(shown, Shown((await line.WatchAsync($"day:{SeenMeetings.Day}")).Snapshot!, matter));
        if (who == "wall")
        {
            foreach (var path in (string[])[$"programme?day={SeenMeetings.Day}", $"meetings/{id}", "events", $"busy?delegation=LSO&day={SeenMeetings.Day}"])
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await caller.ReadAsync($"{Api}/{path}")).Status));
            return;
        }
        var day = (await caller.ReadAsync($"{Api}/programme?day={SeenMeetings.Day}")).Body.Deserialize<BoardSnapshot>(SampleServer.Json)!;
        Assert.Equal(shown, Shown(day, matter));
        var one = await caller.ReadAsync($"{Api}/meetings/{id}");
        Assert.Equal(shown is "held" ? "not" : shown, one.Status == HttpStatusCode.OK ? Level(one.Body.Deserialize<MeetingRow>(SampleServer.Json)!) : "not");
        Assert.Equal(shown is "side" ? "logistics" : shown, await LoggedAsync(caller, matter));
        Assert.Equal(who is "chief" or "control" or "other" or "desk" or "officer" ? "busy" : "not told", await BusyAsync(caller, matter));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_in_the_way_is_told_so(string matter, string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        var (start, end) = SeenMeetings.Hours[matter];
        var desk = who is "desk" or "officer";
        var (status, said) = desk
            ? await caller.SendAsync($"{Api}/meetings", JsonSerializer.Serialize(new { parties = SeenMeetings.Parties("LSO", "BWA"), start, end, venue = "booth-14" }))
            : await caller.SendAsync($"{Api}/meetings/{stage.WithBotswana}/propose", JsonSerializer.Serialize(new { start, end, venue = "booth-14" }), "*");

        if (expected == "no key")
        {
            Assert.Equal(HttpStatusCode.Forbidden, status);
            return;
        }
        Assert.Equal(HttpStatusCode.Conflict, status);
        var named = said.GetProperty("conflictsWith")[0].TryGetProperty("meeting", out var meeting) && meeting.ValueKind == JsonValueKind.String ? meeting.GetString() : null;
        Assert.Equal(expected == "named" ? ("principalAlreadyMeetingThen", stage.Meetings[matter]) : ("partyUnavailableThen", null), (said.Reason(), named));
        Assert.Equal(expected == "named", said.ToString().Contains(stage.Meetings[matter], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Substance))]
    public async Task What_it_is_about_is_read_so(string what, string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        foreach (var (matter, id) in stage.Meetings)
        {
            var (status, record) = await caller.ReadAsync($"{Api}/meetings/{id}/outcome");
            Assert.Equal((matter, who is "chief" or "control" or "site" or "notes" ? HttpStatusCode.OK : who == "wall" ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound), (matter, status));
            Assert.Equal((matter, expected == "read"), (matter, record.ToString().Contains(SeenMeetings.Texts[what], StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Readouts))]
    public async Task A_published_readout_is_read_so(string matter, string who, string expected)
    {
        using var caller = await stage.SignInAsync(who);
        var id = stage.Meetings[matter];
        foreach (var path in (string[])[$"{Api}/readouts", "/summits/unga74/readouts", $"/summits/unga74/readouts/{id}/SWZ/en", $"{Api}/readouts/{id}/SWZ/en.docx"])
        {
            using var answer = await caller.GetAsync(path, TestContext.Current.CancellationToken);
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var lists = path.EndsWith("readouts", StringComparison.Ordinal);
            var closed = path.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
            Assert.Equal((path, who == "wall" ? closed : expected == "read" || lists ? HttpStatusCode.OK : HttpStatusCode.NotFound), (path, answer.StatusCode));
            Assert.DoesNotContain(SeenMeetings.Texts["their readout, not published"], said, StringComparison.Ordinal);
            Assert.DoesNotContain(stage.Meetings["confidential"], lists ? said : "", StringComparison.Ordinal);
            if (lists) Assert.Equal((path, expected == "read"), (path, said.Contains(id, StringComparison.Ordinal)));
            // That it was held on that day is told, not at what hour.
            foreach (var hour in (string[])["T09:10", "T11:10", "T13:10", "T15:10", "T17:10"]) Assert.DoesNotContain($"{SeenMeetings.Day}{hour}", said, StringComparison.Ordinal);
        }
    }

    private string Shown(BoardSnapshot board, string matter)
    {
        var (start, end) = SeenMeetings.Hours[matter];
        if (board.Meetings.SingleOrDefault(m => m.Id.Value == stage.Meetings[matter]) is { } row) return Level(row);
        var held = board.Commitments.Where(c => c.Kind == "held" && c.Start <= start && end <= c.End).ToList();
        // One block for each person and one for the room, and nothing in any that says that they belong together.
        return held.Count == 0 ? "not" : Assert.Single(held, c => c.Venue?.Value == "booth-16").Principals.IsEmpty && held.Count(c => c.Principals.Length == 1) >= 2 ? "held" : "together";
    }

    private static string Level(MeetingRow row) => row switch
    {
        { Record: not null, MoveReason.Length: > 0 } => "side",
        { MoveReason.Length: > 0 } => "logistics",
        { Record: null, Proposal: null, Conflicts.IsEmpty: true } => "face",
        _ => "something else",
    };

    /// <summary>What the slice of the log says of it. Nobody is told of an entry in which there is nothing for him.</summary>
    private async Task<string> LoggedAsync(HttpClient caller, string matter)
    {
        var (all, since) = (new List<JsonElement>(), 0L);
        while (true)
        {
            var page = (await caller.ReadAsync($"{Api}/events?since={since}")).Body;
            var changes = page.GetProperty("changes").EnumerateArray().ToList();
            if (changes.Count == 0) break;
            all.AddRange(changes);
            since = page.GetProperty("version").GetInt64();
        }
        Assert.All(all, change => Assert.NotEqual(0, change.GetProperty("changes").GetArrayLength()));
        var of = all.FindAll(change => change.GetProperty("changes").EnumerateArray().Any(c => c.TryGetProperty("meeting", out var m) && m.GetString() == stage.Meetings[matter]));
        if (of.Count > 0) return of.TrueForAll(change => change.TryGetProperty("by", out var by) && by.ValueKind == JsonValueKind.String) ? "logistics" : "face";
        return all.Exists(change => IsHeld(change) && change.GetProperty("at").GetDateTimeOffset() == stage.PlacedAt[matter]) ? "held" : "not";
    }

    private static bool IsHeld(JsonElement change) =>
        change.GetProperty("changes").EnumerateArray().ToList() is [var only] && only.GetProperty("what").GetString() == "heldChanged" && !change.TryGetProperty("by", out _);

    private static async Task<string> BusyAsync(HttpClient caller, string matter)
    {
        var (status, busy) = await caller.ReadAsync($"{Api}/busy?delegation=LSO&day={SeenMeetings.Day}");
        if (status == HttpStatusCode.Forbidden) return "not told";
        var (start, end) = SeenMeetings.Hours[matter];
        var lesotho = busy.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("principal").GetString() == "lso-p1");
        var blocks = lesotho.GetProperty("busy").EnumerateArray().Select(b => (Start: b.GetProperty("start").GetDateTimeOffset(), End: b.GetProperty("end").GetDateTimeOffset())).ToList();
        Assert.All(blocks, b => Assert.Equal((0, 0), (b.Start.Minute % 30, b.End.Minute % 30)));
        return blocks.Exists(b => b.Start < start && end < b.End) ? "busy" : "free";
    }

    private static TheoryData<string, string, string> Cells(params string[][] rows)
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var row in rows)
            for (var i = 0; i < Columns.Length; i++)
                cells.Add(row[0], Columns[i], row[i + 1]);
        return cells;
    }
}
