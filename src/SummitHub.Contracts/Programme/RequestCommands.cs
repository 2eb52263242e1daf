using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>One side asks others for a meeting; it holds no time.</summary>
/// <param name="Meeting">A new name.</param>
/// <param name="Terms">What is asked for; the first party asks.</param>
/// <param name="DurationMinutes">How long, 5 to 480 minutes.</param>
/// <param name="Windows">When, in order of preference; at most 20.</param>
/// <param name="VenueKind">The kind of place wished for; null for any.</param>
[GenerateSerializer, Immutable, Alias("summithub.RequestMeeting")]
public sealed record RequestMeeting(
    MeetingId Meeting,
    [property: Id(0)] MeetingTerms Terms,
    [property: Id(1)] int DurationMinutes,
    [property: Id(2)] ImmutableArray<Interval> Windows,
    [property: Id(3)] VenueKind? VenueKind) : PlanCommand(Meeting, null);

/// <summary>The desk books a meeting of which the sides have agreed elsewhere.</summary>
/// <param name="Meeting">A new name.</param>
/// <param name="Terms">What it is.</param>
/// <param name="Slot">Its time and place.</param>
/// <param name="Provisional">Whether it may be evicted.</param>
[GenerateSerializer, Immutable, Alias("summithub.BookMeeting")]
public sealed record BookMeeting(
    MeetingId Meeting,
    [property: Id(0)] MeetingTerms Terms,
    [property: Id(1)] Slot Slot,
    [property: Id(2)] bool Provisional) : PlanCommand(Meeting, null);

/// <summary>A side says yes to what is open: the request (with a slot, if it names one) or the proposal.</summary>
/// <param name="Slot">The slot in which a request is accepted; null to accept in principle, or to accept the open proposal.</param>
[GenerateSerializer, Immutable, Alias("summithub.Accept")]
public sealed record Accept(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] Slot? Slot) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>A side says no to what is open: the proposal if there is one, or else the request.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Decline")]
public sealed record Decline(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>A side proposes a slot: a counter-proposal to a request, or a move of a meeting that has one. It holds until it expires.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Propose")]
public sealed record Propose(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] Slot Slot, [property: Id(1)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>The side that asked takes its open proposal back, or else its request.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Withdraw")]
public sealed record Withdraw(MeetingId Meeting, long? ExpectedVersion) : PlanCommand(Meeting, ExpectedVersion);
