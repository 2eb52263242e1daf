using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>Where the rule pack says so, a meeting starts and ends on one local day; 24:00 still belongs to it.</summary>
internal static class DayRule
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        if (outlook.Setting.Rules.SameCalendarDay && place.End > outlook.Setting.Days.Around(place.Start).End)
            found.Add(new Violation(RefusalReason.MeetingSpansTwoDays, new Obstacle(null, null, null, null, Spans.Of(place.Start, place.End))));
    }
}
