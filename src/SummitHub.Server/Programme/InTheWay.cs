using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Server.Programme;

/// <summary>
/// What is in the way of a plan, with what people call it. The refusal has been cut to what the asker may read: what it names he may
/// see, and of what it does not name nothing is added.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Parties">Its sides.</param>
/// <param name="Commitment">The commitment.</param>
/// <param name="Kind">What kind of commitment it is.</param>
/// <param name="Principal">The person who is held.</param>
/// <param name="Person">What he is called.</param>
/// <param name="Venue">The room that is held.</param>
/// <param name="When">The time that is held.</param>
internal sealed record InTheWay(
    MeetingId? Meeting, ImmutableArray<DelegationCode> Parties, CommitmentId? Commitment, string? Kind, PrincipalId? Principal, string? Person, VenueId? Venue, Interval? When)
{
    /// <summary>An obstacle as the state knows it.</summary>
    public static InTheWay Of(Obstacle obstacle, ProgrammeState? state) => new(
        obstacle.Meeting,
        obstacle.Meeting is { } id && state?.Meeting(id) is { } meeting ? [.. meeting.Terms.Parties.Select(p => p.Delegation)] : [],
        obstacle.Commitment,
        obstacle.Commitment is { } held ? state?.Commitment(held)?.Commitment.Kind : null,
        obstacle.Principal,
        obstacle.Principal is { } person ? state?.Principal(person)?.Name : null,
        obstacle.Venue,
        obstacle.When);
}
