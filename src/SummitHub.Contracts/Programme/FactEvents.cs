using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>A milestone was reached.</summary>
/// <param name="Delegation">The side, where it is one side's.</param>
/// <param name="At">When it happened.</param>
/// <param name="Expected">For a side on its way: when it is expected.</param>
[GenerateSerializer, Immutable, Alias("summithub.MilestoneReached")]
public sealed record MilestoneReached(MeetingId Meeting, [property: Id(0)] Milestone Milestone, [property: Id(1)] DelegationCode? Delegation, [property: Id(2)] DateTimeOffset At, [property: Id(3)] DateTimeOffset? Expected) : MeetingEvent(Meeting);

/// <summary>The time a meeting is expected to take, or took, has changed.</summary>
/// <param name="From">What was expected.</param>
/// <param name="To">What is expected now.</param>
/// <param name="Cause">Why; empty where a milestone says it.</param>
[GenerateSerializer, Immutable, Alias("summithub.ExpectationChanged")]
public sealed record ExpectationChanged(MeetingId Meeting, [property: Id(0)] Interval From, [property: Id(1)] Interval To, [property: Id(2)] string Cause) : MeetingEvent(Meeting);

/// <summary>A side brings another number of people.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PartySizeReported")]
public sealed record PartySizeReported(MeetingId Meeting, [property: Id(0)] DelegationCode Delegation, [property: Id(1)] int From, [property: Id(2)] int To) : MeetingEvent(Meeting);

/// <summary>Media do something else at the meeting.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MediaReported")]
public sealed record MediaReported(MeetingId Meeting, [property: Id(0)] string Media) : MeetingEvent(Meeting);

/// <summary>The record has a new revision.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RecordNoted")]
public sealed record RecordNoted(MeetingId Meeting, [property: Id(0)] ImmutableArray<SideRecord> Sides, [property: Id(1)] long Revision, [property: Id(2)] ImmutableArray<byte> Hash) : MeetingEvent(Meeting);

/// <summary>Facts have put a meeting in conflict with something; it stands until it is repaired.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ConflictRaised")]
public sealed record ConflictRaised(MeetingId Meeting, [property: Id(0)] Violation Conflict) : MeetingEvent(Meeting);

/// <summary>A conflict is no more.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ConflictCleared")]
public sealed record ConflictCleared(MeetingId Meeting, [property: Id(0)] Violation Conflict) : MeetingEvent(Meeting);

/// <summary>The desk went against a rule with a reason; it stands in a list of its own.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RuleOverridden")]
public sealed record RuleOverridden(MeetingId Meeting, [property: Id(0)] Violation Violation, [property: Id(1)] string Reason) : MeetingEvent(Meeting);

/// <summary>What an override went against is no longer so, since the plan has changed: it leaves the list, and stays in the log.</summary>
[GenerateSerializer, Immutable, Alias("summithub.OverrideLapsed")]
public sealed record OverrideLapsed(MeetingId Meeting, [property: Id(0)] Violation Violation) : MeetingEvent(Meeting);

/// <summary>A commitment was added.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentAdded")]
public sealed record CommitmentAdded([property: Id(0)] Commitment Commitment) : ProgrammeEvent;

/// <summary>A commitment was taken back. Its name stays taken.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentDropped")]
public sealed record CommitmentDropped([property: Id(0)] CommitmentId Commitment, [property: Id(1)] string Reason) : ProgrammeEvent;

/// <summary>A commitment has slipped.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentSlipped")]
public sealed record CommitmentSlipped([property: Id(0)] CommitmentId Commitment, [property: Id(1)] Interval From, [property: Id(2)] Interval To, [property: Id(3)] string Cause) : ProgrammeEvent;

/// <summary>A commitment has started or ended.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentMarked")]
public sealed record CommitmentMarked([property: Id(0)] CommitmentId Commitment, [property: Id(1)] Milestone Milestone, [property: Id(2)] DateTimeOffset At) : ProgrammeEvent;

/// <summary>A room is closed for a while.</summary>
[GenerateSerializer, Immutable, Alias("summithub.VenueShut")]
public sealed record VenueShut([property: Id(0)] VenueId Venue, [property: Id(1)] Interval When, [property: Id(2)] string Reason) : ProgrammeEvent;

/// <summary>A room that was closed can be used after all: what closed it for just that time is no more.</summary>
[GenerateSerializer, Immutable, Alias("summithub.VenueReopened")]
public sealed record VenueReopened([property: Id(0)] VenueId Venue, [property: Id(1)] Interval When) : ProgrammeEvent;

/// <summary>Travel to and from a zone takes longer for a while.</summary>
[GenerateSerializer, Immutable, Alias("summithub.TravelAdvised")]
public sealed record TravelAdvised([property: Id(0)] ZoneId Zone, [property: Id(1)] Interval When, [property: Id(2)] int ExtraMinutes, [property: Id(3)] string Cause) : ProgrammeEvent;

/// <summary>Travel to and from a zone is as usual again: what was advised for just that time is no more.</summary>
[GenerateSerializer, Immutable, Alias("summithub.TravelEased")]
public sealed record TravelEased([property: Id(0)] ZoneId Zone, [property: Id(1)] Interval When) : ProgrammeEvent;
