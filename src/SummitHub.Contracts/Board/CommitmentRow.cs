using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Board;

/// <summary>A commitment as one audience sees it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Principals">Whose time it is, as far as the reader may know.</param>
/// <param name="Delegations">The delegations of those people.</param>
/// <param name="Start">When it is expected to start, or started.</param>
/// <param name="End">When it is expected to end, or ended.</param>
/// <param name="PlannedStart">When it was planned to start.</param>
/// <param name="Venue">Where; null for no place.</param>
/// <param name="Status">Confirmed, late, in progress or ended.</param>
/// <param name="Series">What it is part of; null for none.</param>
/// <param name="Order">Its place in the series.</param>
/// <param name="Estimated">Whether its time is an estimate.</param>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentRow")]
public sealed record CommitmentRow(
    [property: Id(0)] CommitmentId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] ImmutableArray<PrincipalId> Principals,
    [property: Id(3)] ImmutableArray<DelegationCode> Delegations,
    [property: Id(4)] DateTimeOffset Start,
    [property: Id(5)] DateTimeOffset End,
    [property: Id(6)] DateTimeOffset PlannedStart,
    [property: Id(7)] VenueId? Venue,
    [property: Id(8)] MeetingStatus Status,
    [property: Id(9)] string? Series,
    [property: Id(10)] int Order,
    [property: Id(11)] bool Estimated);
