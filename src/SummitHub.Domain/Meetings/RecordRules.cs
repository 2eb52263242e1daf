using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Meetings;

/// <summary>
/// What a side may do to the record of a meeting. Pure. Drafts and briefs are one side's alone; an offered item is copied to every
/// side; one that all sides accept gets the next number and never changes again.
/// </summary>
public static class RecordRules
{
    /// <summary>Decides an operation: all of its commands, or none.</summary>
    /// <param name="meeting">The meeting, for refusals.</param>
    /// <param name="sides">What every side may read, in the order of the parties.</param>
    /// <param name="actor">Who acts; his delegation is the side.</param>
    /// <param name="commands">What he does.</param>
    public static RecordDecision Decide(
        MeetingId meeting, ImmutableArray<SideContent> sides, Actor actor, ImmutableArray<RecordCommand> commands)
    {
        if (commands.IsDefaultOrEmpty || commands.Length > RecordLimits.MostCommands)
            return No(meeting, RefusalReason.NotWellFormed, $"An operation holds 1 to {RecordLimits.MostCommands} commands.");
        if (actor.Delegation is not { } side) return No(meeting, RefusalReason.NotYoursToDo, "Only a side keeps a record of its meeting.");
        if (!sides.Any(s => s.Side == side)) return No(meeting, RefusalReason.NoSuchMeeting, "There is no such meeting.");

        if (NotHis(meeting, actor, commands) is { } no) return no;
        var page = new RecordPage(sides, side, actor.Simulated);
        foreach (var command in commands)
            if (page.Do(command) is { } because)
                return No(meeting, because.Reason, because.Detail);

        return page.Close();
    }

    /// <summary>
    /// Says no to who has no right to these commands, whatever the meeting: it is asked before the meeting is looked for, so that nobody
    /// learns from the answer whether there is one. Null where he has the right.
    /// </summary>
    public static RecordDecision? NotHis(MeetingId meeting, Actor actor, ImmutableArray<RecordCommand> commands)
    {
        foreach (var command in commands)
            if (!May(actor, command))
                return No(meeting, RefusalReason.NotYoursToDo, $"{actor.Role} does not do this to a record.");
        return null;
    }

    private static bool May(Actor actor, RecordCommand command) =>
        Rights.May(actor, command is OfferItem or AcceptItem or DeclineItem ? Doing.ClearRecord : Doing.KeepRecord);

    private static RecordDecision.Refuse No(MeetingId meeting, RefusalReason reason, string detail) =>
        new(new Refusal(reason, detail, meeting, []));
}

/// <summary>Why a command is not done.</summary>
internal readonly record struct Fault(RefusalReason Reason, string Detail);
