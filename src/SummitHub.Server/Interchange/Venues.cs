using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>venues.json</c>: the zones of the town, the venues, and the ways between zones.</summary>
internal static class Venues
{
    private const string File = "venues.json";

    /// <summary>What the file tells.</summary>
    public sealed record Town(ImmutableArray<Zone> Zones, ImmutableArray<Venue> Venues, Travel Travel);

    /// <summary>Reads the file; null where it is no document at all.</summary>
    public static Town? Read(string folder, SummitHead head, HashSet<DelegationCode> codes, HashSet<VenueId> venues, ImportProblems problems)
    {
        if (JsonPlace.Read(folder, File, problems) is not { } root) return null;
        var document = new JsonRow(File, root, problems);
        document.Belongs(head);
        var zones = new HashSet<ZoneId>();
        return new Town(
            [.. document.Rows("zones").Select(row => ZoneOf(row, zones)).OfType<Zone>()],
            [.. document.Rows("venues").Select(row => VenueOf(row, zones, codes, venues)).OfType<Venue>()],
            TravelOf(document.Row("travel"), zones));
    }

    private static Zone? ZoneOf(JsonRow row, HashSet<ZoneId> zones)
    {
        var zone = new Zone(row.New("id", zones), row.Text("name"), row.Word("perimeter", Words.Inside), row.Flag("pass_required"));
        return row.Broken ? null : zone;
    }

    private static Venue? VenueOf(JsonRow row, HashSet<ZoneId> zones, HashSet<DelegationCode> codes, HashSet<VenueId> venues)
    {
        var (opens, closes) = (row.Hour("opens"), row.Hour("closes"));
        if (!row.Broken && closes <= opens) row.Wrong("closes", $"It closes at {closes:HH\\:mm}, not after it opens at {opens:HH\\:mm}.");
        var venue = new Venue(
            row.New("id", venues),
            row.Text("name", 120),
            row.Known("zone", zones),
            row.Word("kind", Words.VenueKinds),
            row.NumberOrNull("seats", 1, 20_000),
            row.Number("parallel_meetings", 1, 500),
            row.Flag("bookable"),
            opens,
            closes,
            row.KnownOrNull("owner", codes),
            [],
            row.Texts("estimated"),
            row.TextOrNull("name_ru", 120) is { } name ? new LocalName("ru", name) : null);
        return row.Broken ? null : venue;
    }

    private static Travel TravelOf(JsonRow row, HashSet<ZoneId> zones)
    {
        var checkpoint = row.Row("checkpoint_minutes");
        var ways = new HashSet<(ZoneId, ZoneId)>();
        var legs = row.Rows("matrix").Select(way => LegOf(way, zones, ways)).OfType<TravelLeg>().ToImmutableArray();
        foreach (var (from, to) in from one in zones from other in zones where one.CompareTo(other) <= 0 select (one, other))
        {
            if (!ways.Contains((from, to))) row.Wrong("matrix", $"There is no way from {from} to {to}.");
        }
        return new Travel(
            legs,
            checkpoint.Number("from_outside_to_inside", 0, 240),
            checkpoint.Number("from_inside_to_outside", 0, 240),
            checkpoint.Number("head_of_state_from_outside_to_inside", 0, 240),
            row.Flag("estimated"));
    }

    private static TravelLeg? LegOf(JsonRow row, HashSet<ZoneId> zones, HashSet<(ZoneId From, ZoneId To)> ways)
    {
        var leg = new TravelLeg(
            row.Known("from", zones), row.Known("to", zones), row.Number("walk_minutes", 0, 600), row.NumberOrNull("drive_minutes", 0, 600));
        if (row.Broken) return null;
        var way = leg.From.CompareTo(leg.To) <= 0 ? (leg.From, leg.To) : (leg.To, leg.From);
        if (!ways.Add(way)) row.Wrong("to", $"The way from {leg.From} to {leg.To} is there twice; it counts for both directions.");
        return leg;
    }
}
