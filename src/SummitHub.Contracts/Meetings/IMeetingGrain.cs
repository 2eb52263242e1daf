using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;

namespace SummitHub.Contracts.Meetings;

/// <summary>The substance of one meeting: briefs, items of outcome, each side's record. Its key is <c>summit/meeting</c>.</summary>
[Alias("summithub.IMeetingGrain"), GrainInterfaceType("summithub.meeting")]
public interface IMeetingGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does something to the record for the actor's side. Durable when it is answered, done once for an operation id;
    /// the log learns of it after (contentless), and every reader of the sides concerned through it.
    /// </summary>
    [Alias("Execute")]
    Task<RecordReply> Execute(RecordOperation operation);

    /// <summary>Reads the record as the actor's side; null where the actor has no side in it.</summary>
    [Alias("Read")]
    Task<RecordView?> Read(Actor actor);

    /// <summary>The readouts that are public: nothing where there are none, nor while others may not know of the meeting.</summary>
    [Alias("Published")]
    Task<ImmutableArray<PublishedReadout>> Published();

    /// <summary>Forgets everything, when a sample starts over.</summary>
    [Alias("Clear")]
    Task Clear();
}

/// <summary>What an actor does to a record at once: all of it or nothing.</summary>
/// <param name="Id">Its name, made by the actor's client.</param>
/// <param name="Actor">Who acts; his delegation is the side.</param>
/// <param name="Commands">What is done: 1 to 64 commands.</param>
/// <param name="OccurredAt">When, by the summit's clock.</param>
[GenerateSerializer, Immutable, Alias("summithub.RecordOperation")]
public sealed record RecordOperation(
    [property: Id(0)] OperationId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] ImmutableArray<RecordCommand> Commands,
    [property: Id(3)] DateTimeOffset OccurredAt);

/// <summary>What a record answered: the record as it is now, or why not.</summary>
/// <param name="Record">The record as the actor's side reads it; null on a refusal.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
[GenerateSerializer, Immutable, Alias("summithub.RecordReply")]
public sealed record RecordReply([property: Id(0)] RecordView? Record, [property: Id(1)] Refusal? Refusal);
