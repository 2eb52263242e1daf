using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>What a summit's timetable must keep: data of the host, never code.</summary>
/// <param name="Name">What the pack is called.</param>
/// <param name="RoomGapMinutes">How long a room rests between two meetings, in minutes.</param>
/// <param name="PersonBufferMinutes">What a person needs between two blocks beside the way, in minutes.</param>
/// <param name="FastLaneLevels">The levels that pass the checkpoint in the fast lane.</param>
/// <param name="TravelCheckedUnderMinutes">Travel is a rule only where the gap between two blocks is shorter than this, in minutes.</param>
/// <param name="MeetingsADay">How many meetings a principal of a level holds on one day.</param>
/// <param name="MeetingsADayOf">The same for single persons; it goes before his level.</param>
/// <param name="Interpreters">The interpreters there are; empty where their number is no rule.</param>
/// <param name="SameCalendarDay">Whether a meeting starts and ends on one local day.</param>
/// <param name="DurationsMinutes">The lengths that are offered, in minutes.</param>
/// <param name="KeptApart">Pairs of delegations that are never in adjacent rooms at one time.</param>
/// <param name="ProposalMinutes">How long a proposed move holds the new slot, in minutes.</param>
/// <param name="Estimated">Whether these figures are estimates.</param>
/// <param name="Telling">How fast changes must be taken note of, and by whom; null where the usual holds.</param>
[GenerateSerializer, Immutable, Alias("summithub.RulePack")]
public sealed record RulePack(
    [property: Id(0)] string Name,
    [property: Id(1)] int RoomGapMinutes,
    [property: Id(2)] int PersonBufferMinutes,
    [property: Id(3)] ImmutableArray<Level> FastLaneLevels,
    [property: Id(4)] int TravelCheckedUnderMinutes,
    [property: Id(5)] ImmutableArray<LevelCap> MeetingsADay,
    [property: Id(6)] ImmutableArray<PersonCap> MeetingsADayOf,
    [property: Id(7)] ImmutableArray<Interpreter> Interpreters,
    [property: Id(8)] bool SameCalendarDay,
    [property: Id(9)] ImmutableArray<int> DurationsMinutes,
    [property: Id(10)] ImmutableArray<KeptApart> KeptApart,
    [property: Id(11)] int ProposalMinutes,
    [property: Id(12)] bool Estimated,
    [property: Id(13)] TellingRules? Telling = null);

/// <summary>How many meetings a principal of a level holds on one day.</summary>
[GenerateSerializer, Immutable, Alias("summithub.LevelCap")]
public sealed record LevelCap([property: Id(0)] Level Level, [property: Id(1)] int Meetings);

/// <summary>How many meetings one person holds on one day.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PersonCap")]
public sealed record PersonCap([property: Id(0)] PrincipalId Principal, [property: Id(1)] int Meetings);

/// <summary>Two delegations that are kept apart.</summary>
[GenerateSerializer, Immutable, Alias("summithub.KeptApart")]
public sealed record KeptApart([property: Id(0)] DelegationCode One, [property: Id(1)] DelegationCode Other);
