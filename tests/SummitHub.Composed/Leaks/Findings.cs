using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SummitHub.Composed.Leaks;

/// <summary>What was found so far; the same at one door for one observer counts once.</summary>
internal sealed class Findings
{
    private readonly ConcurrentDictionary<(string Who, string Door, string What), Finding> _found = new();

    /// <summary>All of them.</summary>
    public ImmutableArray<Finding> All => [.. _found.Values.OrderBy(f => f.Door, StringComparer.Ordinal).ThenBy(f => f.Who, StringComparer.Ordinal)];

    /// <summary>Notes one.</summary>
    public void Add(string who, string door, string what, string shown) => _found.TryAdd((who, door, what), new(who, door, what, shown));

    /// <summary>
    /// Notes what in an answer only those may know who hold the meeting; what the caller himself sent is no news to him. The audit lists what he was denied, and so
    /// the names that he has tried: there a name of that form is his own.
    /// </summary>
    public void Look(string who, string door, string sent, string told, ImmutableArray<string> markers)
    {
        foreach (var marker in markers)
        {
            if (door.EndsWith("/audit", StringComparison.Ordinal) && marker.StartsWith("m-", StringComparison.Ordinal)) continue;
            if (!sent.Contains(marker, StringComparison.Ordinal) && told.Contains(marker, StringComparison.Ordinal)) Add(who, door, $"says '{marker}'", $"{sent} -> {told}");
        }
    }
}
