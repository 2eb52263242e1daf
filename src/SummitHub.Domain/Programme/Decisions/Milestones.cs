using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Milestones as they are reported from the floor. No rule refuses a fact; it changes what is expected, and what that breaks is a conflict.</summary>
internal static class Milestones
{
    public static Refusal? Reach(Draft draft, ReachMilestone command)
    {
        var doing = command.Milestone is Milestone.Started or Milestone.Ended ? Doing.ReportStartOrEnd : Doing.ReportMilestone;
        if (Standing.Find(draft, command, doing, out var meeting) is { } no) return no;
        if (!Enum.IsDefined(command.Milestone)) return Say.Malformed("That is no milestone.", meeting.Id);
        if (BadSide(draft, command, meeting) is { } bad) return bad;
        if (command.Expected is { } expected && Texts.BadForecast(draft, expected, meeting.Id) is { } far) return far;
        if (!IsTimeFor(command.Milestone, meeting)) return Say.NotIn(meeting, $"{command.Milestone} cannot be reported");
        var at = command.OccurredAt.ToUniversalTime();
        if (command.Milestone == Milestone.Started) Start(draft, meeting, at);
        else if (command.Milestone == Milestone.Ended) End(draft, meeting, at);
        else draft.Add(new MilestoneReached(meeting.Id, command.Milestone, command.Delegation, at, command.Expected?.ToUniversalTime()));
        return null;
    }

    private static void Start(Draft draft, Meeting meeting, DateTimeOffset at)
    {
        var length = meeting.Duration > TimeSpan.Zero ? meeting.Duration : TimeSpan.FromMinutes(Texts.ShortestMinutes);
        draft.Add(new MilestoneReached(meeting.Id, Milestone.Started, null, at, null));
        Expect(draft, meeting, Interval.Of(at, length), "");
    }

    private static void End(Draft draft, Meeting meeting, DateTimeOffset at)
    {
        var started = meeting.Expected!.Value.Start;
        draft.Add(new MilestoneReached(meeting.Id, Milestone.Ended, null, at, null));
        Expect(draft, meeting, new Interval(started, at > started ? at : started.AddSeconds(1)), "");
    }

    private static void Expect(Draft draft, Meeting meeting, Interval to, string cause)
    {
        if (meeting.Expected != to) draft.Add(new ExpectationChanged(meeting.Id, meeting.Expected ?? to, to, cause));
    }

    /// <summary>Devices without a line report late: who arrived is taken after the start and the end too, but nothing starts or ends twice.</summary>
    private static bool IsTimeFor(Milestone milestone, Meeting meeting) => milestone switch
    {
        Milestone.Started => meeting.Phase is MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.Postponed,
        Milestone.Ended => meeting.Phase == MeetingPhase.InProgress,
        _ => meeting.HoldsTime,
    };

    private static Refusal? BadSide(Draft draft, ReachMilestone command, Meeting meeting)
    {
        var ofASide = command.Milestone is Milestone.EnRoute or Milestone.Arrived;
        if (command.Delegation is { } side && !meeting.HasSide(side))
            return Say.No(RefusalReason.NoSuchDelegation, $"{side.Value} is no side of meeting {meeting.Id}.", meeting.Id);
        if (ofASide && draft.Side is { } own && command.Delegation is { } other && own != other)
            return Say.No(RefusalReason.NotYoursToDo, $"{own} cannot report where {other} is.", meeting.Id);
        if (ofASide == command.Delegation is not null) return null;
        return ofASide
            ? Say.No(RefusalReason.NoSuchDelegation, $"Say which side: {command.Milestone} is one side's.", meeting.Id)
            : null;
    }
}
