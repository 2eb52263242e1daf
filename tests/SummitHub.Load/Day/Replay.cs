using SummitHub.Contracts.Programme;
using SummitHub.Load.Verbs;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>Replays the events one after the other by the table, and explains every refusal.</summary>
internal sealed class Replay(WeekRun run, DayTable table, Outcomes outcomes)
{
    private readonly Dictionary<string, int> _explained = new(StringComparer.Ordinal);

    /// <summary>Events that were done, as such or as the table foresees.</summary>
    public int Applied { get; private set; }

    /// <summary>Refusals, all foreseen by the table.</summary>
    public int Refused { get; private set; }

    /// <summary>Overrides by the desk that followed.</summary>
    public int Overridden { get; private set; }

    /// <summary>What the table does not foresee: wrong.</summary>
    public List<string> Unforeseen { get; } = [];

    /// <summary>Replays a day.</summary>
    public async Task Run(IReadOnlyList<DayEvent> events, CancellationToken stop)
    {
        foreach (var happened in events)
        {
            var done = happened.Type == "outcome.recorded" ? await Record(happened) : await Do(happened, stop);
            if (done) Applied++;
        }

        foreach (var (what, times) in _explained.OrderBy(one => one.Key, StringComparer.Ordinal)) Progress.Say($"foreseen {times,4} times: {what}");
    }

    private async Task<bool> Record(DayEvent happened)
    {
        if (await outcomes.Record(happened) is not { } no) return true;
        Unforeseen.Add($"{happened.Seq} {happened.Type} {happened.MeetingId}: {no.Reason}: {no.Detail}");
        return false;
    }

    private async Task<bool> Do(DayEvent happened, CancellationToken stop)
    {
        foreach (var step in table.Of(happened))
        {
            if (step.Operation.Commands.IsEmpty) continue;
            if (await run.Ask(step.Operation, stop) is not Refused { Refusal: var no }) continue;
            if (!step.Foreseen.Contains(no.Reason))
            {
                Unforeseen.Add($"{happened.Seq} {happened.Type} {happened.MeetingId} by {happened.By}: {no.Reason}: {no.Detail}");
                return false;
            }

            Refused++;
            var follows = step.Instead is null ? "nothing follows" : "the desk overrides";
            Explain($"{happened.Type} {no.Reason}, {follows}");
            if (step.Instead is not { } instead) continue;
            Progress.Say($"{happened.Seq} {happened.Type} {happened.MeetingId} by override: {no.Reason}: {no.Detail}");
            Overridden++;
            if (await run.Ask(instead, stop) is not Refused { Refusal: var still }) return true;
            Unforeseen.Add($"{happened.Seq} {happened.Type} {happened.MeetingId}, though by override: {still.Reason}: {still.Detail}");
            return false;
        }

        return true;
    }

    private void Explain(string what) => _explained[what] = _explained.GetValueOrDefault(what) + 1;
}
