using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>What a summit is called and when it is held: <c>summit.json</c>.</summary>
/// <param name="Id">Its name in addresses, <c>event</c>; the <c>event</c> of every document must be it.</param>
/// <param name="Title">Its title.</param>
/// <param name="TimeZone">Its IANA zone; the <c>time_zone</c> of every document must be it.</param>
/// <param name="From">The first local day.</param>
/// <param name="To">The last local day.</param>
internal sealed record SummitHead(SummitId Id, string Title, string TimeZone, DateOnly From, DateOnly To)
{
    private const string File = "summit.json";

    /// <summary>Its days.</summary>
    public SummitDays Days => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), From, To);

    /// <summary>When its files are entered: nine o'clock of the first day, before anything is held.</summary>
    public DateTimeOffset EnteredAt => Local(From, new TimeOnly(9, 0));

    /// <summary>The end of its last day.</summary>
    public DateTimeOffset EndsAt => Local(To, new TimeOnly(23, 59));

    /// <summary>Reads the file; null, with the problems noted, where it does not say what a summit is called and when it is held.</summary>
    public static SummitHead? Read(string folder, ImportProblems problems)
    {
        if (JsonPlace.Read(folder, File, problems) is not { } root) return null;
        var row = new JsonRow(File, root, problems);
        var head = new SummitHead(row.Id<SummitId>("event"), row.Text("title", 200), row.Text("time_zone", 60), row.Day("from"), row.Day("to"));
        if (head.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(head.TimeZone, out _)) row.Wrong("time_zone", $"'{head.TimeZone}' is no IANA time zone such as Europe/Paris.");
        if (head.To < head.From) row.Wrong("to", $"It is before {head.From:yyyy-MM-dd}, the first day.");
        return row.Broken ? null : head;
    }

    private DateTimeOffset Local(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Days.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
