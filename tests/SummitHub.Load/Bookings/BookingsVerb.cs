using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>Durable bookings a second: ours on both stores and PostgreSQL with and without NOTIFY, in turn and again.</summary>
internal static class BookingsVerb
{
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
        for (var i = 0; i <= rounds; i++)
        {
            foreach (var make in contenders.All)
            {
                await using var contender = make();
                var warmsUp = i == 0;
                var round = await Round.Run(contender, workload, callers, warmsUp ? length / 2 : length, stop);
                Progress.Say($"{(warmsUp ? "warm-up" : $"round {i}"),-8} {contender.Name,-14} {round.PerSecond,8:0} a second, "
                    + $"{round.RefusedShare:P1} refused, p50 {Latencies.Percentile(round.Waited, 0.5)} ms, p99 {Latencies.Percentile(round.Waited, 0.99)} ms");
                foreach (var wrong in round.Wrong.Take(10)) Progress.Say($"WRONG: {wrong}");
                figures.Add(contender.Name, round, counts: !warmsUp);
            }
        }

        return figures.Outcome();
    }
}
