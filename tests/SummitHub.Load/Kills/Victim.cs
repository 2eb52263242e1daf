using System.Diagnostics;
using SummitHub.Contracts.Programme;
using SummitHub.Load.Bookings;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Kills;

/// <summary>A server that is killed again and again, and the callers that book at it meanwhile.</summary>
internal sealed class Victim(HubServer server, Workload workload, Ledger ledger)
{
    private const string Summit = "kills";
    private const int LooksAtOnce = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private int _next = -1;

    /// <summary>Founds the summit and makes its log long.</summary>
    public async Task Begin(int entries, CancellationToken stop)
    {
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        var founded = await client.Programme(Summit).Ask(Actors.System.Asks("found", new FoundSummit(LoadSummit.Of(workload, Summit))), stop);
        if (founded is not Accepted) throw new InvalidOperationException($"The summit was not founded: {founded}");
        var written = 0;
        await Task.WhenAll(Enumerable.Range(0, LooksAtOnce).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref written) < entries)
                if (await Book(client.Programme(Summit)) && Interlocked.Increment(ref written) is var so && so % 50_000 == 0)
                    Progress.Say($"The log is being made long: {so} of {entries}");
        }, stop)));
    }

    /// <summary>Books with several callers until the server dies, which it does after a while.</summary>
    public async Task BookAndKill(int callers, TimeSpan after, CancellationToken stop)
    {
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        using var dead = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var booking = Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (!dead.IsCancellationRequested) await ((Task)Book(client.Programme(Summit))).WaitAsync(dead.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }, stop)).ToArray();
        await Task.Delay(after, stop);
        await server.Process.KillNow();
        await dead.CancelAsync();
        await Task.WhenAll(booking);
    }

    /// <summary>Starts it again; answers how long it took until the summit answered a question.</summary>
    /// <exception cref="ServerRefusedException">It did not start, or the summit was refused.</exception>
    public async Task<TimeSpan> Recover(CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        await server.Restart(stop);
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        var known = ledger.Acknowledged.Keys.First();
        string last;
        do
        {
            try
            {
                if (await client.Programme(Summit).Execute(Operation(known)) is Accepted or Refused) return Stopwatch.GetElapsedTime(began);
                last = "it was busy";
            }
            catch (Exception fault) when (Asking.IsFailure(fault) || fault is not OperationCanceledException)
            {
                last = fault.Message;
                if (last.Contains("were acknowledged", StringComparison.Ordinal)) throw new ServerRefusedException(last);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), stop);
        }
        while (Stopwatch.GetElapsedTime(began) < Patience);
        throw new ServerRefusedException($"{last} {server.Process.LastWords}");
    }

    /// <summary>Looks bookings up; answers those that are gone or stand elsewhere in the log. Asks for what had no answer again, too.</summary>
    public async Task<IReadOnlyList<int>> Lost(IEnumerable<int> numbers, CancellationToken stop)
    {
        await using var client = await GrainClient.Connect(server.Gateway, stop);
        foreach (var number in ledger.Unanswered) await Book(client.Programme(Summit), number);
        var lost = new List<int>();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = LooksAtOnce, CancellationToken = stop }, async (number, cancel) =>
        {
            var answer = await client.Programme(Summit).Ask(Operation(number), cancel);
            if (answer is Accepted { Repeated: true } again && again.Position == ledger.Acknowledged[number]) return;
            Progress.Say($"WRONG: booking {number}, acknowledged at {ledger.Acknowledged[number]}, is answered {answer}");
            lock (lost) lost.Add(number);
        });
        return lost;
    }

    private Task<bool> Book(IProgrammeGrain programme) => Book(programme, Interlocked.Increment(ref _next));

    /// <summary>Asks for a booking; true where it was acknowledged.</summary>
    private async Task<bool> Book(IProgrammeGrain programme, int number)
    {
        if (number >= workload.Sequence.Length) throw new UsageException("The workload is at its end: fewer --entries or --count.");
        ledger.NoAnswer(number);
        try
        {
            switch (await programme.Execute(Operation(number)))
            {
                case Accepted accepted: ledger.Accepted(number, accepted.Position); return true;
                case Refused: ledger.Refused(number); break;
            }
        }
        catch (Exception fault) when (Asking.IsFailure(fault))
        {
            // It stays without an answer.
        }

        return false;
    }

    private Operation Operation(int number) => GrainContender.Booking(workload.Sequence[number]);
}
