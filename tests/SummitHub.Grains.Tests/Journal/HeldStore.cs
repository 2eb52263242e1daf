using System.Threading.Channels;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

/// <summary>A store whose appends wait until the test says how they end.</summary>
internal sealed class HeldStore : IJournalStore
{
    private readonly Channel<HeldAppend> appends = Channel.CreateUnbounded<HeldAppend>();

    public int Calls { get; private set; }

    public Task<JournalHead> AppendAsync(SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        Calls++;
        var append = new HeldAppend(fence, [.. entries]);
        appends.Writer.TryWrite(append);
        return append.Answer.Task;
    }

    /// <summary>The next append that was sent and not yet taken.</summary>
    public async Task<HeldAppend> NextAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        return await appends.Reader.ReadAsync(deadline.Token);
    }

    public ValueTask<string> ProveAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation) => throw new NotSupportedException();

    public IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, long count, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation) => throw new NotSupportedException();

    public IDisposable Follow(SummitId summit, Action<long> nudge) => throw new NotSupportedException();

    public Task DropAsync(SummitId summit, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>One append in flight.</summary>
internal sealed record HeldAppend(JournalHead Fence, IReadOnlyList<JournalEntry> Entries)
{
    public TaskCompletionSource<JournalHead> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Keep() => Answer.SetResult(
        Entries.Count == 0 ? Fence : Fence with { Length = Fence.Length + Entries.Count, Last = Entries[^1].Hash });
}
