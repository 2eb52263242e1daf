using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>
/// The summit's local days as spans of UTC. A day with a clock change is 23 or 25 hours long, and one may begin at 01:00 where midnight is
/// skipped, so nothing here adds 24 hours.
/// </summary>
internal sealed class LocalDays
{
    private readonly TimeZoneInfo zone;
    private readonly int firstDay;
    private readonly long[] starts;
    private readonly long?[] offsets;

    public LocalDays(Summit summit)
    {
        zone = TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone);
        First = At(summit.From, 0);
        End = At(summit.To.AddDays(1), 0);
        // Asking the zone costs more than all the rules of a booking together: the days of the summit and a few around it are kept.
        firstDay = summit.From.DayNumber - 2;
        starts = [.. Enumerable.Range(firstDay, summit.To.DayNumber - firstDay + 4).Select(d => At(DateOnly.FromDayNumber(d), 0))];
        offsets = [.. Enumerable.Range(0, starts.Length - 1).Select(OffsetOf)];
    }

    /// <summary>The first tick of the summit.</summary>
    public long First { get; }

    /// <summary>The first tick after it.</summary>
    public long End { get; }

    /// <summary>The local day and wall clock of an instant.</summary>
    public DateTime Local(long ticks)
    {
        var day = Find(ticks);
        var offset = day >= 0 && offsets[day] is { } steady ? steady : zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks;
        return new DateTime(ticks + offset, DateTimeKind.Unspecified);
    }

    /// <summary>The span of the local day an instant lies on.</summary>
    public (long Start, long End) Around(long ticks)
    {
        var at = Find(ticks);
        if (at >= 0) return (starts[at], starts[at + 1]);
        var day = DateOnly.FromDateTime(Local(ticks));
        return (At(day, 0), At(day.AddDays(1), 0));
    }

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

    /// <summary>The kept day an instant lies on, or a negative number.</summary>
    private int Find(long ticks)
    {
        if (ticks < starts[0] || ticks >= starts[^1]) return -1;
        // All days but those of a clock change are 24 hours long, so the guess is at most one off.
        var at = (int)Math.Min((ticks - starts[0]) / TimeSpan.TicksPerDay, starts.Length - 2);
        while (ticks < starts[at]) at--;
        while (ticks >= starts[at + 1]) at++;
        return at;
    }

    /// <summary>The offset of a kept day in ticks; null where its clock changes.</summary>
    private long? OffsetOf(int day)
    {
        var morning = zone.GetUtcOffset(new DateTime(starts[day], DateTimeKind.Utc));
        var evening = zone.GetUtcOffset(new DateTime(starts[day + 1] - 1, DateTimeKind.Utc));
        return morning == evening ? morning.Ticks : null;
    }
}
