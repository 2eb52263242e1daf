using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Contracts.Programme;

/// <summary>One accepted operation: the unit of the log. Nobody reads, folds or resumes at a finer grain.</summary>
/// <param name="Position">Its place in the log, from one.</param>
/// <param name="At">When it was decided: the later of the summit's clock and the entry before.</param>
/// <param name="Operation">The operation, scoped to its actor.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="OnBehalf">For whom the desk asked.</param>
/// <param name="OverrideReason">Why the desk went against rules or without keys, if it did.</param>
/// <param name="CommandHash">The first 16 bytes of the SHA-256 of what was asked, for whom and against what, to tell a repetition from another command under a used id.</param>
/// <param name="Events">What became so, in order.</param>
[GenerateSerializer, Immutable, Alias("summithub.LogEntry")]
public sealed record LogEntry(
    [property: Id(0)] long Position,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] OperationId Operation,
    [property: Id(3)] Actor Actor,
    [property: Id(4)] OnBehalf? OnBehalf,
    [property: Id(5)] string? OverrideReason,
    [property: Id(6)] UInt128 CommandHash,
    [property: Id(7)] ImmutableArray<ProgrammeEvent> Events);
