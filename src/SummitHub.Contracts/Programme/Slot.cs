using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>The time and place a meeting holds.</summary>
/// <param name="When">The time.</param>
/// <param name="Venue">The place; null where it is not known or left to the parties, and so no room is held.</param>
[GenerateSerializer, Immutable, Alias("summithub.Slot")]
public readonly record struct Slot([property: Id(0)] Interval When, [property: Id(1)] VenueId? Venue);
