using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Notices;

/// <summary>A change that somebody must know: what it was, what it is, who did it and why, bound to the meeting's version.</summary>
/// <param name="Id">Its name: the same whenever it is derived from the log again.</param>
/// <param name="Meeting">The meeting it tells of; null for a commitment or a venue.</param>
/// <param name="Version">The meeting's version it tells of.</param>
/// <param name="At">When the change was made.</param>
/// <param name="Kind">What happened, as a name such as <c>moved</c>, <c>roomChanged</c>, <c>cancelled</c>, <c>requested</c>, <c>proposed</c>, <c>conflict</c>, <c>recordOffered</c>.</param>
/// <param name="By">Who did it, as he is called.</param>
/// <param name="Reason">Why; empty where nothing was said.</param>
/// <param name="Was">The slot before, where it changed.</param>
/// <param name="Is">The slot now, where there is one.</param>
/// <param name="Others">The other sides of the meeting.</param>
/// <param name="Simulated">Whether the sample's script did it.</param>
[GenerateSerializer, Immutable, Alias("summithub.Notice")]
public sealed record Notice(
    [property: Id(0)] NoticeId Id,
    [property: Id(1)] MeetingId? Meeting,
    [property: Id(2)] long Version,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string Kind,
    [property: Id(5)] string By,
    [property: Id(6)] string Reason,
    [property: Id(7)] Slot? Was,
    [property: Id(8)] Slot? Is,
    [property: Id(9)] ImmutableArray<DelegationCode> Others,
    [property: Id(10)] bool Simulated);
