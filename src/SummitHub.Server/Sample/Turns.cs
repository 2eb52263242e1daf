using System.Collections.Immutable;

namespace SummitHub.Server.Sample;

/// <summary>What is peculiar to one meeting in the script.</summary>
/// <param name="Before">What comes before its start, and when against its expected start.</param>
/// <param name="During">What comes while it runs, in order.</param>
internal sealed record Turns(ImmutableArray<(TimeSpan Offset, DayStep Step)> Before, ImmutableArray<DayStep> During)
{
    /// <summary>Nothing.</summary>
    public static Turns None { get; } = new([], []);
}
