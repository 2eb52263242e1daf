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
    /// <param name="occasion">The meeting, when, and whether anything of it may become public.</param>
    /// <param name="sides">What every side may read, in the order of the parties.</param>
    /// <param name="actor">Who acts; his delegation is the side.</param>
    /// <param name="commands">What he does.</param>
    public static RecordDecision Decide(
        Occasion occasion, ImmutableArray<SideContent> sides, Actor actor, ImmutableArray<RecordCommand> commands)
    {
        var meeting = occasion.Meeting;
        if (commands.IsDefaultOrEmpty || commands.Length > RecordLimits.MostCommands)
            return No(meeting, RefusalReason.NotWellFormed, $"An operation holds 1 to {RecordLimits.MostCommands} commands.");
        if (actor.Delegation is not { } side) return No(meeting, RefusalReason.NotYoursToDo, "Only a side keeps a record of its meeting.");
        if (!sides.Any(s => s.Side == side)) return No(meeting, RefusalReason.NoSuchMeeting, "There is no such meeting.");

        if (NotHis(meeting, actor, commands) is { } no) return no;
        var page = new RecordPage(sides, side, actor, occasion);
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
        Rights.May(actor, command is ClearItem or OfferItem or AcceptItem or CounterItem or DeclineItem or PublishReadout or WithdrawReadout ? Doing.ClearRecord : Doing.KeepRecord);

    private static RecordDecision.Refuse No(MeetingId meeting, RefusalReason reason, string detail) =>
        new(new Refusal(reason, detail, meeting, []));
}
