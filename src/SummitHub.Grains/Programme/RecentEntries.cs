using SummitHub.Contracts.Programme;

namespace SummitHub.Grains.Programme;

/// <summary>The last few thousand entries in memory, for those who follow closely. Not thread-safe.</summary>
internal sealed class RecentEntries
{
    private const int Most = 4096;

    private readonly LogEntry?[] ring = new LogEntry?[Most];

    /// <summary>Keeps an entry in the place of the one that many before.</summary>
    public void Add(LogEntry entry) => ring[entry.Position % Most] = entry;

    /// <summary>The entry at a position; null where it is too old.</summary>
    public LogEntry? At(long position) => ring[position % Most] is { } entry && entry.Position == position ? entry : null;

    /// <summary>Forgets them all.</summary>
    public void Clear() => Array.Clear(ring);
}
