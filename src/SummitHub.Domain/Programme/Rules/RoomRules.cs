using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>
/// How many meetings a room takes. Each holds a place of its own, and each place rests after it: so the count of spans, each made longer by
/// the rest, stays within the number of places at every instant.
/// </summary>
internal static class RoomRules
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        if (place.Site is not { } site) return;
        var rest = outlook.Setting.Rules.RoomGapMinutes * TimeSpan.TicksPerMinute;
        var places = site.Venue.ParallelMeetings;
        var holds = outlook.Of(site.Id, place.Meeting.Id, place.Start - rest, place.End + rest);
        if (holds.Count < places) return;
        foreach (var hold in holds)
        {
            RefusalReason? rule = InTheWay(holds, place, hold, places, 0) ? RefusalReason.RoomTakenThen
                : InTheWay(holds, place, hold, places, rest) ? RefusalReason.RoomNeedsItsGap
                : null;
            if (rule is { } broken) found.Add(new Violation(broken, new Obstacle(hold.Meeting, null, null, site.Id, Spans.Of(hold))));
        }
    }

    /// <summary>Whether the other shares an instant with the place at which the room is over-full. The count rises only where a span begins.</summary>
    private static bool InTheWay(List<Hold> holds, in Place place, Hold other, int places, long rest)
    {
        if (!(other.Start < place.End + rest && place.Start < other.End + rest)) return false;
        foreach (var hold in holds)
            if (Shared(place, other, hold.Start, rest) && Full(holds, hold.Start, places, rest))
                return true;
        return Shared(place, other, place.Start, rest) && Full(holds, place.Start, places, rest);
    }

    private static bool Shared(in Place place, Hold other, long instant, long rest) =>
        place.Start <= instant && instant < place.End + rest && other.Start <= instant && instant < other.End + rest;

    private static bool Full(List<Hold> holds, long instant, int places, long rest)
    {
        var count = 0;
        foreach (var hold in holds)
            if (hold.Start <= instant && instant < hold.End + rest)
                count++;
        return count >= places;
    }
}
