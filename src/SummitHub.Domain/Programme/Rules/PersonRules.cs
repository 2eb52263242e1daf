using System.Runtime.InteropServices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>What a person can do: one thing at a time, with the way between, while he is in town, and no more meetings a day than his cap.</summary>
internal static class PersonRules
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        foreach (var party in place.Meeting.Terms.Parties)
            if (outlook.Setting.Principal(party.Principal) is { } person)
                Check(outlook, place, person, found);
    }

    private static void Check(Outlook outlook, in Place place, Principal person, List<Violation> found)
    {
        if (person.Present is { } present && (place.Start < present.Start.Ticks || place.End > present.End.Ticks))
            found.Add(new Violation(RefusalReason.PrincipalNotPresentThen, new Obstacle(null, null, person.Id, null, present)));
        var near = outlook.Setting.Rules.TravelCheckedUnderMinutes * TimeSpan.TicksPerMinute;
        var holds = CollectionsMarshal.AsSpan(outlook.Of(person.Id, place.Meeting.Id, place.Start - near, place.End + near));
        foreach (var hold in holds)
            if (Broken(outlook, place, hold, person.Level, near) is { } rule)
                found.Add(new Violation(rule, new Obstacle(hold.Meeting, hold.Commitment, person.Id, null, Spans.Of(hold))));
        DayCap.Check(outlook, place, person, found);
    }

    /// <summary>What another block of the same person breaks; null for nothing.</summary>
    private static RefusalReason? Broken(Outlook outlook, in Place place, Hold hold, Level level, long near)
    {
        if (hold.Start < place.End && place.Start < hold.End)
            return hold.Meeting is null ? RefusalReason.PrincipalCommittedThen : RefusalReason.PrincipalAlreadyMeetingThen;
        var first = hold.End <= place.Start;
        var (leaves, arrives) = first ? (hold.End, place.Start) : (place.End, hold.Start);
        if (arrives - leaves >= near) return null;
        var needed = hold.Plain ? outlook.MostNeeded(hold, first, leaves, arrives, place.Site, level) : first
            ? outlook.Needed(leaves, arrives, hold.Site, place.Site, level)
            : outlook.Needed(leaves, arrives, place.Site, hold.Site, level);
        return needed > arrives - leaves ? RefusalReason.PrincipalCannotTravelInTime : null;
    }
}
