using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>A rule's no: its reason and what is in the way. The state is untouched.</summary>
/// <param name="Reason">Why, as a name.</param>
/// <param name="Detail">A sentence for people: what, which, what to do.</param>
/// <param name="Meeting">The meeting of the command that was refused, if it had one.</param>
/// <param name="InTheWay">What is in the way, with no more than the asker may read.</param>
[GenerateSerializer, Immutable, Alias("summithub.Refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalReason Reason,
    [property: Id(1)] string Detail,
    [property: Id(2)] MeetingId? Meeting,
    [property: Id(3)] ImmutableArray<Obstacle> InTheWay);

/// <summary>Something that is in the way. Fields the asker may not read are null.</summary>
/// <param name="Meeting">The meeting in the way.</param>
/// <param name="Commitment">The commitment in the way.</param>
/// <param name="Principal">The person who is held.</param>
/// <param name="Venue">The room that is held.</param>
/// <param name="When">The time that is held.</param>
[GenerateSerializer, Immutable, Alias("summithub.Obstacle")]
public sealed record Obstacle(
    [property: Id(0)] MeetingId? Meeting,
    [property: Id(1)] CommitmentId? Commitment,
    [property: Id(2)] PrincipalId? Principal,
    [property: Id(3)] VenueId? Venue,
    [property: Id(4)] Interval? When);

/// <summary>A rule that is broken, and by what: the reason of a refusal, a conflict, or an override.</summary>
/// <param name="Rule">The rule, by the name of its refusal.</param>
/// <param name="Obstacle">What is in the way.</param>
[GenerateSerializer, Immutable, Alias("summithub.Violation")]
public sealed record Violation([property: Id(0)] RefusalReason Rule, [property: Id(1)] Obstacle Obstacle);
