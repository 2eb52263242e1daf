using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>All rules of the timetable, in the order in which a refusal names them.</summary>
internal static class RuleBook
{
    /// <summary>Adds to a list what a meeting breaks, or would break, where it is put.</summary>
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        DayRule.Check(outlook, place, found);
        PersonRules.Check(outlook, place, found);
        VenueRules.Check(outlook, place, found);
        RoomRules.Check(outlook, place, found);
        InterpreterRule.Check(outlook, place, found);
        ApartRule.Check(outlook, place, found);
    }

    /// <summary>Whether facts that break the rule are a conflict: somebody or something cannot be where the timetable says.</summary>
    public static bool IsConflict(RefusalReason rule) => rule is RefusalReason.PrincipalAlreadyMeetingThen
        or RefusalReason.PrincipalCommittedThen
        or RefusalReason.PrincipalCannotTravelInTime
        or RefusalReason.RoomTakenThen
        or RefusalReason.RoomTooSmall
        or RefusalReason.VenueClosedThen
        or RefusalReason.InterpreterAlreadyWorkingThen;

    /// <summary>Whether two violations of one meeting are the same trouble, though perhaps at another hour.</summary>
    public static bool Same(Violation one, Violation other)
    {
        var (a, b) = (one.Obstacle, other.Obstacle);
        return one.Rule == other.Rule && a.Meeting == b.Meeting && a.Commitment == b.Commitment && a.Principal == b.Principal && a.Venue == b.Venue
            && (a.Meeting is not null || a.Commitment is not null || a.When == b.When);
    }
}
