using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SummitHub.Composed.Leaks;

/// <summary>The calls at a door: with the query and without, with each verb, with as little and as much in the body as it takes, on any version and on none.</summary>
internal static partial class Tries
{
    private const int MostOptional = 4;
    private static readonly string[] Sides = ["LSO", "SWZ", "BWA", "ZZZ"];

    /// <summary>All of them, in an order that depends on the door alone: with two names the calls stand beside each other.</summary>
    /// <param name="door">The door.</param>
    /// <param name="target">The name that is tried.</param>
    /// <param name="at">An instant that has passed.</param>
    /// <param name="verbs">The verbs that are known.</param>
    public static IEnumerable<Try> Of(Door door, string target, DateTimeOffset at, ImmutableArray<string> verbs)
    {
        var asks = door.Blanks.Any(b => b.Name == "verb") || door.Body?.GetProperty("Items") is not null;
        foreach (var side in door.Reads ? Sides : ["LSO"])
            foreach (var verb in asks ? verbs : [""])
            {
                var fill = new Fill(target, side, at, verb);
                foreach (var path in Paths(door, fill))
                    foreach (var (body, ifMatch) in Bodies(door, fill))
                        yield return new(door, path, body, ifMatch);
            }
    }

    private static IEnumerable<string> Paths(Door door, Fill fill)
    {
        var path = door.Blanks.Where(b => b.InPath).Aggregate(door.Pattern, (text, blank) =>
            Regex.Replace(text, $@"\{{\**{blank.Name}[^}}]*\}}", Uri.EscapeDataString(fill.Text(blank.Name, blank.Type)), RegexOptions.IgnoreCase));
        // Blanks that the list does not know are filled as any name is.
        path = Left().Replace(path, fill.Target);
        var query = door.Blanks.Where(b => !b.InPath).Take(MostOptional).ToArray();
        for (var chosen = 0; chosen < 1 << query.Length; chosen++)
        {
            var asked = query.Where((_, i) => (chosen & (1 << i)) != 0).Select(b => $"{b.Name}={Uri.EscapeDataString(fill.Text(b.Name, b.Type))}").ToList();
            yield return asked.Count == 0 ? path : $"{path}?{string.Join('&', asked)}";
        }
    }

    private static IEnumerable<(string? Body, string? IfMatch)> Bodies(Door door, Fill fill)
    {
        if (door.Reads)
        {
            yield return (null, null);
            yield break;
        }

        if (door.Body is not { } type)
        {
            yield return ("{}", null);
            yield break;
        }

        var all = fill.Body(type, all: true, override_: false)?.ToJsonString();
        yield return (fill.Body(type, all: false, override_: false)?.ToJsonString(), null);
        yield return (all, "*");
        yield return (all, "\"1\"");
        yield return (all, "\"999\"");
        yield return (fill.Body(type, all: true, override_: true)?.ToJsonString(), "*");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Left();
}
