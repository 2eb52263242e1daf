using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>
/// That a meeting, a proposal of one, or a commitment holds people and a place for a half-open span. Instants are UTC ticks: rules compare
/// them by the million, and no sum of ticks within a summit overflows. One of which neither meeting nor commitment is said is plain: what
/// somebody is taken by who may not be named to the reader of a <see cref="PlainView"/>.
/// </summary>
internal sealed class Hold
{
    /// <summary>The first tick inside.</summary>
    public required long Start { get; init; }

    /// <summary>The first tick after.</summary>
    public required long End { get; init; }

    /// <summary>The meeting that holds; null where a commitment does, or what is not known.</summary>
    public MeetingId? Meeting { get; init; }

    /// <summary>The commitment that holds; null where a meeting does, or what is not known.</summary>
    public CommitmentId? Commitment { get; init; }

    /// <summary>Where; null for a place that is not known.</summary>
    public Site? Site { get; init; }

    /// <summary>When a proposal's hold lapses, in ticks; <see cref="long.MaxValue"/> for a hold that does not.</summary>
    public long Expires { get; init; } = long.MaxValue;

    /// <summary>Whether the existence of the meeting that holds is confidential.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether nothing is known of it but its time, which is wider than what it stands for, and its place least of all.</summary>
    public bool Plain => Meeting is null && Commitment is null;

    /// <summary>Whether it is only proposed.</summary>
    public bool Proposed => Expires != long.MaxValue;
}
