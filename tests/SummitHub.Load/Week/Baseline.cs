using SummitHub.Contracts.Programme;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Week;

/// <summary>Books the timetable that was found once: fixed hours first, and what of them goes against a rule by the desk's override.</summary>
internal static class Baseline
{
    /// <summary>Books all; answers the meetings that needed an override and those that were refused though nothing excuses them.</summary>
    public static async Task<(IReadOnlyList<string> Overridden, IReadOnlyList<string> Refused)> Book(WeekRun run, int callers, CancellationToken stop)
    {
        var overridden = new List<string>();
        var refused = new List<string>();
        var isReal = run.Inputs.Week.BaselineMeetings.ToLookup(one => run.Requests[one.RequestId].IsReal);
        foreach (var meeting in isReal[true].OrderBy(one => one.Start))
        {
            var booking = run.Booking(meeting);
            if (await run.Ask(booking, stop) is not Refused { Refusal: var no }) continue;
            Progress.Say($"{meeting.Id} ({run.Requests[meeting.RequestId].Ref}) by override: {no.Reason}: {no.Detail}");
            await run.Must(booking with { Id = OperationId.Parse($"{booking.Id}-o"), OverrideReason = WeekRun.FixedHour }, stop);
            overridden.Add(meeting.Id);
        }

        await Parallel.ForEachAsync(isReal[false], new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = stop }, async (meeting, cancel) =>
        {
            var answer = await run.Ask(run.Booking(meeting), cancel);
            if (answer is Accepted) return;
            Progress.Say($"WRONG: {meeting.Id} was answered {WeekRun.Said(answer)}");
            lock (refused) refused.Add(meeting.Id);
        });
        return (overridden, refused);
    }
}
