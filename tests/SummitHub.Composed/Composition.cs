using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SummitHub.Composed.Leaks;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed;

/// <summary>What the console's verb <c>leaks</c> starts: <c>leaks SAMPLES GUESSES SEED</c>. (No <c>Program</c>: that is the server's.)</summary>
internal static class Composition
{
    private static readonly long Began = Stopwatch.GetTimestamp();

    private static async Task<int> Main(string[] words)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) => { key.Cancel = true; stop.Cancel(); };
        if (words is not ["leaks", var samples, var guesses, var seed]) return 2;
        var report = await LookAsync(null, null, Number(samples), Number(guesses), Number(seed), stop.Token);
        foreach (var leak in report.Leaks) Say($"LEAK: {leak.Door}, {leak.Who}: {leak.What}\n{leak.Shown}");
        // A search that finds nothing says little unless it finds what is there.
        var untimed = await LookAsync(Holes.OnePageForgetsWhoAsks, door => door.Name == Holes.Page, 0, 0, Number(seed), stop.Token);
        var timed = await LookAsync(Holes.ExistenceTakesTime, door => door.Name == Holes.Call, Number(samples), 0, Number(seed), stop.Token);
        var found = (untimed.Leaks.Any(l => l.Door == Holes.Page) ? 1 : 0) + (timed.Leaks.Any(l => l is { Door: Holes.Call, What: "tells by its time" }) ? 1 : 0);
        Console.WriteLine(new JsonObject
        {
            ["verb"] = "leaks", ["doors"] = report.Doors, ["hubMethods"] = report.HubMethods, ["observers"] = report.Observers, ["tries"] = report.Tries,
            ["timed"] = report.Timed, ["sampledTwice"] = report.Suspected, ["leaks"] = report.Leaks.Length, ["holesMade"] = 2, ["holesFound"] = found,
            ["seconds"] = Math.Round(Stopwatch.GetElapsedTime(Began).TotalSeconds, 1),
        }.ToJsonString());
        return report.Leaks.IsEmpty && found == 2 ? 0 : 1;
    }

    private static async Task<SearchReport> LookAsync(Action<IServiceCollection>? parts, Func<Door, bool>? only, int samples, int guesses, int seed, CancellationToken stop)
    {
        await using var server = new ComposedServer(parts);
        await server.OpenAsync(stop);
        return await new Search(server, samples, guesses, new Random(seed), Say, only).RunAsync(stop);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Say(string line) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(Began).TotalSeconds,7:0.0}  {line}"));
}
