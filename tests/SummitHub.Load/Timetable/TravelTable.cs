namespace SummitHub.Load.Timetable;

/// <summary>
/// Minutes a person needs between two venues: the faster of walking and driving, plus the checkpoint when the move crosses the
/// perimeter (a fast lane inwards for some levels, none outwards). Nothing within one venue; between two venues of a zone the
/// row whose ends are equal.
/// </summary>
internal sealed class TravelTable
{
    private readonly Dictionary<(string, string), TravelRow> _rows = [];
    private readonly Dictionary<string, Zone> _zones;
    private readonly IReadOnlyDictionary<string, Venue> _venues;
    private readonly CheckpointMinutes _checkpoint;
    private readonly TravelRules _rules;

    public TravelTable(Inputs inputs)
    {
        foreach (var row in inputs.City.Travel.Matrix) _rows[(row.From, row.To)] = _rows[(row.To, row.From)] = row;
        _zones = inputs.City.Zones.ToDictionary(zone => zone.Id, StringComparer.Ordinal);
        (_venues, _checkpoint, _rules) = (inputs.Venues, inputs.City.Travel.CheckpointMinutes, inputs.Rules.Travel);
    }

    /// <summary>Minutes from one venue to another for a person of a level; a missing venue needs no travel.</summary>
    public int Minutes(string? from, string? to, string level)
    {
        if (from is null || to is null || from == to) return 0;
        Zone start = _zones[_venues[from].Zone], end = _zones[_venues[to].Zone];
        var row = _rows[(start.Id, end.Id)];
        return Math.Min(row.WalkMinutes, row.DriveMinutes ?? int.MaxValue) + Checkpoint(start, end, level);
    }

    private int Checkpoint(Zone from, Zone to, string level) => (from.IsInside, to.IsInside) switch
    {
        _ when !_rules.AddCheckpoint => 0,
        (false, true) => _rules.FastLaneLevels.Contains(level) ? _checkpoint.HeadOfStateFromOutsideToInside : _checkpoint.FromOutsideToInside,
        (true, false) => _checkpoint.FromInsideToOutside,
        _ => 0,
    };
}
