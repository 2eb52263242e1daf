using System.Collections.Immutable;

namespace SummitHub.Composed.Leaks;

/// <summary>
/// Whether answers take longer, or less long, where the meeting is. Of several hundred doors some look slower by chance: one that leans at p &lt; 0.001 is
/// sampled anew, and counts where it leans to the same side at p &lt; 0.001 again. By chance alone that happens to one door in two million.
/// </summary>
internal sealed class Clockwork(ImmutableArray<Door> doors, ImmutableArray<string> verbs, DateTimeOffset at, Findings findings, Random chance)
{
    private const double Threshold = 0.001;
    private const int WarmUp = 10;

    /// <summary>How many doors were timed, each for one observer.</summary>
    public int Timed { get; private set; }

    /// <summary>How many leant in the first run.</summary>
    public int Suspected { get; private set; }

    /// <summary>Times the meeting's name beside one that nobody has, in pairs, either first as chance has it.</summary>
    public async Task NamesAsync(Observer observer, SecretMeeting meeting, int samples, CancellationToken stop)
    {
        foreach (var (real, nowhere) in doors.SelectMany(door => Timeable(door, meeting)))
        {
            if ((await observer.AskAsync(real, stop)).Body.Contains("noSuchVerb", StringComparison.Ordinal)) continue;
            await JudgeAsync(observer.Name, real, () => SampleAsync(observer, real, nowhere, samples, stop));
        }
    }

    /// <summary>
    /// Times doors that name no meeting on its day, while it is on that day and while it is on another, in turn. Each time with it is compared with the mean of
    /// the times without it before and after, so that what the machine does meanwhile counts for neither.
    /// </summary>
    public async Task PresenceAsync(IReadOnlyCollection<Observer> observers, SecretMeeting meeting, int samples, CancellationToken stop)
    {
        var looks = await LooksAsync(observers, stop);
        var first = await RoundsAsync(looks, meeting, samples, stop);
        var suspects = looks.Where((_, i) => Ranks.Test(first[i]).P < Threshold).ToList();
        (Timed, Suspected) = (Timed + looks.Count, Suspected + suspects.Count);
        if (suspects.Count == 0) return;
        var second = await RoundsAsync(suspects, meeting, samples, stop);
        for (var i = 0; i < suspects.Count; i++)
            Conclude(suspects[i].Who.Name, suspects[i].Call, Ranks.Test(first[looks.IndexOf(suspects[i])]), Ranks.Test(second[i]));
    }

    private async Task JudgeAsync(string who, Try call, Func<Task<List<double>>> sample)
    {
        Timed++;
        var first = Ranks.Test(await sample());
        if (first.P >= Threshold) return;
        Suspected++;
        Conclude(who, call, first, Ranks.Test(await sample()));
    }

    private void Conclude(string who, Try call, (double P, int Side) first, (double P, int Side) second)
    {
        if (second.P < Threshold && second.Side == first.Side) findings.Add(who, call.Door.Name, "tells by its time", $"{call}: p = {first.P:0.0e0} and {second.P:0.0e0}, {(first.Side > 0 ? "longer" : "shorter")} where it is");
    }

    private async Task<List<double>> SampleAsync(Observer observer, Try real, Try nowhere, int samples, CancellationToken stop)
    {
        var differences = new List<double>(samples);
        for (var i = -WarmUp; i < samples; i++)
        {
            var realFirst = chance.Next(2) == 0;
            var one = await observer.TimeAsync(realFirst ? real : nowhere, stop);
            var other = await observer.TimeAsync(realFirst ? nowhere : real, stop);
            if (i >= 0) differences.Add(realFirst ? one - other : other - one);
        }

        return differences;
    }

    private async Task<List<(Observer Who, Try Call)>> LooksAsync(IReadOnlyCollection<Observer> observers, CancellationToken stop)
    {
        var looks = new List<(Observer, Try)>();
        foreach (var observer in observers.Where(o => !o.SeesHolds))
            foreach (var door in doors.Where(d => d.Reads && !d.Pattern.EndsWith("/busy", StringComparison.Ordinal) && d.Pattern.Contains("{summit}", StringComparison.OrdinalIgnoreCase)))
            {
                // The richest query that is no past: a past is folded from the whole log, which is longer after each move.
                var call = Tries.Of(door, SecretMeeting.Nowhere, at, verbs).Where(t => !t.Path.Contains("at=", StringComparison.Ordinal)).MaxBy(t => t.Path.Count(c => c == '='))!;
                if ((await observer.AskAsync(call, stop)).Status == StatusCodes.Status200OK) looks.Add((observer, call));
            }

        return looks;
    }

    private static async Task<List<double>[]> RoundsAsync(List<(Observer Who, Try Call)> looks, SecretMeeting meeting, int samples, CancellationToken stop)
    {
        var (with, before) = (new long[looks.Count], new long[looks.Count]);
        var differences = looks.ConvertAll(_ => new List<double>(samples)).ToArray();
        for (var round = -WarmUp; round <= samples; round++)
        {
            await meeting.MoveAwayAsync();
            for (var i = 0; i < looks.Count; i++)
            {
                var without = await looks[i].Who.TimeAsync(looks[i].Call, stop);
                if (round > 0) differences[i].Add(with[i] - ((before[i] + without) / 2.0));
                before[i] = without;
            }

            await meeting.MoveAsync(Fill.Day);
            for (var i = 0; i < looks.Count; i++) with[i] = await looks[i].Who.TimeAsync(looks[i].Call, stop);
        }

        return differences;
    }

    /// <summary>Of each door, and of each of its verbs, the calls that go furthest.</summary>
    private IEnumerable<(Try Real, Try Nowhere)> Timeable(Door door, SecretMeeting meeting) =>
        Tries.Of(door, meeting.Id, at, verbs).Zip(Tries.Of(door, SecretMeeting.Nowhere, at, verbs))
            .Where(pair => pair.First.ToString() != pair.Second.ToString() && pair.First.IfMatch is null or "*" && !pair.First.Path.Contains('?'))
            .GroupBy(pair => (pair.First.Path, Verb(pair.First.Body)))
            .Select(ways => ways.LastOrDefault(way => way.First.IfMatch == "*" && !way.First.Body!.Contains("override", StringComparison.Ordinal), ways.First()));

    private static string? Verb(string? body) => body is not null && body.IndexOf("\"verb\":", StringComparison.Ordinal) is >= 0 and var from ? body[from..Math.Min(from + 20, body.Length)] : null;
}
