namespace SummitHub.Load.Fanout;

/// <summary>How a burst went on one of the two servers.</summary>
/// <param name="PerSecond">Frames delivered to boards, from the first tap (or the word to begin) to the last delivery.</param>
/// <param name="Processor">Processor time of the server for each delivery.</param>
/// <param name="Report">What the boards counted.</param>
/// <param name="Complete">Whether every board got everything.</param>
internal sealed record Round(double PerSecond, TimeSpan Processor, FarmReport Report, bool Complete)
{
    /// <summary>Computes the figures.</summary>
    public static Round Of(long began, FarmReport report, Usage before, Usage after, bool complete) => new(
        report.Deliveries / TimeSpan.FromSeconds((report.LastAt - began) / (double)System.Diagnostics.Stopwatch.Frequency).TotalSeconds,
        (after.Processor - before.Processor) / Math.Max(1, report.Deliveries), report, complete);
}
