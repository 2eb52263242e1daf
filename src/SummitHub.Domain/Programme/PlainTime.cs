using System.Collections.Immutable;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme;

/// <summary>
/// Taken time as those see it who may not know what takes it: whole steps of a grid that contain all of it, those that touch run together.
/// Nothing tells a meeting from a commitment or a hold, nor how many there are, nor when to the minute. Pure.
/// </summary>
public static class PlainTime
{
    /// <summary>The steps of the grid.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>The span made wider to whole steps of the grid, counted in UTC.</summary>
    public static Interval Padded(Interval span) => Spans(Floor(span.Start.Ticks), Ceiling(span.End.Ticks));

    /// <summary>When somebody or something is taken, by whatever it is, within a span.</summary>
    /// <param name="state">The programme.</param>
    /// <param name="resource">The person or room.</param>
    /// <param name="within">Where to look; blocks may reach beyond it.</param>
    /// <param name="now">The summit's clock: a proposal that has expired takes nothing.</param>
    public static ImmutableArray<Interval> Busy(ProgrammeState state, Resource resource, Interval within, DateTimeOffset now)
    {
        var taken = new List<Interval>();
        foreach (var hold in HoldsOf(state, resource).Span)
            if (hold.Expires > now.UtcTicks) Add(state, hold, taken);
        return [.. Together(taken).Where(within.Overlaps)];
    }

    /// <summary>
    /// When somebody or something is taken by what the audience may not know of. A proposal counts until it is answered or taken back, since
    /// the log says nothing at the instant it expires and every server has to see the same.
    /// </summary>
    public static ImmutableArray<Interval> Hidden(ProgrammeState state, Audience audience, Resource resource)
    {
        List<Interval>? taken = null;
        foreach (var hold in HoldsOf(state, resource).Span)
            if (!MayKnow(state, audience, hold)) Add(state, hold, taken ??= []);
        return taken is null ? [] : Together(taken);
    }

    private static bool MayKnow(ProgrammeState state, Audience audience, Hold hold) => hold.Meeting is { } meeting
        ? SightRules.MayKnow(audience, state.Meeting(meeting)!)
        : SightRules.MayKnow(audience, state.Commitment(hold.Commitment!.Value)!, state.Principal);

    private static ReadOnlyMemory<Hold> HoldsOf(ProgrammeState state, Resource resource)
    {
        var list = resource.Person is { } person ? state.Calendars.Of(person) : resource.Room is { } room ? state.Calendars.Of(room) : null;
        return list?.All ?? default;
    }

    /// <summary>Of a meeting, what was planned counts beside what is expected: a block that shrinks when it ends would tell that it is one.</summary>
    private static void Add(ProgrammeState state, Hold hold, List<Interval> taken)
    {
        taken.Add(Spans(Floor(hold.Start), Ceiling(hold.End)));
        if (!hold.Proposed && hold.Meeting is { } id && state.Meeting(id)!.Planned is { } planned) taken.Add(Padded(planned.When));
    }

    private static ImmutableArray<Interval> Together(List<Interval> spans)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var blocks = ImmutableArray.CreateBuilder<Interval>();
        foreach (var span in spans)
        {
            if (blocks.Count > 0 && blocks[^1] is var last && span.Start <= last.End) blocks[^1] = span.End > last.End ? new Interval(last.Start, span.End) : last;
            else blocks.Add(span);
        }
        return blocks.DrainToImmutable();
    }

    private static long Floor(long ticks) => ticks - (ticks % Step.Ticks);

    private static long Ceiling(long ticks) => Floor(ticks + Step.Ticks - 1);

    private static Interval Spans(long start, long end) => Rules.Spans.Of(start, end);
}
