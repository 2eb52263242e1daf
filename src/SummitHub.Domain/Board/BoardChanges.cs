using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Board;

/// <summary>What changed for an audience: whole rows, and the names of those it sees no more.</summary>
/// <param name="Meetings">The meetings as they are now.</param>
/// <param name="Gone">Meetings it sees no more.</param>
/// <param name="Commitments">The commitments as they are now.</param>
/// <param name="GoneCommitments">Commitments it sees no more.</param>
public sealed record BoardChanges(
    ImmutableArray<MeetingRow> Meetings, ImmutableArray<MeetingId> Gone, ImmutableArray<CommitmentRow> Commitments, ImmutableArray<CommitmentId> GoneCommitments);
