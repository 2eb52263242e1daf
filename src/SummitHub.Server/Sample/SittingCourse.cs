using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme;

namespace SummitHub.Server.Sample;

/// <summary>
/// How the script plays one sitting of the debate: speeches one after the other, some too long, and the forecast of those after them
/// that slips. The hours are drawn beforehand, since nobody but the hall decides when a speech ends.
/// </summary>
internal static class SittingCourse
{
    private const string Cause = "general_debate_overran";
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(40);

    /// <summary>The course of a sitting.</summary>
    /// <param name="speeches">Its speeches, in order.</param>
    /// <param name="lengths">How long single speeches take where that is not left to chance, by code of the delegation.</param>
    /// <param name="forecasts">When the forecast is told where that is while the speech lasts, by commitment.</param>
    /// <param name="seed">The seed of the play.</param>
    public static DayCourse Of(
        IReadOnlyList<Commitment> speeches, IReadOnlyDictionary<string, TimeSpan> lengths, IReadOnlyDictionary<string, DateTimeOffset> forecasts, int seed)
    {
        var steps = ImmutableArray.CreateBuilder<DayStep>();
        var chance = Pace.ChanceOf(speeches[0].Series!, seed);
        var (free, shift) = (DateTimeOffset.MinValue, TimeSpan.Zero);
        for (var i = 0; i < speeches.Count; i++)
        {
            var speech = speeches[i];
            var start = speech.When.Start > free ? speech.When.Start + TimeSpan.FromSeconds(chance.Next(10, 40)) : free;
            var length = lengths.TryGetValue(speech.Id.Value, out var set) ? set : Usual(speech, chance);
            var end = start + length;
            free = end + TimeSpan.FromSeconds(chance.Next(75, 150));
            steps.Add(Mark(speech, Milestone.Started, start));
            var (ending, forecast) = (Mark(speech, Milestone.Ended, end), Forecast(speeches, i + 1, free, ref shift));
            var early = forecasts.TryGetValue(speech.Id.Value, out var told);
            if (forecast is not null && early) steps.Add(Slip(speech, forecast.Value, told));
            steps.Add(ending);
            if (forecast is not null && !early) steps.Add(Slip(speech, forecast.Value, end + Told));
        }
        return new DayCourse(speeches[0].Series!, steps.ToImmutable());
    }

    private static TimeSpan Usual(Commitment speech, Random chance) =>
        speech.When.Length - TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(chance.Next(-150, 150));

    /// <summary>The speeches that slip with their new hours; null where the difference is not worth telling.</summary>
    private static ImmutableArray<SlipCommitment>? Forecast(IReadOnlyList<Commitment> speeches, int from, DateTimeOffset free, ref TimeSpan shift)
    {
        if (from >= speeches.Count) return null;
        var late = free - speeches[from].When.Start;
        var next = TimeSpan.FromMinutes(Math.Max(0, Math.Round(late.TotalMinutes)));
        if ((next - shift).Duration() < WorthTelling) return null;
        shift = next;
        return [.. speeches.Skip(from).Select(s => new SlipCommitment(s.Id, s.When.StartingAt(s.When.Start + next), Cause))];
    }

    private static DayStep Mark(Commitment speech, Milestone milestone, DateTimeOffset at)
    {
        var ended = milestone == Milestone.Ended;
        var name = $"{speech.Id}-{(ended ? "ended" : "started")}";
        return new DayStep(
            name,
            view => view.Commitment(speech.Id) is { } known && (known.EndedAt ?? (ended ? null : known.StartedAt)) is not null,
            view => view.Commitment(speech.Id) is { } known ? ended ? at : Later(at, known, view) : null,
            (_, occurred) => Cast.Asks(Cast.Desk, name, new MarkCommitment(speech.Id, milestone, occurred)));
    }

    private static DayStep Slip(Commitment after, ImmutableArray<SlipCommitment> slips, DateTimeOffset at) => new(
        $"{after.Id}-forecast",
        view => view.Commitment(slips[0].Commitment) is { } next && (next.StartedAt is not null || next.Expected == slips[0].When),
        _ => at,
        (_, _) => Cast.Asks(Cast.Desk, $"{after.Id}-forecast", [.. slips]));

    // The desk may know better than the script when a speech begins; and a speaker who still sits in a meeting does not speak.
    private static DateTimeOffset Later(DateTimeOffset at, PlannedCommitment known, IDayView view)
    {
        var due = known.Expected.Start - Known > at ? known.Expected.Start : at;
        foreach (var speaker in known.Commitment.Principals)
        {
            if (view.RunningOf(speaker)?.Expected?.End is { } busy && busy > due) due = busy;
        }
        return due;
    }
}
