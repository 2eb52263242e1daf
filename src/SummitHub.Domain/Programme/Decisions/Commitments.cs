using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Blocks of principals' time that are no meetings. Adding one is a plan; that it slips, starts or ends is a fact.</summary>
internal static class Commitments
{
    private const int MostPrincipals = 300;

    public static Refusal? Add(Draft draft, AddCommitment command)
    {
        var extent = Rights.Of(draft.Actor, Doing.Commit);
        if (extent == Extent.Not) return Say.NotYours("Blocking time");
        if (Wrong(draft, command.Commitment) is { } wrong) return wrong;
        var commitment = command.Commitment;
        if (extent == Extent.OwnSide && commitment.Principals.IsEmpty) return Say.Malformed("Say whose time it is.");
        foreach (var person in commitment.Principals)
        {
            if (draft.Setting.Principal(person) is not { } principal)
                return Say.No(RefusalReason.NoSuchPrincipal, $"There is no principal {person.Value}.");
            if (extent == Extent.OwnSide && principal.Delegation != draft.Side)
                return Say.No(RefusalReason.NoSuchPrincipal, $"There is no principal {person.Value} of {draft.Side}.");
        }
        draft.Add(new CommitmentAdded(commitment));
        return null;
    }

    public static Refusal? Slip(Draft draft, SlipCommitment command)
    {
        if (Find(draft, command.Commitment, out var planned) is { } no) return no;
        if (!Texts.Good(command.Cause, Texts.LongestReason)) return Say.Malformed("A cause is a short text.");
        if (Texts.BadBlock(draft, command.When) is { } bad) return bad;
        if (planned.EndedAt is not null) return Say.No(RefusalReason.NotInThatPhase, $"{command.Commitment} has ended.");
        if (planned.Expected == command.When) return Say.No(RefusalReason.NothingWouldChange, $"{command.Commitment} is expected then already.");
        var slipped = new CommitmentSlipped(command.Commitment, planned.Expected, command.When, command.Cause);
        draft.Add(slipped, CommitmentEvents.Slip(planned, slipped));
        return null;
    }

    public static Refusal? Mark(Draft draft, MarkCommitment command)
    {
        if (Find(draft, command.Commitment, out var planned) is { } no) return no;
        if (Texts.BadInstant(draft, command.OccurredAt, null) is { } bad) return bad;
        if (command.Milestone is not (Milestone.Started or Milestone.Ended)) return Say.Malformed("A commitment starts and ends, no more.");
        if (planned.EndedAt is not null || (command.Milestone == Milestone.Started && planned.StartedAt is not null))
            return Say.No(RefusalReason.NotInThatPhase, $"{command.Commitment} has {(planned.EndedAt is null ? "started" : "ended")}.");
        var marked = new CommitmentMarked(command.Commitment, command.Milestone, command.OccurredAt.ToUniversalTime());
        draft.Add(marked, CommitmentEvents.Mark(planned, marked));
        return null;
    }

    private static Refusal? Find(Draft draft, CommitmentId id, out PlannedCommitment planned)
    {
        planned = draft.Commitment(id)!;
        if (Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not) return Say.NotYours("Reporting of commitments");
        return planned is null ? Say.No(RefusalReason.NoSuchCommitment, $"There is no commitment {id.Value}.") : null;
    }

    private static Refusal? Wrong(Draft draft, Commitment c)
    {
        if (c is null || c.Id.Value is null || c.Principals.IsDefault || c.Principals.Length > MostPrincipals || c.Principals.Distinct().Count() != c.Principals.Length)
            return Say.Malformed($"A commitment has a name and up to {MostPrincipals} principals, each once.");
        if (!Texts.Good(c.Kind, Texts.LongestName) || !Texts.Good(c.Series ?? "", Texts.LongestName)) return Say.Malformed("Its kind and series are short texts.");
        if (draft.Commitment(c.Id) is not null) return Say.No(RefusalReason.AlreadyExists, $"The name {c.Id} is taken: take another.");
        if (c.Venue is { } venue && draft.Setting.Site(venue) is null) return Say.No(RefusalReason.NoSuchVenue, $"There is no venue {venue.Value}.");
        return Texts.BadBlock(draft, c.When);
    }
}
