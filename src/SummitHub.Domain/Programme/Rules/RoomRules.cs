using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>
/// How many meetings and holds a room takes. Each holds a place of its own, and each place rests after it: so the count of spans, each made longer by
/// the rest, stays within the number of places at every instant.
/// </summary>
internal static class RoomRules
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        if (place.Site is not { } site) return;
        var rest = Rest(outlook);
        var holds = outlook.Of(site.Id, place.Meeting.Id, place.Start - rest, place.End + rest);
        Check(holds, site, (place.Start, place.End), rest, found);
    }

    /// <summary>What stands in the way of a hold that is no meeting; null for nothing.</summary>
    public static Violation? InTheWay(Outlook outlook, Site site, Hold own)
    {
        var (rest, found) = (Rest(outlook), new List<Violation>(0));
        var holds = outlook.Of(site.Id, null, own.Start - rest, own.End + rest);
        holds.RemoveAll(h => h.Commitment == own.Commitment);
        Check(holds, site, (own.Start, own.End), rest, found);
        return found.Count > 0 ? found[0] : null;
    }

    private static long Rest(Outlook outlook) => outlook.Setting.Rules.RoomGapMinutes * TimeSpan.TicksPerMinute;

    private static void Check(List<Hold> holds, Site site, (long Start, long End) span, long rest, List<Violation> found)
    {
        var places = site.Venue.ParallelMeetings;
        if (holds.Count < places) return;
        foreach (var hold in holds)
        {
            RefusalReason? rule = InTheWay(holds, span, hold, places, 0) ? RefusalReason.RoomTakenThen
                : InTheWay(holds, span, hold, places, rest) ? RefusalReason.RoomNeedsItsGap
                : null;
            if (rule is { } broken) found.Add(new Violation(broken, new Obstacle(hold.Meeting, hold.Commitment, null, site.Id, Spans.Of(hold))));
        }
    }

    /// <summary>Whether the other shares an instant with the span at which the room is over-full. The count rises only where a span begins.</summary>
    private static bool InTheWay(List<Hold> holds, (long Start, long End) span, Hold other, int places, long rest)
    {
        if (!(other.Start < span.End + rest && span.Start < other.End + rest)) return false;
        foreach (var hold in holds)
            if (Shared(span, other, hold.Start, rest) && Full(holds, hold.Start, places, rest))
                return true;
        return Shared(span, other, span.Start, rest) && Full(holds, span.Start, places, rest);
    }

    private static bool Shared((long Start, long End) span, Hold other, long instant, long rest) =>
        span.Start <= instant && instant < span.End + rest && other.Start <= instant && instant < other.End + rest;

    private static bool Full(List<Hold> holds, long instant, int places, long rest)
    {
        var count = 0;
        foreach (var hold in holds)
            if (hold.Start <= instant && instant < hold.End + rest)
                count++;
        return count >= places;
    }
}
