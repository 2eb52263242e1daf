namespace SummitHub.Server.Interchange;

/// <summary>The local days of a summit, both ends included.</summary>
/// <param name="Zone">Its time zone.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record SummitDays(TimeZoneInfo Zone, DateOnly From, DateOnly To)
{
    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Whether the instant lies on one of the days.</summary>
    public bool Contains(DateTimeOffset at) => DayOf(at) is var day && day >= From && day <= To;

    /// <summary>The offset of the zone at an instant.</summary>
    public TimeSpan OffsetAt(DateTimeOffset at) => Zone.GetUtcOffset(at);
}
