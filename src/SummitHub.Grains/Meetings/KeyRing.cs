using System.Collections.Immutable;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Meetings;

/// <summary>The data keys of the delegations at one summit, each wrapped by a master key: what a silo stores of them.</summary>
[GenerateSerializer, Immutable, Alias("summithub.KeyRing")]
internal sealed record KeyRing
{
    /// <summary>One for each delegation that has a record.</summary>
    [Id(0)]
    public ImmutableDictionary<DelegationCode, WrappedKey> Keys { get; init; } = ImmutableDictionary<DelegationCode, WrappedKey>.Empty;
}
