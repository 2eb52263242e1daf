using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>The farm, as the verb that started it speaks to it.</summary>
internal sealed class Farm(Part part) : IAsyncDisposable
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts its process.</summary>
    public static async Task<Farm> Start(CancellationToken stop) => new(await Part.Start("boards", null, stop));

    /// <summary>Closes the boards there are and connects others.</summary>
    public Task Open(FarmPlan plan, CancellationToken stop) => part.Tell("/open", plan, stop);

    /// <summary>Forgets what was counted.</summary>
    public Task Reset(CancellationToken stop) => part.Tell("/reset", null, stop);

    /// <summary>Keeps what one board of each audience sees from now on.</summary>
    public Task Record(CancellationToken stop) => part.Tell("/record", null, stop);

    /// <summary>Answers what was kept: JSON texts by audience.</summary>
    public Task<Dictionary<string, List<string>>> Recorded(CancellationToken stop) => part.Ask<Dictionary<string, List<string>>>("/recorded", null, stop);

    /// <summary>What was counted.</summary>
    public Task<FarmReport> Report(IReadOnlyDictionary<int, long> taps, CancellationToken stop) => part.Ask<FarmReport>("/report", taps, stop);

    /// <summary>Waits until every board has shown a change; false when that does not come to be.</summary>
    public Task<bool> Shown(int number, CancellationToken stop) => Until("/shown", number, stop);

    /// <summary>Waits until so many deliveries have arrived; false when that does not come to be.</summary>
    public Task<bool> Delivered(long count, CancellationToken stop) => Until("/deliveries", count, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => part.DisposeAsync();

    private async Task<bool> Until(string what, long count, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            while (await part.Ask<long>(what, patience.Token) < count) await Task.Delay(LooksEvery, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Progress.Say($"WRONG: {what} did not reach {count} in {Patience.TotalSeconds} s");
            return false;
        }
    }
}
