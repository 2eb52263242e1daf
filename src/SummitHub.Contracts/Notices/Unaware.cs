using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Notices;

/// <summary>A delegation that does not know yet of a change of a meeting that is still to be held.</summary>
/// <param name="Delegation">Who does not know.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Kind">What happened to it last, as in notices.</param>
/// <param name="Since">Since when somebody should have known.</param>
/// <param name="With">With whom of the delegation it lies; null where all of them let their time pass: it is the desk's.</param>
/// <param name="Until">When it passes on to the next.</param>
[GenerateSerializer, Immutable, Alias("summithub.Unaware")]
public sealed record Unaware(
    [property: Id(0)] DelegationCode Delegation,
    [property: Id(1)] MeetingId Meeting,
    [property: Id(2)] string Kind,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] Role? With,
    [property: Id(5)] DateTimeOffset? Until);

/// <summary>Who does not know yet, as far as the reader may know of the meetings.</summary>
/// <param name="AsOf">When that was so, by the summit's clock.</param>
/// <param name="Unaware">What has come to the desk first, then what passes on soonest.</param>
[GenerateSerializer, Immutable, Alias("summithub.UnawareView")]
public sealed record UnawareView([property: Id(0)] DateTimeOffset AsOf, [property: Id(1)] ImmutableArray<Unaware> Unaware);
