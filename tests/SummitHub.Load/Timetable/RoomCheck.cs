namespace SummitHub.Load.Timetable;

/// <summary>The rules about a room: as many meetings at once as it takes, a rest after each, its hours, one calendar day.</summary>
internal sealed class RoomCheck(Inputs inputs)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(inputs.Week.TimeZone);

    /// <summary>What the meetings break.</summary>
    public IEnumerable<Violation> Find(IReadOnlyList<PlacedMeeting> meetings) =>
        meetings.GroupBy(one => one.VenueId, StringComparer.Ordinal).SelectMany(OfRoom);

    private IEnumerable<Violation> OfRoom(IGrouping<string, PlacedMeeting> meetings)
    {
        if (!inputs.Venues.TryGetValue(meetings.Key, out var venue))
            return [new("unknown-venue", [.. meetings.Select(one => one.Id)], $"{meetings.Key} is no venue of the week")];
        return [.. Crowding(venue, [.. meetings]), .. meetings.SelectMany(one => Hours(venue, one))];
    }

    // A place is taken from a meeting's start to its end and rests after it. The crowd changes only at a start, so
    // it is enough to count at each start who holds a place then.
    private IEnumerable<Violation> Crowding(Venue venue, PlacedMeeting[] meetings)
    {
        foreach (var gap in new[] { 0, inputs.Rules.RoomGapMinutes }.Distinct())
        {
            foreach (var one in meetings)
            {
                var there = meetings.Where(other => other.Start <= one.Start && one.Start < other.End.AddMinutes(gap)).ToArray();
                if (there.Length <= venue.ParallelMeetings) continue;
                yield return new(gap == 0 ? "room" : "room-gap", [.. there.OrderBy(other => other.Start).Select(other => other.Id)],
                    $"{venue.Id} takes {venue.ParallelMeetings}, with a rest of {gap} min it has {there.Length} at {one.Start:O}");
            }
        }
    }

    private IEnumerable<Violation> Hours(Venue venue, PlacedMeeting meeting)
    {
        DateTimeOffset start = TimeZoneInfo.ConvertTime(meeting.Start, _zone), end = TimeZoneInfo.ConvertTime(meeting.End, _zone);
        if (end <= start) yield return new("interval", [meeting.Id], $"{meeting.Id} ends before it begins");
        if (inputs.Rules.SameCalendarDay && start.Date != end.Date)
            yield return new("calendar-day", [meeting.Id], $"{meeting.Id} runs over midnight, {start:O} to {end:O}");
        else if (TimeOnly.FromDateTime(start.DateTime) < venue.Opens || TimeOnly.FromDateTime(end.DateTime) > venue.Closes)
            yield return new("hours", [meeting.Id], $"{venue.Id} is open {venue.Opens} to {venue.Closes}, {meeting.Id} is {start:HH:mm} to {end:HH:mm}");
    }
}
