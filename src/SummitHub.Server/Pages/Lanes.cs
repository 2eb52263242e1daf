namespace SummitHub.Server.Pages;

/// <summary>Puts blocks that overlap under one another.</summary>
internal static class Lanes
{
    /// <summary>A block narrower than this is drawn this wide, in minutes: less could not be touched.</summary>
    public const int Narrowest = 8;

    /// <summary>The blocks in order of their start, each in the first lane that is free; and how many lanes there are, at least one.</summary>
    public static (IReadOnlyList<(BlockView View, int Lane)> Placed, int Count) Of(IEnumerable<BlockView> views)
    {
        var free = new List<int>();
        var placed = new List<(BlockView, int)>();
        foreach (var view in views.OrderBy(v => v.Start).ThenBy(v => v.Id, StringComparer.Ordinal))
        {
            var lane = free.FindIndex(end => end <= view.Start);
            if (lane < 0)
            {
                lane = free.Count;
                free.Add(0);
            }
            free[lane] = view.Start + Math.Max(view.Length, Narrowest);
            placed.Add((view, lane));
        }
        return (placed, Math.Max(1, free.Count));
    }
}
