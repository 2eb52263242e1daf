using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>An interpreter who is named is in one meeting at a time, or held for something else.</summary>
internal static class InterpreterRule
{
    public static void Check(Outlook outlook, in Place place, List<Violation> found)
    {
        foreach (var interpreter in place.Meeting.Interpreters)
            foreach (var hold in outlook.Of(interpreter, place.Meeting.Id, place.Start, place.End))
                found.Add(new Violation(RefusalReason.InterpreterAlreadyWorkingThen, new Obstacle(hold.Meeting, hold.Commitment, null, null, Spans.Of(hold))));
    }
}
