using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>Durable bookings a second: ours on both stores and PostgreSQL with and without NOTIFY, in turn and again.</summary>
internal static class BookingsVerb
{
    private const int MostWarmUps = 6;

    /// <summary><c>bookings</c></summary>
    public static Verb Verb { get; } = new("bookings", "durable bookings a second, beside PostgreSQL at its best", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var (callers, rounds) = (options.Number("callers", 64), options.Number("rounds", 3));
        var length = TimeSpan.FromSeconds(options.Number("seconds", 5));
        var workload = new Workload(options.Seed, pairs: 1200, days: 14);
        Progress.Say($"{callers} callers, {rounds} rounds of {length.TotalSeconds} s each, seed {options.Seed}");

        await using var contenders = await Contenders.Start(options, stop);
        var figures = new Figures();

        async Task<double> Turn(Func<IContender> make, string name, bool counts)
        {
            await using var contender = make();
            var round = await Round.Run(contender, workload, callers, length, stop);
            Progress.Say($"{name,-9} {contender.Name,-14} {round.PerSecond,8:0} a second, "
                + $"{round.RefusedShare:P1} refused, p50 {Latencies.Percentile(round.Waited, 0.5)} ms, p99 {Latencies.Percentile(round.Waited, 0.99)} ms");
            foreach (var wrong in round.Wrong.Take(10)) Progress.Say($"WRONG: {wrong}");
            figures.Add(contender.Name, round, counts);
            return round.PerSecond;
        }

        foreach (var make in contenders.All) await WarmUp(i => Turn(make, $"warm-up {i}", counts: false));
        for (var i = 1; i <= rounds; i++)
            foreach (var make in contenders.All)
                await Turn(make, $"round {i}", counts: true);
        return figures.Outcome();
    }

    /// <summary>Turns until one is hardly better than the best before it: compilers and caches have settled, whoever's they are.</summary>
    private static async Task WarmUp(Func<int, Task<double>> turn)
    {
        var best = 0.0;
        for (var i = 1; i <= MostWarmUps; i++)
        {
            var perSecond = await turn(i);
            if (i > 2 && perSecond < best * 1.05) return;
            best = Math.Max(best, perSecond);
        }
    }
}
