using SummitHub.Contracts.Programme;


namespace SummitHub.Domain.Programme.Holds;

/// <summary>What holds time: a slot that was given, a proposal until it expires, a commitment. A request holds nothing.</summary>
internal static class Holding
{
    /// <summary>What the meeting holds; null for nothing.</summary>
    public static Hold? Of(Meeting meeting, Setting setting) =>
        meeting.HoldsTime && meeting.Expected is { } when
            ? new Hold
            {
                Start = when.Start.Ticks,
                End = when.End.Ticks,
                Meeting = meeting.Id,
                Site = setting.Site(meeting.Planned?.Venue),
                Confidential = meeting.Terms.Visibility == Visibility.Confidential,
            }
            : null;

    /// <summary>What its open proposal holds; null for none.</summary>
    public static Hold? Proposed(Meeting meeting, Setting setting) =>
        meeting.Proposal is { } proposal
            ? new Hold
            {
                Start = proposal.Slot.When.Start.Ticks,
                End = proposal.Slot.When.End.Ticks,
                Meeting = meeting.Id,
                Site = setting.Site(proposal.Slot.Venue),
                Confidential = meeting.Terms.Visibility == Visibility.Confidential,
                Expires = proposal.Expires.Ticks,
            }
            : null;

    /// <summary>What the commitment holds; null for nothing.</summary>
    public static Hold? Of(PlannedCommitment planned, Setting setting) => planned.Dropped ? null : new()
    {
        Start = planned.Expected.Start.Ticks,
        End = planned.Expected.End.Ticks,
        Commitment = planned.Commitment.Id,
        Site = setting.Site(planned.Commitment.Venue),
    };

    /// <summary>Whether both hold the same time, place, people and interpreters.</summary>
    public static bool SameTime(Meeting? before, Meeting after)
    {
        if (before is null || !before.HoldsTime) return !after.HoldsTime;
        return after.HoldsTime && before.Expected == after.Expected && before.Planned?.Venue == after.Planned?.Venue && SamePeople(before, after);
    }

    /// <summary>Whether both propose the same to the same people.</summary>
    public static bool SameProposal(Meeting? before, Meeting after)
    {
        if (before?.Proposal is null) return after.Proposal is null;
        return ReferenceEquals(before.Proposal, after.Proposal) && SamePeople(before, after);
    }

    private static bool SamePeople(Meeting before, Meeting after)
    {
        if (before.Interpreters != after.Interpreters) return false;
        if (before.Terms.Parties == after.Terms.Parties) return true;
        for (var i = 0; i < before.Terms.Parties.Length; i++)
            if (before.Terms.Parties[i].Principal != after.Terms.Parties[i].Principal)
                return false;
        return true;
    }
}
