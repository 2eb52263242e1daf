using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>That the desk acts for a delegation that called in: it counts as that side's key and the side is told.</summary>
/// <param name="Delegation">The side for which it acts.</param>
/// <param name="Caller">Who called, by name: at most 80 characters.</param>
[GenerateSerializer, Immutable, Alias("summithub.OnBehalf")]
public sealed record OnBehalf([property: Id(0)] DelegationCode Delegation, [property: Id(1)] string Caller);
