using System.Diagnostics;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>Durable bookings a second: ours on both stores and PostgreSQL with and without NOTIFY, in turn and again.</summary>
internal static class BookingsVerb
{
    /// <summary>A rate that a summit at its busiest does not reach: at it answers are timed, for at full speed callers wait for each other.</summary>
    private const int Steady = 500;

    /// <summary><c>bookings</c></summary>
    public static Verb Verb { get; } = new("bookings", "durable bookings a second, beside PostgreSQL at its best", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var (callers, rounds) = (options.Number("callers", 64), options.Number("rounds", 3));
        var length = TimeSpan.FromSeconds(options.Number("seconds", 5));
        var workload = new Workload(options.Seed, pairs: 1200, days: 14);
        var warm = TimeSpan.FromSeconds(options.Number("warm", 40));
        Progress.Say($"{callers} callers, each contender warm after {warm.TotalSeconds} s, {rounds} rounds of {length.TotalSeconds} s each, seed {options.Seed}");

        await using var contenders = await Contenders.Start(options, stop);
        var figures = new Figures();

        async Task Turn(Func<IContender> make, string name, Action<IContender, Round> note, int? pace = null)
        {
            await using var contender = make();
            var round = await Round.Run(contender, workload, callers, length, pace, stop);
            Progress.Say($"{name,-10} {contender.Name,-14} {round.PerSecond,8:0} a second, "
                + $"{round.RefusedShare:P1} refused, p50 {Latencies.Percentile(round.Waited, 0.5)} ms, p99 {Latencies.Percentile(round.Waited, 0.99)} ms");
            foreach (var wrong in round.Wrong.Take(10)) Progress.Say($"WRONG: {wrong}");
            note(contender, round);
        }

        foreach (var make in contenders.All) await WarmUp(warm, i => Turn(make, $"warm-up {i}", figures.Verify));
        for (var i = 1; i <= rounds; i++)
            foreach (var make in contenders.All)
                await Turn(make, $"round {i}", figures.Add);
        foreach (var make in contenders.All) await Turn(make, $"at {Steady}/s", figures.AddSteady, Steady);
        return figures.Outcome();
    }

    /// <summary>
    /// Turns for as long as was given to each, whoever's compilers and caches it is that settle meanwhile. To end when a turn is no better than the
    /// one before ended too soon where the machine had a hiccup.
    /// </summary>
    private static async Task WarmUp(TimeSpan length, Func<int, Task> turn)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 1; Stopwatch.GetElapsedTime(began) < length; i++) await turn(i);
    }
}
