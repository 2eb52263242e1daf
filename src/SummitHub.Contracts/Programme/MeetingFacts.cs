using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>A side, or the place, has reached a milestone.</summary>
/// <param name="Delegation">The side, where the milestone is one side's (en route, arrived).</param>
/// <param name="Expected">For a side on its way: when it is expected.</param>
[GenerateSerializer, Immutable, Alias("summithub.ReachMilestone")]
public sealed record ReachMilestone(MeetingId Meeting, DateTimeOffset OccurredAt, [property: Id(0)] Milestone Milestone, [property: Id(1)] DelegationCode? Delegation, [property: Id(2)] DateTimeOffset? Expected) : FactCommand(Meeting, OccurredAt);

/// <summary>The meeting will be held later than planned, or runs over: its newly expected time.</summary>
/// <param name="Start">The newly expected start; null where it has started and only its end slips.</param>
/// <param name="End">The newly expected end; null to keep the length.</param>
/// <param name="Cause">Why, such as <c>previous_meeting</c>.</param>
[GenerateSerializer, Immutable, Alias("summithub.RunLate")]
public sealed record RunLate(MeetingId Meeting, DateTimeOffset OccurredAt, [property: Id(0)] DateTimeOffset? Start, [property: Id(1)] DateTimeOffset? End, [property: Id(2)] string Cause) : FactCommand(Meeting, OccurredAt);

/// <summary>How many people a side brings.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ReportPartySize")]
public sealed record ReportPartySize(MeetingId Meeting, DateTimeOffset OccurredAt, [property: Id(0)] DelegationCode Delegation, [property: Id(1)] int People) : FactCommand(Meeting, OccurredAt);

/// <summary>What media do at the meeting.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ReportMedia")]
public sealed record ReportMedia(MeetingId Meeting, DateTimeOffset OccurredAt, [property: Id(0)] string Media) : FactCommand(Meeting, OccurredAt);

/// <summary>The record of a meeting has changed: who may know, and how far it is. It carries no content.</summary>
/// <param name="Sides">The sides that may know, with where their own records stand.</param>
/// <param name="Revision">The revision of the record, from one.</param>
/// <param name="Hash">A keyed hash of that revision, as tamper evidence.</param>
[GenerateSerializer, Immutable, Alias("summithub.NoteRecord")]
public sealed record NoteRecord(MeetingId Meeting, DateTimeOffset OccurredAt, [property: Id(0)] ImmutableArray<SideRecord> Sides, [property: Id(1)] long Revision, [property: Id(2)] ImmutableArray<byte> Hash) : FactCommand(Meeting, OccurredAt);
