using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>How long people take between two venues: the faster of walking and driving, and the checkpoint of that direction.</summary>
internal sealed class Ways
{
    private readonly int[,] minutes;
    private readonly Travel travel;
    private readonly bool[] fastLane = new bool[Enum.GetValues<Level>().Length];

    public Ways(Summit summit)
    {
        travel = summit.Travel;
        foreach (var level in summit.Rules.FastLaneLevels) fastLane[(int)level] = true;
        var zones = summit.Zones.Select((z, i) => (z.Id, i)).ToDictionary(z => z.Id, z => z.i);
        minutes = new int[zones.Count, zones.Count];
        foreach (var leg in travel.Legs)
        {
            var (from, to) = (zones[leg.From], zones[leg.To]);
            minutes[from, to] = minutes[to, from] = Math.Min(leg.WalkMinutes, leg.DriveMinutes ?? int.MaxValue);
        }
    }

    /// <summary>The ticks a person of a level needs from one venue to the other. Nothing within a venue, nor where a place is not known.</summary>
    public long Needed(Site? from, Site? to, Level level)
    {
        if (from is null || to is null || from == to) return 0;
        var checkpoint = (from.Inside, to.Inside) switch
        {
            (false, true) => fastLane[(int)level] ? travel.FastLaneMinutes : travel.IntoPerimeterMinutes,
            (true, false) => travel.OutOfPerimeterMinutes,
            _ => 0,
        };
        return (minutes[from.Zone, to.Zone] + checkpoint) * TimeSpan.TicksPerMinute;
    }
}
