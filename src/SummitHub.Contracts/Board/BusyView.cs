using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Board;

/// <summary>When the people of a delegation are busy on a day. Whatever takes their time looks the same, to everybody.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Day">The local day.</param>
/// <param name="People">Its people.</param>
public sealed record BusyView(DelegationCode Delegation, DateOnly Day, ImmutableArray<BusyPerson> People);

/// <summary>When one person is busy.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Busy">Whole half hours, in UTC, those that touch run together; they may reach beyond the day.</param>
public sealed record BusyPerson(PrincipalId Principal, ImmutableArray<Interval> Busy);
