using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>
/// A block of principals' time that is no meeting: a speech, a gathering, a flight, rest. With <paramref name="HoldsRoom"/> or
/// <paramref name="Interpreter"/> it is a hold: what the desk keeps free without saying for what.
/// </summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What it is, such as <c>general_debate_statement</c>.</param>
/// <param name="Principals">Whose time it is.</param>
/// <param name="When">Its time as planned.</param>
/// <param name="Venue">Its place, if it has one; without one there is no way to it.</param>
/// <param name="Series">What it is part of and slips with, such as the sitting <c>2019-09-24/morning</c>; null for none.</param>
/// <param name="Order">Its place in the series, from one.</param>
/// <param name="Public">Whether everybody may know of it, as of a speech.</param>
/// <param name="Estimated">Whether its time is an estimate.</param>
/// <param name="HoldsRoom">Whether it takes a place of its venue as a meeting does.</param>
/// <param name="Interpreter">The interpreter whose time it takes too; null for nobody.</param>
[GenerateSerializer, Immutable, Alias("summithub.Commitment")]
public sealed record Commitment(
    [property: Id(0)] CommitmentId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] ImmutableArray<PrincipalId> Principals,
    [property: Id(3)] Interval When,
    [property: Id(4)] VenueId? Venue,
    [property: Id(5)] string? Series,
    [property: Id(6)] int Order,
    [property: Id(7)] bool Public,
    [property: Id(8)] bool Estimated,
    [property: Id(9)] bool HoldsRoom = false,
    [property: Id(10)] InterpreterId? Interpreter = null);
