using System.Diagnostics;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>One contender's turn: callers that each ask and wait, all drawing from one sequence until the time is over.</summary>
internal sealed class Round(long began, int? pace)
{
    private readonly List<int> _accepted = [];
    private int _next = -1;
    private int _refused;
    private int _asked;

    /// <summary>Bookings that were answered, yes or no, a second.</summary>
    public double PerSecond { get; private set; }

    /// <summary>The share that was refused.</summary>
    public double RefusedShare => (double)_refused / Math.Max(1, _asked);

    /// <summary>How long each caller waited for each answer.</summary>
    public IReadOnlyList<Latencies> Waited { get; private set; } = [];

    /// <summary>What is wrong with the answers or the store; empty when nothing is.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>Runs one turn and verifies it.</summary>
    /// <param name="contender">Whose turn.</param>
    /// <param name="workload">What is asked.</param>
    /// <param name="callers">How many ask at once, at most.</param>
    /// <param name="length">How long it takes.</param>
    /// <param name="pace">How many are asked a second; null for as many as are answered.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<Round> Run(IContender contender, Workload workload, int callers, TimeSpan length, int? pace, CancellationToken stop)
    {
        await contender.Begin(workload, callers, stop);
        // Half a million operations have just been made: the callers must not pause to make room for them while they are timed.
        GC.Collect();
        using var time = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var round = new Round(began, pace);
        time.CancelAfter(length);
        round.Waited = await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(() => round.Call(contender, workload, i, time.Token, stop))));
        var took = Stopwatch.GetElapsedTime(began);
        round.PerSecond = round._asked / took.TotalSeconds;
        round.Wrong = Verification.Of(workload, round._accepted, await contender.Look(round._accepted, stop), round._asked, round._refused);
        return round;
    }

    private async Task<Latencies> Call(IContender contender, Workload workload, int caller, CancellationToken time, CancellationToken stop)
    {
        var waited = new Latencies();
        var accepted = new List<int>();
        var (asked, refused) = (0, 0);
        while (!time.IsCancellationRequested && Interlocked.Increment(ref _next) is var next && next < workload.Sequence.Length)
        {
            if (pace is { } perSecond && TimeSpan.FromSeconds((double)next / perSecond) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, stop);
            var since = Stopwatch.GetTimestamp();
            var yes = await contender.Book(caller, workload.Sequence[next], stop);
            waited.AddSince(since);
            asked++;
            if (yes) accepted.Add(next);
            else refused++;
        }

        lock (_accepted)
        {
            _accepted.AddRange(accepted);
            _asked += asked;
            _refused += refused;
        }

        return waited;
    }
}
