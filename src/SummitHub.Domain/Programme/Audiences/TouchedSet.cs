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
    private readonly Subject subject;
    private TouchedSet? next;
    private Touch? touch;

    private TouchedSet(TouchedSet? before, Subject subject) => (this.before, this.subject) = (before, subject);

    /// <summary>A set of nothing yet; one for each entry.</summary>
    public static TouchedSet Empty() => new(null, default);

    /// <summary>The set with one more subject, which it does not hold yet.</summary>
    public TouchedSet With(Subject more)
    {
        if (next is null || next.subject != more) next = new TouchedSet(this, more);
        return next;
    }

    /// <summary>The set as it is kept.</summary>
    public Touch ToTouch(long position, ulong check) =>
        touch ??= new Touch(position, check, Of(s => s.Meeting), Of(s => s.Commitment), OfClass(s => s.Held));

    /// <summary>Whether it holds a subject.</summary>
    public bool Holds(Subject sought)
    {
        for (var set = this; set is not null; set = set.before)
            if (set.subject == sought)
                return true;
        return false;
    }

    private ImmutableArray<T> Of<T>(Func<Subject, T?> what)
        where T : struct
    {
        var found = ImmutableArray.CreateBuilder<T>();
        for (var set = this; set is not null; set = set.before)
            if (what(set.subject) is { } one)
                found.Add(one);
        found.Reverse();
        return found.DrainToImmutable();
    }

    private ImmutableArray<T> OfClass<T>(Func<Subject, T?> what)
        where T : class
    {
        var found = ImmutableArray.CreateBuilder<T>();
        for (var set = this; set is not null; set = set.before)
            if (what(set.subject) is { } one)
                found.Add(one);
        return found.DrainToImmutable();
    }
}

/// <summary>A meeting, a commitment or a plain block that an entry changed.</summary>
internal readonly record struct Subject(MeetingId? Meeting, CommitmentId? Commitment = null, HeldTouch? Held = null);
