using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>Delegations that are kept apart do not meet, nor stand in one room or in adjacent ones at overlapping times, the room's rest included.</summary>
internal static class ApartRule
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        foreach (var party in place.Meeting.Terms.Parties)
        {
            if (outlook.Setting.ApartFrom(party.Delegation) is not { } others) continue;
            if (HasAny(place.Meeting, others))
            {
                found.Add(new Violation(RefusalReason.DelegationsAreKeptApart, new Obstacle(null, null, null, null, null)));
                return;
            }
            if (place.Site is not { } site) continue;
            Check(outlook, place, site.Id, others, found);
            foreach (var next in site.Neighbours) Check(outlook, place, next, others, found);
        }
    }

    private static void Check(Outlook outlook, in Place place, VenueId room, HashSet<DelegationCode> others, List<Violation> found)
    {
        var rest = outlook.Setting.Rules.RoomGapMinutes * TimeSpan.TicksPerMinute;
        foreach (var hold in outlook.Of(room, place.Meeting.Id, place.Start - rest, place.End + rest))
        {
            if (!HasAny(outlook, hold, others)) continue;
            var violation = new Violation(RefusalReason.DelegationsAreKeptApart, new Obstacle(hold.Meeting, hold.Commitment, null, null, Spans.Of(hold)));
            if (!found.Contains(violation)) found.Add(violation);
        }
    }

    private static bool HasAny(Outlook outlook, Hold hold, HashSet<DelegationCode> others)
    {
        // Who is behind a plain block is not known: it may be anybody.
        if (hold.Plain) return true;
        if (hold.Meeting is { } id) return outlook.Meeting(id) is { } near && HasAny(near, others);
        foreach (var person in outlook.Commitment(hold.Commitment!.Value)!.Commitment.Principals)
            if (outlook.Setting.Principal(person) is { } there && others.Contains(there.Delegation))
                return true;
        return false;
    }

    private static bool HasAny(Meeting meeting, HashSet<DelegationCode> others)
    {
        foreach (var party in meeting.Terms.Parties)
            if (others.Contains(party.Delegation))
                return true;
        return false;
    }
}
