using System.Diagnostics;

namespace SummitHub.Load.Verbs;

/// <summary>Durations gathered by one thread at a time, and the percentiles of many such together.</summary>
internal sealed class Latencies
{
    private readonly List<long> _ticks = [];

    /// <summary>Adds what has passed since a <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public void AddSince(long timestamp) => Add(Stopwatch.GetTimestamp() - timestamp);

    /// <summary>Adds a duration in the ticks of <see cref="Stopwatch"/>.</summary>
    public void Add(long ticks) => _ticks.Add(ticks);

    /// <summary>Milliseconds below which a share of all durations lies; 0 when there are none.</summary>
    public static double Percentile(IEnumerable<Latencies> all, double share)
    {
        var sorted = all.SelectMany(one => one._ticks).Order().ToArray();
        if (sorted.Length == 0) return 0;
        var at = Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1);
        return Math.Round(sorted[at] * 1000.0 / Stopwatch.Frequency, 3);
    }

    /// <summary>The middle of several figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
