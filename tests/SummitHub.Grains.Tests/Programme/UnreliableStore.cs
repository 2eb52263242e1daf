using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>A real store whose appends a test can hold back, or whose answers it can lose.</summary>
internal sealed class UnreliableStore(IJournalStore inner) : IJournalStore
{
    private readonly Lock gate = new();
    private readonly List<int> sizes = [];
    private TaskCompletionSource? held;
    private int toLose;

    /// <summary>How many entries each append carried, in order.</summary>
    public IReadOnlyList<int> Appends
    {
        get
        {
            lock (gate) return [.. sizes];
        }
    }

    /// <summary>Holds every append back until it is released.</summary>
    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        var release = held!;
        held = null;
        release.SetResult();
    }

    /// <summary>The next appends are done, but their answers are lost.</summary>
    public void LoseAnswers(int count) => Interlocked.Exchange(ref toLose, count);

    public async Task<JournalHead> AppendAsync(SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        lock (gate) sizes.Add(entries.Count);
        if (held is { } hold) await hold.Task;
        var head = await inner.AppendAsync(summit, fence, entries, cancellation);
        return entries.Count > 0 && Interlocked.Decrement(ref toLose) >= 0 ? throw new IOException("The answer was lost on the way.") : head;
    }

    public ValueTask<string> ProveAsync(CancellationToken cancellation) => inner.ProveAsync(cancellation);

    public Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation) => inner.HeadAsync(summit, cancellation);

    public Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation) => inner.CreateAsync(summit, epoch, cancellation);

    public IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, long count, CancellationToken cancellation) => inner.ReadAsync(summit, after, count, cancellation);

    public IDisposable Follow(SummitId summit, Action<long> nudge) => inner.Follow(summit, nudge);

    public Task DropAsync(SummitId summit, CancellationToken cancellation) => inner.DropAsync(summit, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
