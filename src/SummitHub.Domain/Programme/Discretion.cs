using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme;

/// <summary>
/// Cuts what is in the way to what somebody may read. What he may not know of is unavailable then, and looks the same whether it is a
/// meeting, a commitment, a hold or an absence: nothing is said but what he asked for himself.
/// </summary>
/// <param name="Reader">Who reads; null for who may know of nothing.</param>
/// <param name="Meetings">Finds a meeting.</param>
/// <param name="Commitments">Finds a commitment.</param>
/// <param name="Principals">Finds a person.</param>
internal sealed record Discretion(
    Audience? Reader, Func<MeetingId, Meeting?> Meetings, Func<CommitmentId, PlannedCommitment?> Commitments, Func<PrincipalId, Principal?> Principals)
{
    /// <summary>The violation as he may hear of it.</summary>
    /// <param name="violation">What is broken.</param>
    /// <param name="asked">The time that he knows himself.</param>
    /// <param name="venue">The place that he knows himself.</param>
    public Violation Cut(Violation violation, Interval? asked, VenueId? venue)
    {
        if (MayRead(violation)) return violation;
        return violation.Rule switch
        {
            RefusalReason.DelegationsAreKeptApart when violation.Obstacle is { Meeting: null, Commitment: null } =>
                new Violation(RefusalReason.PartyUnavailableThen, new Obstacle(null, null, null, null, asked)),
            RefusalReason.RoomTakenThen or RefusalReason.RoomNeedsItsGap or RefusalReason.DelegationsAreKeptApart or RefusalReason.RoomUnavailableThen =>
                new Violation(RefusalReason.RoomUnavailableThen, new Obstacle(null, null, null, venue, asked)),
            RefusalReason.InterpreterAlreadyWorkingThen or RefusalReason.InterpreterUnavailableThen =>
                new Violation(RefusalReason.InterpreterUnavailableThen, new Obstacle(null, null, null, null, asked)),
            _ => new Violation(RefusalReason.PartyUnavailableThen, new Obstacle(null, null, violation.Obstacle.Principal, null, asked)),
        };
    }

    private bool MayRead(Violation violation)
    {
        var obstacle = violation.Obstacle;
        // Whom the host keeps apart from whom is the desk's to know.
        if (violation.Rule == RefusalReason.DelegationsAreKeptApart && Reader is not { Kind: AudienceKind.Desk or AudienceKind.Officer }) return false;
        if (Reader is not { } reader) return obstacle is { Meeting: null, Commitment: null, Principal: null };
        if (obstacle.Meeting is { } id) return Meetings(id) is { } meeting && SightRules.MayKnow(reader, meeting);
        if (obstacle.Commitment is { } held) return Commitments(held) is { } planned && SightRules.MayKnow(reader, planned, Principals);
        return violation.Rule is not (RefusalReason.PrincipalNotPresentThen or RefusalReason.PrincipalHasTooManyMeetingsThatDay)
            || (Principals(obstacle.Principal!.Value) is { } person && SightRules.MayKnowPresence(reader, person));
    }
}
