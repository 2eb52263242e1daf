using System.Diagnostics;
using System.Text.Json.Nodes;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Load.Servers;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>Lives a day of a week again, at full speed, and compares where it ends.</summary>
internal static class DayVerb
{
    /// <summary><c>day WEEK DAY</c></summary>
    public static Verb Verb { get; } = new("day", "WEEK DAY: replays a day.ndjson on the baseline of a week.json and compares the end", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        if (options.Files is not [var weekFile, var dayFile]) throw new UsageException("day takes a week.json and a day.ndjson");
        var (inputs, events) = (Inputs.Read(weekFile), DayEvent.ReadAll(dayFile));
        var shift = Shift.UntilJustPassed(inputs.Week, events.Max(one => one.At), TimeProvider.System.GetUtcNow());
        Progress.Say($"The day is moved by {shift.By.TotalHours} hours and its zone to {shift.TimeZone}, so that local hours stay and it has just passed");
        await using var server = await HubServer.Start(options, null, "unga74", stop);
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        var run = await WeekRun.Begin(inputs, shift, client, stop);
        var (overridden, refused) = await Baseline.Book(run, options.Number("callers", 64), stop);
        await EnterWaiting(run, stop);
        Progress.Say($"Before the day: {inputs.Week.BaselineMeetings.Count - refused.Count} meetings, {overridden.Count} by override, {inputs.Week.Waiting.Count} requests wait or are declined");

        var book = new DayBook(run);
        var outcomes = new Outcomes(run, book, client.Grains);
        var replay = new Replay(run, new DayTable(run, book), outcomes);
        var began = Stopwatch.GetTimestamp();
        await replay.Run(events, stop);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        var seen = await SeenProgramme.Read(server, WeekRun.Name, stop);
        string[] wrong = [.. refused.Select(id => $"{id} was refused before the day"), .. replay.Unforeseen, .. DayEnd.Differences(run, book, seen), .. await outcomes.Missing()];
        foreach (var one in wrong) Progress.Say($"WRONG: {one}");
        return new(wrong.Length == 0 && replay.Applied == events.Count, new JsonObject
        {
            ["events"] = events.Count,
            ["applied"] = replay.Applied,
            ["refused"] = replay.Refused,
            ["overridden"] = replay.Overridden,
            ["wrongEnd"] = wrong.Length,
            ["seconds"] = Math.Round(seconds, 2),
        });
    }

    private static async Task EnterWaiting(WeekRun run, CancellationToken stop)
    {
        foreach (var waiting in run.Inputs.Week.Waiting)
        {
            var request = run.Requests[waiting.RequestId];
            await run.Must(Actors.Of(request.Requester, Role.ControlOfficer).Asks($"ask-{request.Id}", run.Summit.Asking(request)), stop);
            if (waiting.Reason != "declined_by_requested") continue;
            await run.Must(Actors.Of(request.Requested, Role.ControlOfficer).Asks($"no-{request.Id}", new Decline(MeetingId.Parse(request.Id), null, waiting.Reason)), stop);
        }
    }
}
