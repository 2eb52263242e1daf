namespace SummitHub.Server.Pages;

/// <summary>One row of the board: a delegation or a room, with its blocks in lanes.</summary>
/// <param name="Key">The delegation's code or the room's name in commands.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Code">Its letters; empty for a room.</param>
/// <param name="Address">Its own page; null for none.</param>
/// <param name="Blocks">Its blocks with their lanes.</param>
/// <param name="LaneCount">How many lanes it needs, at least one.</param>
/// <param name="HasMeetings">Whether a meeting is among its blocks.</param>
public sealed record GridRow(
    string Key, string Name, string Code, string? Address, IReadOnlyList<(BlockView View, int Lane)> Blocks, int LaneCount, bool HasMeetings)
{
    /// <summary>Lays the blocks of a row into lanes.</summary>
    public static GridRow Of(string key, string name, string code, string? address, IEnumerable<BlockView> views)
    {
        var (placed, count) = Lanes.Of(views);
        return new GridRow(key, name, code, address, placed, count, placed.Any(b => b.View.Address is not null));
    }
}
