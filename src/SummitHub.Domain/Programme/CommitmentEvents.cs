using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>What the events of commitments make of them.</summary>
internal static class CommitmentEvents
{
    /// <summary>It was added.</summary>
    public static PlannedCommitment Add(CommitmentAdded e, in Stamp stamp) =>
        new(e.Commitment, e.Commitment.When, AddedBy: stamp.Actor.Role == Role.Desk ? stamp.Actor.Id : null);

    /// <summary>It has slipped.</summary>
    public static PlannedCommitment Slip(PlannedCommitment planned, CommitmentSlipped e) => planned with { Expected = e.To };

    /// <summary>It has started or ended. One that has ended took the time it took, at least a second.</summary>
    public static PlannedCommitment Mark(PlannedCommitment planned, CommitmentMarked e)
    {
        if (e.Milestone == Milestone.Started) return planned with { StartedAt = e.At, Expected = planned.Expected.StartingAt(e.At) };
        var start = planned.StartedAt ?? Earlier(planned.Expected.Start, e.At.AddSeconds(-1));
        var end = e.At > start ? e.At : start.AddSeconds(1);
        return planned with { EndedAt = e.At, Expected = new Interval(start, end) };
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
