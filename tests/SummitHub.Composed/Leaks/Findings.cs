using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SummitHub.Composed.Leaks;

/// <summary>What was found so far; the same at one door for one observer counts once.</summary>
internal sealed partial class Findings
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
        // The clock on the wall comes by the meeting's hour too: instants of our own time, and hours with their seconds, are not the summit's.
        told = OurTime().Replace(told, "");
        foreach (var marker in markers)
        {
            if (door.EndsWith("/audit", StringComparison.Ordinal) && marker.StartsWith("m-", StringComparison.Ordinal)) continue;
            if (!sent.Contains(marker, StringComparison.Ordinal) && Says(told, marker)) Add(who, door, $"says '{marker}'", $"{sent} -> {told}");
        }
    }

    // An hour is one only where no other digits make it a part of something longer.
    private static bool Says(string told, string marker) =>
        char.IsAsciiDigit(marker[0]) ? Regex.IsMatch(told, $@"(?<![\d:]){Regex.Escape(marker)}(?!\d)") : told.Contains(marker, StringComparison.Ordinal);

    [GeneratedRegex(@"(?!2019-)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?|(?<![\dT:])\d\d:\d\d:\d\d")]
    private static partial Regex OurTime();
}
