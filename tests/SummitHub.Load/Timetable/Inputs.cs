using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Timetable;

/// <summary>A week with the venues and rules it was made under.</summary>
/// <param name="Week">Who came and what was asked.</param>
/// <param name="Venues">All venues: those of the city and the placeholder missions of the week.</param>
/// <param name="City">Zones and travel.</param>
/// <param name="Rules">The rule pack.</param>
internal sealed record Inputs(WeekFile Week, IReadOnlyDictionary<string, Venue> Venues, VenuesFile City, RulesFile Rules)
{
    /// <summary>Reads a week.json and, beside it or in the sample, venues.json and rules.json.</summary>
    /// <exception cref="UsageException">A file is missing.</exception>
    public static Inputs Read(string weekPath)
    {
        if (!File.Exists(weekPath)) throw new UsageException($"There is no file {weekPath}.");
        var week = WeekFile.Read(weekPath);
        var city = VenuesFile.Read(Beside(weekPath, "venues.json"));
        var venues = city.Venues.Concat(week.DerivedVenues).ToDictionary(venue => venue.Id, StringComparer.Ordinal);
        return new(week, venues, city, RulesFile.Read(Beside(weekPath, "rules.json")));
    }

    private static string Beside(string weekPath, string name)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(weekPath))!, name);
        if (File.Exists(beside)) return beside;
        var sample = Path.Combine(Repository.Root, "samples", "unga74", name);
        return File.Exists(sample) ? sample : throw new UsageException($"{name} is neither beside {weekPath} nor in samples/unga74.");
    }
}
