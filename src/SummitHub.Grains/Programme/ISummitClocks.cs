using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Programme;

/// <summary>The clock of each summit: the world's for a real one, its own for a sample.</summary>
public interface ISummitClocks
{
    /// <summary>The clock a summit's people go by.</summary>
    TimeProvider Of(SummitId summit);
}

/// <summary>The world's clock for every summit.</summary>
public sealed class WorldClocks(TimeProvider time) : ISummitClocks
{
    /// <inheritdoc/>
    public TimeProvider Of(SummitId summit) => time;
}
