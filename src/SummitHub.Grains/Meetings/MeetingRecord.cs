using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Meetings;

/// <summary>What is stored of a meeting's record: sealed sides, and what has still to be told to the log. It holds no content in the clear.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingRecord")]
internal sealed record MeetingRecord : IUnfinished
{
    /// <summary>The most operations that are remembered; a repetition comes within seconds.</summary>
    public const int MostDone = 500;

    /// <summary>The most notes that wait for the log; beyond it the newest ones are told as one.</summary>
    public const int MostWaiting = 64;

    /// <summary>Each side's part, sealed for it.</summary>
    [Id(0)]
    public ImmutableArray<SealedSide> Sides { get; init; } = [];

    /// <summary>How often anything has changed.</summary>
    [Id(1)]
    public long Revision { get; init; }

    /// <summary>The last operations done, oldest first.</summary>
    [Id(2)]
    public ImmutableArray<DoneOperation> Done { get; init; } = [];

    /// <summary>What the log has still to be told, oldest first.</summary>
    [Id(3)]
    public ImmutableArray<RecordNote> Outbox { get; init; } = [];

    /// <inheritdoc/>
    public bool Unfinished => !Outbox.IsEmpty;

    /// <summary>Remembers an operation.</summary>
    public MeetingRecord With(DoneOperation done) =>
        this with { Done = (Done.Length < MostDone ? Done : Done.RemoveAt(0)).Add(done) };

    /// <summary>Puts a note into the outbox. The first one may be on its way and stays as it is; so it is the last that takes more in.</summary>
    public MeetingRecord With(RecordNote note) =>
        this with { Outbox = Outbox.Length < MostWaiting ? Outbox.Add(note) : Outbox.SetItem(Outbox.Length - 1, Outbox[^1].Then(note)) };

    /// <summary>Takes what was told out of the outbox.</summary>
    public MeetingRecord Told(long revision) =>
        Outbox.IsEmpty || Outbox[0].Revision > revision ? this : this with { Outbox = Outbox.RemoveAll(n => n.Revision <= revision) };
}

/// <summary>One side's part, sealed.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SealedSide")]
internal sealed record SealedSide([property: Id(0)] DelegationCode Side, [property: Id(1)] byte[] Envelope);

/// <summary>An operation that was done: keyed hashes of who did it under which id, and of its commands.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DoneOperation")]
internal readonly record struct DoneOperation([property: Id(0)] UInt128 Name, [property: Id(1)] UInt128 Commands);

/// <summary>A revision the log is to be told of: who may know, how far they are, and a keyed hash; never content.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RecordNote")]
internal sealed record RecordNote(
    [property: Id(0)] long Revision,
    [property: Id(1)] ImmutableArray<SideRecord> Sides,
    [property: Id(2)] ImmutableArray<byte> Hash,
    [property: Id(3)] DateTimeOffset OccurredAt,
    [property: Id(4)] Actor Actor)
{
    /// <summary>This one and the next as one: all who may know of either, as they stand last.</summary>
    public RecordNote Then(RecordNote next) =>
        next with { Sides = [.. Sides.Where(s => next.Sides.All(n => n.Delegation != s.Delegation)), .. next.Sides] };
}
