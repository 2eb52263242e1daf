using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>Reads a summit's clock in the form that boards are told.</summary>
public interface ISummitClockReadings
{
    /// <summary>What the summit's clock shows now, and how fast it runs.</summary>
    SummitClock Read(SummitId summit);
}
