using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>What a summit is called and when it is held, which the files of a folder do not say.</summary>
/// <param name="Id">Its name in addresses; the <c>event</c> of every document must be it.</param>
/// <param name="Title">Its title.</param>
/// <param name="TimeZone">Its IANA zone; the <c>time_zone</c> of every document must be it.</param>
/// <param name="From">The first local day.</param>
/// <param name="To">The last local day.</param>
internal sealed record SummitHead(SummitId Id, string Title, string TimeZone, DateOnly From, DateOnly To)
{
    /// <summary>Its days.</summary>
    public SummitDays Days => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), From, To);

    /// <summary>When its files are entered: nine o'clock of the first day, before anything is held.</summary>
    public DateTimeOffset EnteredAt => Local(From, new TimeOnly(9, 0));

    /// <summary>The end of its last day.</summary>
    public DateTimeOffset EndsAt => Local(To, new TimeOnly(23, 59));

    private DateTimeOffset Local(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Days.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
