using System.Collections.Immutable;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Audiences;

/// <summary>
/// What one entry changed for some audiences. Audiences that were touched by the same share one set, and so one <see cref="Touch"/>: a
/// change that two hundred delegations see costs each of them a pointer. Sets grow one step at a time and remember the last step.
/// </summary>
internal sealed class TouchedSet
{
    private readonly TouchedSet? before;
    private readonly MeetingId? meeting;
    private readonly CommitmentId? commitment;
    private TouchedSet? next;
    private Touch? touch;

    private TouchedSet(TouchedSet? before, MeetingId? meeting, CommitmentId? commitment) =>
        (this.before, this.meeting, this.commitment) = (before, meeting, commitment);

    /// <summary>A set of nothing yet; one for each entry.</summary>
    public static TouchedSet Empty() => new(null, null, null);

    /// <summary>The set with one more meeting or commitment, which it does not hold yet.</summary>
    public TouchedSet With(MeetingId? meeting, CommitmentId? commitment)
    {
        if (next is null || next.meeting != meeting || next.commitment != commitment) next = new TouchedSet(this, meeting, commitment);
        return next;
    }

    /// <summary>The set as it is kept.</summary>
    public Touch ToTouch(long position, ulong check) => touch ??= new Touch(position, check, Of(s => s.meeting), Of(s => s.commitment));

    /// <summary>Whether it holds a meeting.</summary>
    public bool Holds(MeetingId sought)
    {
        for (var set = this; set is not null; set = set.before)
            if (set.meeting == sought)
                return true;
        return false;
    }

    private ImmutableArray<T> Of<T>(Func<TouchedSet, T?> what)
        where T : struct
    {
        var found = ImmutableArray.CreateBuilder<T>();
        for (var set = this; set is not null; set = set.before)
            if (what(set) is { } one)
                found.Add(one);
        found.Reverse();
        return found.DrainToImmutable();
    }
}
