using System.Text.Json.Nodes;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>The turns of all contenders, and the line they make: medians of the rounds.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, List<Round>> _rounds = new(StringComparer.Ordinal);
    private int _wrong;

    /// <summary>Adds a turn; a warm-up is verified but not counted.</summary>
    public void Add(string contender, Round round, bool counts)
    {
        _wrong += round.Wrong.Count;
        if (!counts) return;
        if (!_rounds.TryGetValue(contender, out var rounds)) _rounds.Add(contender, rounds = []);
        rounds.Add(round);
    }

    /// <summary>The line.</summary>
    public Outcome Outcome()
    {
        double redis = PerSecond("redis"), embedded = PerSecond("embedded"), loud = PerSecond("postgres"), quiet = PerSecond("postgresQuiet");
        var ours = (IReadOnlyList<Round>)(_rounds.GetValueOrDefault("redis") ?? _rounds.GetValueOrDefault("embedded") ?? []);
        var waited = ours.SelectMany(round => round.Waited).ToArray();
        return new(_wrong == 0 && _rounds.Count > 0, new JsonObject
        {
            ["perSecond"] = Math.Round(redis),
            ["embeddedPerSecond"] = Math.Round(embedded),
            ["postgresPerSecond"] = Math.Round(loud),
            ["postgresQuietPerSecond"] = Math.Round(quiet),
            ["ratio"] = Ratio(redis, loud),
            ["quietRatio"] = Ratio(redis, quiet),
            ["embeddedRatio"] = Ratio(embedded, loud),
            ["embeddedQuietRatio"] = Ratio(embedded, quiet),
            ["refusedShare"] = Math.Round(Latencies.Median(_rounds.Values.SelectMany(rounds => rounds).Select(round => round.RefusedShare)), 4),
            ["p50Ms"] = Latencies.Percentile(waited, 0.5),
            ["p99Ms"] = Latencies.Percentile(waited, 0.99),
            ["wrong"] = _wrong,
        });
    }

    private double PerSecond(string contender) => Latencies.Median((_rounds.GetValueOrDefault(contender) ?? []).Select(round => round.PerSecond));

    private static double Ratio(double ours, double theirs) => theirs == 0 ? 0 : Math.Round(ours / theirs, 2);
}
