using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>
/// The summit's local days as spans of UTC. A day with a clock change is 23 or 25 hours long, and one may begin at 01:00 where midnight is
/// skipped, so nothing here adds 24 hours.
/// </summary>
internal sealed class LocalDays
{
    private readonly TimeZoneInfo zone;

    public LocalDays(Summit summit)
    {
        zone = TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone);
        First = StartOf(summit.From);
        End = StartOf(summit.To.AddDays(1));
    }

    /// <summary>The first tick of the summit.</summary>
    public long First { get; }

    /// <summary>The first tick after it.</summary>
    public long End { get; }

    /// <summary>The local day and wall clock of an instant.</summary>
    public DateTime Local(long ticks)
    {
        var utc = new DateTime(ticks, DateTimeKind.Utc);
        return new DateTime(ticks + zone.GetUtcOffset(utc).Ticks, DateTimeKind.Unspecified);
    }

    /// <summary>The local day an instant lies on.</summary>
    public DateOnly DayOf(long ticks) => DateOnly.FromDateTime(Local(ticks));

    /// <summary>The first tick of a local day.</summary>
    public long StartOf(DateOnly day) => At(day, 0);

    /// <summary>The instant of a wall clock on a local day; 24:00 is the start of the next.</summary>
    public long At(DateOnly day, long ticksOfDay)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddTicks(ticksOfDay);
        // Where clocks skip an hour, its instants are the first one after.
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(15);
        // Where an hour comes twice the first counts, which has the greater offset.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return wall.Ticks - offset.Ticks;
    }
}
