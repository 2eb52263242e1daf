using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>Who acts: established on the server from the session, never from what a client names.</summary>
/// <param name="Id">Who he is, unique in the summit: printable ASCII of at most 80 characters. Operation ids are scoped to it.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Role">What he is.</param>
/// <param name="Delegation">Whose he is; null for the desk, its walls and the product itself.</param>
/// <param name="Simulated">Whether he is played by the sample's script; what he does is marked as simulated.</param>
[GenerateSerializer, Immutable, Alias("summithub.Actor")]
public sealed record Actor(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] Role Role,
    [property: Id(3)] DelegationCode? Delegation,
    [property: Id(4)] bool Simulated = false);
