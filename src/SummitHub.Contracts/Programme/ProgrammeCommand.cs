using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Something asked of the programme. A plan must keep every rule or is refused; a fact is never refused by a rule.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ProgrammeCommand")]
public abstract record ProgrammeCommand;

/// <summary>A plan for one meeting.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="ExpectedVersion">The meeting's version the plan was made on; null where none is claimed.</param>
[GenerateSerializer, Immutable, Alias("summithub.PlanCommand")]
public abstract record PlanCommand(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] long? ExpectedVersion) : ProgrammeCommand;

/// <summary>A fact about one meeting, reported as it happened.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="OccurredAt">When it happened: not after now, and at most a day before.</param>
[GenerateSerializer, Immutable, Alias("summithub.FactCommand")]
public abstract record FactCommand(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] DateTimeOffset OccurredAt) : ProgrammeCommand;

/// <summary>Founds the summit; the first entry of its log.</summary>
[GenerateSerializer, Immutable, Alias("summithub.FoundSummit")]
public sealed record FoundSummit([property: Id(0)] Summit Summit) : ProgrammeCommand;
