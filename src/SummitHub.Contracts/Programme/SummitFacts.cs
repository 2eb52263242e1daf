using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Adds a block of principals' time that is no meeting.</summary>
[GenerateSerializer, Immutable, Alias("summithub.AddCommitment")]
public sealed record AddCommitment([property: Id(0)] Commitment Commitment) : ProgrammeCommand;

/// <summary>Takes a commitment back, so that it takes nobody's time any more.</summary>
/// <param name="Reason">Why; may be empty.</param>
[GenerateSerializer, Immutable, Alias("summithub.DropCommitment")]
public sealed record DropCommitment([property: Id(0)] CommitmentId Commitment, [property: Id(1)] string Reason) : ProgrammeCommand;

/// <summary>A commitment slips to another time, as a speech does when those before it run long.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SlipCommitment")]
public sealed record SlipCommitment([property: Id(0)] CommitmentId Commitment, [property: Id(1)] Interval When, [property: Id(2)] string Cause) : ProgrammeCommand;

/// <summary>
/// A commitment and all that follow it in its series slip: each is expected so long after the time it was planned for. What has started or
/// ended stays.
/// </summary>
/// <param name="First">The first that slips; it belongs to a series.</param>
/// <param name="Minutes">How long after the plan, 0 to 480 minutes; 0 is on time again.</param>
/// <param name="Cause">Why; may be empty.</param>
[GenerateSerializer, Immutable, Alias("summithub.SlipSeries")]
public sealed record SlipSeries([property: Id(0)] CommitmentId First, [property: Id(1)] int Minutes, [property: Id(2)] string Cause) : ProgrammeCommand;

/// <summary>A commitment has started or ended.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MarkCommitment")]
public sealed record MarkCommitment([property: Id(0)] CommitmentId Commitment, [property: Id(1)] Milestone Milestone, [property: Id(2)] DateTimeOffset OccurredAt) : ProgrammeCommand;

/// <summary>A room cannot be used for a while.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CloseVenue")]
public sealed record CloseVenue([property: Id(0)] VenueId Venue, [property: Id(1)] Interval When, [property: Id(2)] string Reason) : ProgrammeCommand;

/// <summary>A room that was closed can be used after all.</summary>
/// <param name="When">The time for which it was closed, just as it was said.</param>
[GenerateSerializer, Immutable, Alias("summithub.ReopenVenue")]
public sealed record ReopenVenue([property: Id(0)] VenueId Venue, [property: Id(1)] Interval When) : ProgrammeCommand;

/// <summary>Travel to and from a zone takes longer for a while: a freeze, a motorcade.</summary>
/// <param name="ExtraMinutes">What is added to each way that begins or ends there, in minutes, at most 240.</param>
[GenerateSerializer, Immutable, Alias("summithub.AdviseTravel")]
public sealed record AdviseTravel([property: Id(0)] ZoneId Zone, [property: Id(1)] Interval When, [property: Id(2)] int ExtraMinutes, [property: Id(3)] string Cause) : ProgrammeCommand;

/// <summary>Travel to and from a zone is as usual after all.</summary>
/// <param name="When">The time for which it was advised, just as it was said.</param>
[GenerateSerializer, Immutable, Alias("summithub.EaseTravel")]
public sealed record EaseTravel([property: Id(0)] ZoneId Zone, [property: Id(1)] Interval When) : ProgrammeCommand;
