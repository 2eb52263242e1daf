using SummitHub.Load.Verbs;

namespace SummitHub.Load.Timetable;

/// <summary>
/// Moves a week by whole hours, and its time zone with it, so that every local hour and every distance stays and only the dates differ.
/// A fact may be reported for a day at most, so a day that is to be lived again must have just passed. (Rejected: a clock of its own
/// for the summit, which only the sample has, and which no client may set.)
/// </summary>
/// <param name="By">What is added to every instant: whole hours.</param>
/// <param name="TimeZone">The zone in which local hours stay what they were.</param>
/// <param name="Days">What is added to every local date.</param>
internal sealed record Shift(TimeSpan By, string TimeZone, int Days)
{
    /// <summary>Leaves everything where it is.</summary>
    public static Shift None(WeekFile week) => new(TimeSpan.Zero, week.TimeZone, 0);

    /// <summary>The shift after which an instant has just passed.</summary>
    /// <param name="week">The week that is moved.</param>
    /// <param name="last">The last instant that must have passed.</param>
    /// <param name="now">The clock.</param>
    /// <exception cref="UsageException">The week has a clock change, so no fixed distance keeps its hours.</exception>
    public static Shift UntilJustPassed(WeekFile week, DateTimeOffset last, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(week.TimeZone);
        var offset = zone.GetUtcOffset(last);
        if (zone.GetUtcOffset(week.From.ToDateTime(TimeOnly.MinValue)) != offset || zone.GetUtcOffset(week.To.ToDateTime(TimeOnly.MaxValue)) != offset)
            throw new UsageException("The clocks change in that week: its hours cannot be kept by moving it.");
        var hours = (int)Math.Floor((now - last).TotalHours);
        // The zones of fixed offset run from -12 to +14 hours; their names count westwards.
        var moved = ((int)offset.TotalHours - hours + 12) % 24;
        var local = (moved < 0 ? moved + 24 : moved) - 12;
        var name = local == 0 ? "Etc/GMT" : $"Etc/GMT{(local < 0 ? '+' : '-')}{Math.Abs(local)}";
        return new(TimeSpan.FromHours(hours), name, (hours + local - (int)offset.TotalHours) / 24);
    }

    /// <summary>An instant where it is now.</summary>
    public DateTimeOffset At(DateTimeOffset instant) => (instant + By).ToUniversalTime();

    /// <summary>A local date where it is now.</summary>
    public DateOnly On(DateOnly day) => day.AddDays(Days);
}
