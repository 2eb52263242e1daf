using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>The world's clock for every summit.</summary>
internal sealed class WorldClockReadings(TimeProvider time) : ISummitClockReadings
{
    public SummitClock Read(SummitId summit)
    {
        var now = time.GetUtcNow();
        return new SummitClock(now, now, 1, Sample: false, Playing: false);
    }
}
