using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>When a venue is open, and how many it seats.</summary>
internal static class VenueRules
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        if (place.Site is not { } site) return;
        var (reported, drafted) = outlook.Closures;
        Closed(reported, outlook, place, site, found);
        Closed(drafted, null, place, site, found);
        if (!Open(outlook.Setting.Days, place, site, out var hours))
            found.Add(new Violation(RefusalReason.VenueNotOpenThen, new Obstacle(null, null, null, site.Id, hours)));
        var people = 0;
        foreach (var party in place.Meeting.Terms.Parties) people += party.People;
        if (people > site.Venue.Seats)
            found.Add(new Violation(RefusalReason.RoomTooSmall, new Obstacle(null, null, null, site.Id, null)));
    }

    private static void Closed(IReadOnlyList<VenueShut> closures, Outlook? reopening, in Place place, Site site, List<Violation> found)
    {
        for (var i = 0; i < closures.Count; i++)
            if (closures[i] is var closure && closure.Venue == site.Id && closure.When.Start.UtcTicks < place.End && place.Start < closure.When.End.UtcTicks
                && reopening?.IsReopened(closure) != true)
                found.Add(new Violation(RefusalReason.VenueClosedThen, new Obstacle(null, null, null, site.Id, closure.When)));
    }

    /// <summary>Whether the venue is open all the while, by the local clock. One open around the clock is open over midnight too.</summary>
    private static bool Open(LocalDays days, in Place place, Site site, out Interval? hours)
    {
        hours = null;
        if (site.Opens == 0 && site.Closes == TimeSpan.TicksPerDay) return true;
        var start = days.Local(place.Start);
        // The last instant inside decides the day, so that a meeting up to 24:00 ends on the day it began.
        var last = days.Local(place.End - 1);
        if (start.Date == last.Date && start.TimeOfDay.Ticks >= site.Opens && last.TimeOfDay.Ticks + 1 <= site.Closes) return true;
        var day = DateOnly.FromDateTime(start);
        if (site.Opens < site.Closes) hours = Spans.Of(days.At(day, site.Opens), days.At(day, site.Closes));
        return false;
    }
}
