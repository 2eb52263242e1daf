using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>Where the rule pack says so, a meeting starts and ends on one local day; 24:00 still belongs to it.</summary>
internal static class DayRule
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        var days = outlook.Setting.Days;
        if (outlook.Setting.Rules.SameCalendarDay && days.DayOf(place.Start) != days.DayOf(place.End - 1))
            found.Add(new Violation(RefusalReason.MeetingSpansTwoDays, new Obstacle(null, null, null, null, Spans.Of(place.Start, place.End))));
    }
}
