using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Decides an operation in three steps: draft all of its commands, hold what they lead to to the rules, and find what it puts into conflict or repairs.</summary>
internal static class Decider
{
    public static Decision Decide(ProgrammeState state, Operation operation, UInt128 commandHash, DateTimeOffset now)
    {
        if (state.Earlier(operation.Actor.Id, operation.Id) is { } done)
            return done.CommandHash == commandHash
                ? new Decision.Repeat(done.Position)
                : No(Say.No(RefusalReason.OperationIdUsedForAnother, $"Operation {operation.Id} was another command: take a new id."));
        if (BadOperation(operation) is { } bad) return No(bad);
        var at = now > state.LastAt ? now.ToUniversalTime() : state.LastAt;
        if (operation.Commands[0] is FoundSummit found) return Founding.Decide(state, operation, found, commandHash, at);
        if (state.Setting is not { } setting) return No(Say.No(RefusalReason.NoSuchSummit, "This summit has not been founded."));
        var draft = new Draft(state, setting, operation, at);
        return Decide(draft) is { } refusal ? No(refusal) : new Decision.Accept(draft.ToEntry(commandHash));
    }

    /// <summary>Whether an operation could be done, if nobody had asked for it before, and would break no rule: more than a decision asks of it.</summary>
    public static bool IsClean(ProgrammeState state, Operation operation, DateTimeOffset now)
    {
        if (state.Setting is not { } setting) return false;
        var draft = new Draft(state, setting, operation, now > state.LastAt ? now.ToUniversalTime() : state.LastAt);
        foreach (var command in operation.Commands)
            if (Decide(draft, command) is not null)
                return false;
        return Verdict.IsClean(draft);
    }

    private static Refusal? Decide(Draft draft)
    {
        if (draft.Operation.OnBehalf is { } behalf && !draft.Setting.Has(behalf.Delegation))
            return Say.No(RefusalReason.NoSuchDelegation, $"There is no delegation {behalf.Delegation.Value}.");
        foreach (var command in draft.Operation.Commands)
            if (Decide(draft, command) is { } refusal)
                return refusal;
        return Verdict.Of(draft) ?? Conflicts.Settle(draft);
    }

    private static Refusal? Decide(Draft draft, ProgrammeCommand command) => command switch
    {
        BookMeeting c => Placements.Book(draft, c),
        Schedule c => Placements.Schedule(draft, c),
        AssignInterpreters c => Placements.AssignInterpreters(draft, c),
        RequestMeeting c => Requests.Ask(draft, c),
        Accept c => Answers.Accept(draft, c),
        Decline c => Answers.Decline(draft, c),
        Propose c => Answers.Propose(draft, c),
        Withdraw c => Answers.Withdraw(draft, c),
        Confirm c => Changes.Confirm(draft, c),
        Move c => Changes.Move(draft, c),
        ChangeRoom c => Changes.ChangeRoom(draft, c),
        Postpone c => Changes.Postpone(draft, c),
        Cancel c => Changes.Cancel(draft, c),
        Substitute c => Changes.Substitute(draft, c),
        ReachMilestone c => Milestones.Reach(draft, c),
        RunLate c => Reports.RunLate(draft, c),
        ReportPartySize c => Reports.PartySize(draft, c),
        ReportMedia c => Reports.Media(draft, c),
        NoteRecord c => Reports.Record(draft, c),
        AddCommitment c => Commitments.Add(draft, c),
        DropCommitment c => Commitments.Drop(draft, c),
        SlipCommitment c => Commitments.Slip(draft, c),
        SlipSeries c => Commitments.SlipSeries(draft, c),
        MarkCommitment c => Commitments.Mark(draft, c),
        CloseVenue c => Town.Close(draft, c),
        ReopenVenue c => Town.Reopen(draft, c),
        AdviseTravel c => Town.Advise(draft, c),
        EaseTravel c => Town.Ease(draft, c),
        FoundSummit => Say.Malformed("A summit is founded by an operation of its own."),
        _ => Say.Malformed($"{command?.GetType().Name ?? "Nothing"} is no command."),
    };

    private static Refusal? BadOperation(Operation operation)
    {
        if (operation.Id.Value is null) return Say.Malformed("An operation needs an id.");
        if (operation.Commands.IsDefaultOrEmpty || operation.Commands.Length > Operation.MostCommands)
            return Say.Malformed($"An operation holds 1 to {Operation.MostCommands} commands.");
        var desk = operation.Actor.Role is Role.Desk or Role.System;
        if (!desk && (operation.OnBehalf is not null || operation.OverrideReason is not null))
            return Say.No(RefusalReason.NotYoursToDo, "Only the desk acts for others or against rules.");
        if (operation.OverrideReason is { } reason && (string.IsNullOrWhiteSpace(reason) || !Texts.Good(reason, Texts.LongestReason)))
            return Say.Malformed($"A reason for an override has 1 to {Texts.LongestReason} characters and no control characters.");
        return operation.OnBehalf is { } behalf && (string.IsNullOrWhiteSpace(behalf.Caller) || !Texts.Good(behalf.Caller, Texts.LongestName))
            ? Say.Malformed($"Say who called, in at most {Texts.LongestName} characters.")
            : null;
    }

    private static Decision.Refuse No(Refusal refusal) => new(refusal);
}
