using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Audiences;

/// <summary>What one entry changed in the view of those audiences that list it.</summary>
/// <param name="Position">The entry's place in the log.</param>
/// <param name="Check">Eight bytes of its keyed hash, by which a cursor proves that it stands on this entry.</param>
/// <param name="Meetings">The meetings it changed.</param>
/// <param name="Commitments">The commitments it changed.</param>
/// <param name="Held">The plain blocks it changed.</param>
public sealed record Touch(
    long Position, ulong Check, ImmutableArray<MeetingId> Meetings, ImmutableArray<CommitmentId> Commitments, ImmutableArray<HeldTouch> Held);

/// <summary>The plain blocks of one person or room before an entry changed them.</summary>
/// <param name="Resource">Whose.</param>
/// <param name="Before">The blocks before.</param>
public sealed record HeldTouch(Resource Resource, ImmutableArray<Interval> Before);
