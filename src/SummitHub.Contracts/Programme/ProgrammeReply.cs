using System.Collections.Immutable;

namespace SummitHub.Contracts.Programme;

/// <summary>What the programme answered; it is given only when the store has confirmed the state it was decided on.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ProgrammeReply")]
public abstract record ProgrammeReply;

/// <summary>Done, and durable.</summary>
/// <param name="Position">The entry's place in the log; it never leaves the servers.</param>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Meetings">The meetings it touched with their versions now.</param>
/// <param name="Repeated">Whether it had been done before under the same operation id.</param>
[GenerateSerializer, Immutable, Alias("summithub.Accepted")]
public sealed record Accepted(
    [property: Id(0)] long Position,
    [property: Id(1)] Guid Epoch,
    [property: Id(2)] ImmutableArray<MeetingVersion> Meetings,
    [property: Id(3)] bool Repeated) : ProgrammeReply;

/// <summary>A rule's no.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Refused")]
public sealed record Refused([property: Id(0)] Refusal Refusal) : ProgrammeReply;

/// <summary>The machine's no, known before anything was written: too many wait, or the summit is not served here. Ask again with the same operation id.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Busy")]
public sealed record Busy : ProgrammeReply;

/// <summary>A meeting and how often its shared face has changed.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingVersion")]
public readonly record struct MeetingVersion([property: Id(0)] MeetingId Meeting, [property: Id(1)] long Version);
