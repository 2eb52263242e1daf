using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>A real store whose appends a test can hold back, whose answers it can lose, and which it can cut off.</summary>
internal sealed class UnreliableStore(IJournalStore inner) : IJournalStore
{
    private readonly Lock gate = new();
    private readonly List<int> sizes = [];
    private TaskCompletionSource? held;
    private int toLose;
    private int refused;
    private int headsAsked;
    private volatile bool cut;
    private volatile bool headsToo;

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

    /// <summary>Whether nudges get lost.</summary>
    public bool Deaf { get; set; }

    /// <summary>A head that is shown instead of the log's own; null for its own.</summary>
    public JournalHead? Shown { get; set; }

    /// <summary>How many calls failed while it was cut off.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>How often it was asked for the head.</summary>
    public int HeadsAsked => Volatile.Read(ref headsAsked);

    /// <summary>Every call fails from now on; or only reading and appending, while the head is still told.</summary>
    public void Cut(bool headsToo = true) => (this.headsToo, cut) = (headsToo, true);

    /// <summary>It is back.</summary>
    public void Mend() => cut = false;

    public async Task<JournalHead> AppendAsync(SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        Fail();
        lock (gate) sizes.Add(entries.Count);
        if (held is { } hold) await hold.Task;
        var head = await inner.AppendAsync(summit, fence, entries, cancellation);
        return entries.Count > 0 && Interlocked.Decrement(ref toLose) >= 0 ? throw new IOException("The answer was lost on the way.") : head;
    }

    public ValueTask<string> ProveAsync(CancellationToken cancellation) => inner.ProveAsync(cancellation);

    public async Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation)
    {
        Interlocked.Increment(ref headsAsked);
        if (headsToo) Fail();
        return Shown ?? await inner.HeadAsync(summit, cancellation);
    }

    public Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation) => inner.CreateAsync(summit, epoch, cancellation);

    public IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, long count, CancellationToken cancellation)
    {
        Fail();
        return inner.ReadAsync(summit, after, count, cancellation);
    }

    public Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation)
    {
        Fail();
        return inner.AtAsync(summit, positions, cancellation);
    }

    public IDisposable Follow(SummitId summit, Action<long> nudge) => inner.Follow(summit, length =>
    {
        if (!Deaf) nudge(length);
    });

    public Task DropAsync(SummitId summit, CancellationToken cancellation) => inner.DropAsync(summit, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Fail()
    {
        if (!cut) return;
        Interlocked.Increment(ref refused);
        throw new IOException("The store is cut off.");
    }
}
