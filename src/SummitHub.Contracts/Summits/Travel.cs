using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>How long people take between zones.</summary>
/// <param name="Legs">The legs, each good in both directions; one whose ends are equal is a move between two venues of that zone.</param>
/// <param name="IntoPerimeterMinutes">What the checkpoint adds to a move from outside the perimeter to inside, in minutes.</param>
/// <param name="OutOfPerimeterMinutes">What the checkpoint adds to a move from inside to outside, in minutes.</param>
/// <param name="FastLaneMinutes">What it adds on the way in for principals of the rule pack's fast lane, in minutes.</param>
/// <param name="Estimated">Whether these figures are estimates.</param>
[GenerateSerializer, Immutable, Alias("summithub.Travel")]
public sealed record Travel(
    [property: Id(0)] ImmutableArray<TravelLeg> Legs,
    [property: Id(1)] int IntoPerimeterMinutes,
    [property: Id(2)] int OutOfPerimeterMinutes,
    [property: Id(3)] int FastLaneMinutes,
    [property: Id(4)] bool Estimated);

/// <summary>The way between two zones.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="WalkMinutes">On foot, in minutes.</param>
/// <param name="DriveMinutes">By car, in minutes; null where there is no driving.</param>
[GenerateSerializer, Immutable, Alias("summithub.TravelLeg")]
public sealed record TravelLeg(
    [property: Id(0)] ZoneId From,
    [property: Id(1)] ZoneId To,
    [property: Id(2)] int WalkMinutes,
    [property: Id(3)] int? DriveMinutes);
