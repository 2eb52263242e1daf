using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Blocks of principals' time that are no meetings. Adding one is a plan; that it slips, starts or ends is a fact.</summary>
internal static class Commitments
{
    private const int MostPrincipals = 300;
    private const int MostMinutesLater = 480;

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
        if (NotHis(extent, commitment) is { } no) return no;
        draft.Add(new CommitmentAdded(commitment));
        return null;
    }

    public static Refusal? Drop(Draft draft, DropCommitment command)
    {
        var extent = Rights.Of(draft.Actor, Doing.Commit);
        if (extent == Extent.Not) return Say.NotYours("Taking a commitment back");
        if (Known(draft, command.Commitment, out var planned) is { } no) return no;
        if (!Texts.Good(command.Reason, Texts.LongestReason)) return Say.Malformed("A reason is a short text.");
        if (extent == Extent.OwnSide && (planned.AddedBy is not null || planned.Commitment.Public || !planned.Commitment.Principals.All(p => draft.Setting.Principal(p)?.Delegation == draft.Side)))
            return Say.NotYours("Taking back what is not your own people's alone");
        if (planned.EndedAt is not null) return Say.No(RefusalReason.NotInThatPhase, $"{command.Commitment} has ended.");
        draft.Add(new CommitmentDropped(command.Commitment, command.Reason), planned with { Dropped = true });
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

    public static Refusal? SlipSeries(Draft draft, SlipSeries command)
    {
        if (Find(draft, command.First, out var first) is { } no) return no;
        if (!Texts.Good(command.Cause, Texts.LongestReason)) return Say.Malformed("A cause is a short text.");
        if (command.Minutes is < 0 or > MostMinutesLater) return Say.Malformed($"A series slips by 0 to {MostMinutesLater} minutes from its plan.");
        if (first.Commitment.Series is not { } series) return Say.No(RefusalReason.NotInThatPhase, $"{command.First} is in no series.");
        var later = draft.State.Commitments.Where(c => c.Commitment.Series == series && c.Commitment.Order >= first.Commitment.Order).OrderBy(c => c.Commitment.Order).ThenBy(c => c.Commitment.Id);
        foreach (var planned in later.Select(c => draft.Commitment(c.Commitment.Id)!))
        {
            var when = planned.Commitment.When.StartingAt(planned.Commitment.When.Start.AddMinutes(command.Minutes));
            if (planned.Dropped || planned.StartedAt is not null || planned.EndedAt is not null || planned.Expected == when || !MayKnow(draft, planned)) continue;
            if (Texts.BadBlock(draft, when) is { } bad) return bad;
            var slipped = new CommitmentSlipped(planned.Commitment.Id, planned.Expected, when, command.Cause);
            draft.Add(slipped, CommitmentEvents.Slip(planned, slipped));
        }
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
        planned = null!;
        return Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not ? Say.NotYours("Reporting of commitments") : Known(draft, id, out planned);
    }

    /// <summary>Finds a commitment that the actor may know of and that still stands.</summary>
    private static Refusal? Known(Draft draft, CommitmentId id, out PlannedCommitment planned)
    {
        planned = draft.Commitment(id)!;
        if (planned is null || !MayKnow(draft, planned)) return Say.No(RefusalReason.NoSuchCommitment, $"There is no commitment {id.Value}.");
        return planned.Dropped ? Say.No(RefusalReason.NotInThatPhase, $"{id} was taken back.") : null;
    }

    private static bool MayKnow(Draft draft, PlannedCommitment planned) => draft.Actor.Role == Role.System
        || (Audience.Of(draft.Actor) is { } audience && SightRules.MayKnow(audience, planned, draft.Setting.Principal));

    /// <summary>Rooms and interpreters are the desk's to hold.</summary>
    private static Refusal? NotHis(Extent extent, Commitment commitment) =>
        extent == Extent.OwnSide && (commitment.HoldsRoom || commitment.Interpreter is not null) ? Say.NotYours("Holding a room or an interpreter") : null;

    private static Refusal? Wrong(Draft draft, Commitment c)
    {
        if (c is null || c.Id.Value is null || c.Principals.IsDefault || c.Principals.Length > MostPrincipals || c.Principals.Distinct().Count() != c.Principals.Length)
            return Say.Malformed($"A commitment has a name and up to {MostPrincipals} principals, each once.");
        if (!Texts.Good(c.Kind, Texts.LongestName) || !Texts.Good(c.Series ?? "", Texts.LongestName)) return Say.Malformed("Its kind and series are short texts.");
        if (draft.Commitment(c.Id) is not null) return Say.No(RefusalReason.AlreadyExists, $"The name {c.Id} is taken: take another.");
        if (c.Venue is { } venue && draft.Setting.Site(venue) is null) return Say.No(RefusalReason.NoSuchVenue, $"There is no venue {venue.Value}.");
        if (c.HoldsRoom && c.Venue is null) return Say.Malformed("Say which room is held.");
        if (c.Interpreter is { } interpreter && !draft.Setting.Has(interpreter)) return Say.No(RefusalReason.NoSuchInterpreter, $"There is no interpreter {interpreter.Value}.");
        return Texts.BadBlock(draft, c.When);
    }
}
