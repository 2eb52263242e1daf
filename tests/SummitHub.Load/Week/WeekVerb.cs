using System.Diagnostics;
using System.Text.Json.Nodes;
using SummitHub.Load.Servers;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Week;

/// <summary>A whole week: its baseline is booked, each waiting request gets a place or a reason, and what the server then shows is held to the rules.</summary>
internal static class WeekVerb
{
    /// <summary><c>week FILE</c></summary>
    public static Verb Verb { get; } = new("week", "FILE: places every request of a week.json and checks the timetable independently", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        if (options.Files is not [var file]) throw new UsageException("week takes one week.json");
        var inputs = Inputs.Read(file);
        await using var server = await HubServer.Start(options, null, "unga74", stop);
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        var began = Stopwatch.GetTimestamp();
        var run = await WeekRun.Begin(inputs, Shift.None(inputs.Week), client, stop);
        var (overridden, refused) = await Baseline.Book(run, options.Number("callers", 64), stop);
        Progress.Say($"Baseline: {inputs.Week.BaselineMeetings.Count - refused.Count} accepted, {overridden.Count} of them by override, {refused.Count} refused");
        var waiting = new WaitingList(run);
        await waiting.Place(stop);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        foreach (var (request, where) in waiting.Placed) Progress.Say($"{request} placed: {where}");
        foreach (var (request, why) in waiting.Unplaced) Progress.Say($"{request} has no place: {why}");

        var seen = await SeenProgramme.Read(server, WeekRun.Name, stop);
        var standing = seen.Meetings.Where(one => one.Status is "confirmed" or "late").Select(one => one.Placed).OfType<PlacedMeeting>().ToArray();
        var expected = inputs.Week.BaselineMeetings.Count + waiting.Placed.Count;
        if (standing.Length != expected) Progress.Say($"WRONG: {expected} meetings were accepted, the server shows {standing.Length}");
        var violations = new TimetableCheck(inputs).Find(standing);
        var unexcused = violations.Where(one => !one.Meetings.Any(overridden.Contains)).ToArray();
        foreach (var one in violations) Progress.Say($"{(unexcused.Contains(one) ? "VIOLATION" : "overridden")} {one}");

        var reasoned = waiting.Placed.Count + waiting.Unplaced.Count + waiting.Declined.Count == inputs.Week.Waiting.Count;
        return new(refused.Count == 0 && unexcused.Length == 0 && standing.Length == expected && reasoned, new JsonObject
        {
            ["requests"] = inputs.Week.Requests.Count,
            ["placed"] = standing.Length,
            ["declinedByRule"] = waiting.Unplaced.Count,
            ["declinedByParty"] = waiting.Declined.Count,
            ["seconds"] = Math.Round(seconds, 2),
            ["violations"] = unexcused.Length,
            ["overrides"] = overridden.Count,
            ["baselineRefused"] = refused.Count,
            ["waitingPlaced"] = waiting.Placed.Count,
        });
    }
}
