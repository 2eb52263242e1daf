using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>An interpreter who is named is in one meeting at a time.</summary>
internal static class InterpreterRule
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        foreach (var interpreter in place.Meeting.Interpreters)
            foreach (var hold in outlook.Of(interpreter, place.Meeting.Id, place.Start, place.End))
                found.Add(new Violation(RefusalReason.InterpreterAlreadyWorkingThen, new Obstacle(hold.Meeting, null, null, null, Spans.Of(hold))));
    }
}
