using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>What a summit is founded with: its days, town, delegations, people and rules.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it is called, in English.</param>
/// <param name="TimeZone">Its IANA time zone; all its days and hours of venues are local to it.</param>
/// <param name="From">Its first local day.</param>
/// <param name="To">Its last local day.</param>
/// <param name="Zones">The zones of its town.</param>
/// <param name="Venues">Its venues.</param>
/// <param name="Travel">The ways between the zones.</param>
/// <param name="Delegations">Its delegations.</param>
/// <param name="Principals">The people whose time is planned.</param>
/// <param name="Rules">The rule pack.</param>
[GenerateSerializer, Immutable, Alias("summithub.Summit")]
public sealed record Summit(
    [property: Id(0)] SummitId Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string TimeZone,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly To,
    [property: Id(5)] ImmutableArray<Zone> Zones,
    [property: Id(6)] ImmutableArray<Venue> Venues,
    [property: Id(7)] Travel Travel,
    [property: Id(8)] ImmutableArray<Delegation> Delegations,
    [property: Id(9)] ImmutableArray<Principal> Principals,
    [property: Id(10)] RulePack Rules);
