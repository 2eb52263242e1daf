using System.Text.Json.Nodes;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>The turns of all contenders, and the line they make: medians of the rounds.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, List<Round>> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Round>> _steady = new(StringComparer.Ordinal);
    private int _wrong;

    /// <summary>Verifies a turn that does not count.</summary>
    public void Verify(IContender contender, Round round) => _wrong += round.Wrong.Count;

    /// <summary>Adds a turn at full speed.</summary>
    public void Add(IContender contender, Round round) => Add(_rounds, contender, round);

    /// <summary>Adds a turn at a steady rate.</summary>
    public void AddSteady(IContender contender, Round round) => Add(_steady, contender, round);

    /// <summary>The line.</summary>
    public Outcome Outcome()
    {
        double redis = PerSecond("redis"), embedded = PerSecond("embedded"), loud = PerSecond("postgres"), quiet = PerSecond("postgresQuiet");
        var main = _rounds.ContainsKey("redis") ? "redis" : "embedded";
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
            ["p50Ms"] = Waited(_rounds, main, 0.5),
            ["p99Ms"] = Waited(_rounds, main, 0.99),
            ["steadyP50Ms"] = Waited(_steady, main, 0.5),
            ["steadyP99Ms"] = Waited(_steady, main, 0.99),
            ["embeddedSteadyP50Ms"] = Waited(_steady, "embedded", 0.5),
            ["embeddedSteadyP99Ms"] = Waited(_steady, "embedded", 0.99),
            ["wrong"] = _wrong,
        });
    }

    private double PerSecond(string contender) => Latencies.Median((_rounds.GetValueOrDefault(contender) ?? []).Select(round => round.PerSecond));

    private void Add(Dictionary<string, List<Round>> to, IContender contender, Round round)
    {
        Verify(contender, round);
        if (!to.TryGetValue(contender.Name, out var rounds)) to.Add(contender.Name, rounds = []);
        rounds.Add(round);
    }

    private static double Waited(Dictionary<string, List<Round>> rounds, string contender, double share) =>
        Latencies.Percentile((rounds.GetValueOrDefault(contender) ?? []).SelectMany(round => round.Waited), share);

    private static double Ratio(double ours, double theirs) => theirs == 0 ? 0 : Math.Round(ours / theirs, 2);
}
