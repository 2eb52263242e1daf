using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>
/// How many meetings a person holds on one local day, by when they start. What is only proposed does not count; nor does a confidential
/// meeting against any other, or a cap that is reached too soon would tell of it. A plain block counts as one, whatever is behind it.
/// </summary>
internal static class DayCap
{
    public static void Check(Outlook outlook, in Place place, Principal person, List<Violation> found)
    {
        var most = outlook.Setting.MeetingsADay(person);
        if (most == int.MaxValue) return;
        var (from, to) = outlook.Setting.Days.Around(place.Start);
        // Most days are far from full: how many blocks begin on it is told by their starts alone, without a look at any of them.
        // A plain block may begin a step before what it stands for.
        if (outlook.MostStarting(person.Id, place.Meeting.Id, from - PlainTime.Step.Ticks, to) < most) return;
        var meetings = 1;
        foreach (var hold in outlook.Of(person.Id, place.Meeting.Id, from, to))
            if (hold.Plain || (hold.Meeting is not null && !hold.Proposed && hold.Start >= from && !hold.Confidential))
                meetings++;
        if (meetings > most)
            found.Add(new Violation(RefusalReason.PrincipalHasTooManyMeetingsThatDay, new Obstacle(null, null, person.Id, null, Spans.Of(from, to))));
    }
}
