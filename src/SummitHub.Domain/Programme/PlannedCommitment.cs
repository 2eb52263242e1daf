using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>A commitment as the programme knows it.</summary>
/// <param name="Commitment">What it is, with its time as planned.</param>
/// <param name="Expected">The time it is expected to take, or took.</param>
/// <param name="StartedAt">When it started; null for not yet.</param>
/// <param name="EndedAt">When it ended; null for not yet.</param>
/// <param name="AddedBy">The desk's officer who added it, by actor id; null where a side or the product did.</param>
/// <param name="Dropped">Whether it was taken back, so that it takes nobody's time.</param>
public sealed record PlannedCommitment(
    Commitment Commitment, Interval Expected, DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null, string? AddedBy = null, bool Dropped = false);
