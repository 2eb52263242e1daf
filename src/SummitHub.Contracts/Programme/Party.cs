using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>One side of a meeting. Sides never change; their principals may.</summary>
/// <param name="Delegation">The side.</param>
/// <param name="Principal">The person who meets.</param>
/// <param name="People">How many come with him, himself included; zero where that is not known.</param>
[GenerateSerializer, Immutable, Alias("summithub.Party")]
public readonly record struct Party(
    [property: Id(0)] DelegationCode Delegation,
    [property: Id(1)] PrincipalId Principal,
    [property: Id(2)] int People = 0);
