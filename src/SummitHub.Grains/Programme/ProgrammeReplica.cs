using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>
/// This server's copy of one summit's programme: it tails the log and folds it as the programme does. All reading is done here, so
/// readers never ask the grain. The store's nudge, or the grain in the same process, makes it quick; a cursor over the log is the
/// truth; a poll each second is the safety net. What does not follow from what it has read stops it: it stays where it is, its age in
/// sight, and looks again each second. Thread-safe.
/// </summary>
public sealed partial class ProgrammeReplica : IAsyncDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NudgeRest = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private readonly IJournalStore store;
    private readonly LogReader reader;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly IDisposable following;
    private readonly ITimer polling;
    private readonly LogNews news = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RecentEntries recent = new();
    private readonly HashSet<Audience> touched = [];
    private readonly Task tailing;

    private ProgrammeState state = new();
    private AudienceHistory audiences = new();
    private Guid epoch;
    private JournalHash last;
    private DateTimeOffset confirmedAt;
    private TaskCompletionSource? moved;
    private Exception? torn;
    private bool failing;

    internal ProgrammeReplica(SummitId summit, IJournalStore store, LogReader reader, TimeProvider time, ILogger log)
    {
        Summit = summit;
        (this.store, this.reader, this.time, this.log) = (store, reader, time, log);
        following = store.Follow(summit, news.Grew);
        polling = time.CreateTimer(_ => news.Look(), null, PollEvery, PollEvery);
        tailing = Task.Run(TailAsync);
    }

    /// <summary>
    /// Told, once some entries are folded, whose view they have changed: under the replica's lock, so it must return at once and wait for no
    /// lock under which somebody reads here. The set is good until then. What fails in one who listens is logged and stops nobody else.
    /// </summary>
    public event Action<IReadOnlySet<Audience>>? Applied;

    /// <summary>Told when the log was replaced by another: everything seen before is void. As <see cref="Applied"/>.</summary>
    public event Action? Replaced;

    /// <summary>Whose programme it is.</summary>
    public SummitId Summit { get; }

    /// <summary>When the head of the log was last confirmed, in real UTC time: the age of everything read here.</summary>
    public DateTimeOffset ConfirmedAt
    {
        get
        {
            lock (gate) return confirmedAt;
        }
    }

    /// <summary>Done when the log has been read once to its end.</summary>
    public Task Loaded => loaded.Task;

    /// <summary>Reads the replica as it stands. The function runs under the lock: it takes what it needs and returns.</summary>
    public T Read<T>(Func<ReplicaView, T> read)
    {
        lock (gate) return read(new ReplicaView(epoch, state, audiences));
    }

    /// <summary>Waits until an entry is folded here, so that somebody reads what he has written.</summary>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public async Task ReachAsync(Guid inEpoch, long position, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (epoch == inEpoch && state.Length >= position) return;
                next = (moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            news.Look();
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes an entry that the programme in this process has just made durable, when it is the next. It throws nothing: whoever wrote is to be answered.</summary>
    internal void Offer(LogEntry entry, JournalHash hash, Guid inEpoch)
    {
        lock (gate)
        {
            if (torn is not null || inEpoch != epoch || entry.Position != state.Length + 1) return;
            try
            {
                Fold(entry, hash);
            }
            catch (Exception cause)
            {
                LogTorn(log, Summit, entry.Position, cause);
                return;
            }
            Tell();
            confirmedAt = time.GetUtcNow();
        }
    }

    /// <summary>A copy of the state that goes its own way, with the hash of its last entry; an empty one where the epoch is another.</summary>
    internal async Task<(ProgrammeState State, JournalHash Last)> ForkAsync(Guid ofEpoch, CancellationToken cancellation)
    {
        await loaded.Task.WaitAsync(cancellation);
        lock (gate) return epoch == ofEpoch ? (state.Fork(), last) : (new ProgrammeState(), JournalHash.None);
    }

    /// <summary>The entries at these positions, which are in ascending order: recent ones from memory, older ones from the store.</summary>
    /// <exception cref="JournalRefusedException">An older one is not what was written there.</exception>
    public async Task<List<LogEntry>> EntriesAsync(IReadOnlyList<long> positions, CancellationToken cancellation)
    {
        var known = new List<LogEntry>(positions.Count);
        var older = new List<long>();
        lock (gate)
            foreach (var position in positions)
                if (recent.At(position) is { } entry) known.Add(entry);
                else older.Add(position);
        return older.Count == 0 ? known : [.. (await reader.AtAsync(Summit, older, cancellation)).Concat(known).OrderBy(e => e.Position)];
    }

    /// <summary>The programme as it stood at an instant of the summit's clock: the log read from its beginning. It belongs to the caller.</summary>
    public async Task<ReplicaView> FoldUntilAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var (past, seen, inEpoch) = (new ProgrammeState(), new AudienceHistory(), Read(v => v.Epoch));
        await foreach (var run in reader.ReadAsync(Summit, 0, JournalHash.None, long.MaxValue, cancellation))
            foreach (var (entry, hash) in run)
            {
                if (entry.At > instant) return new ReplicaView(inEpoch, past, seen);
                past.Apply(entry);
                seen.Add(past, entry, hash.Check);
            }
        return new ReplicaView(inEpoch, past, seen);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        following.Dispose();
        await polling.DisposeAsync();
        await tailing;
        stopping.Dispose();
        news.Dispose();
    }

    private async Task TailAsync()
    {
        var cancellation = stopping.Token;
        try
        {
            while (true) await StepAsync(cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Nobody reads here any more.
        }
    }

    private async Task StepAsync(CancellationToken cancellation)
    {
        try
        {
            await CatchUpAsync(cancellation);
            loaded.TrySetResult();
            failing = false;
            do
            {
                await news.WaitAsync(cancellation);
                await Task.Delay(NudgeRest, time, cancellation);
            }
            while (!news.IsNewsAt(Read(v => v.State.Length)));
        }
        catch (Exception cause) when (cause is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            if (!failing) LogCutOff(log, Summit, cause);
            failing = true;
            await Task.Delay(PollEvery, time, cancellation);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        JournalHead known;
        lock (gate) known = new JournalHead(epoch, state.Length, last);
        var head = await store.HeadAsync(Summit, cancellation);
        long length;
        JournalHash from;
        lock (gate)
        {
            if ((head?.Epoch ?? Guid.Empty) != epoch) Replace(head?.Epoch ?? Guid.Empty);
            else if (torn is not null) throw new InvalidOperationException($"An entry of {Summit} was folded in half: what stands here is no state of it.", torn);
            else if (head is { } found && IsBehind(found, known)) throw new JournalRefusedException($"The log of {Summit} stands at {found}, but was read up to {known}: it was restored from an older copy or written over.");
            (length, from) = (state.Length, last);
        }
        if (head is { } to && to.Length > length)
            await foreach (var run in reader.ReadAsync(Summit, length, from, long.MaxValue, cancellation))
                Take(run, to.Epoch);
        lock (gate)
            if (asked > confirmedAt) confirmedAt = asked;
    }

    private static bool IsBehind(JournalHead found, JournalHead known) =>
        found.Epoch == known.Epoch && (found.Length < known.Length || (found.Length == known.Length && found.Last != known.Last));

    /// <summary>Folds what is new of a run: the programme in this process may have been quicker.</summary>
    private void Take(ImmutableArray<ReadEntry> run, Guid inEpoch)
    {
        lock (gate)
        {
            if (epoch != inEpoch) return;
            foreach (var (entry, hash) in run)
                if (entry.Position > state.Length)
                    Fold(entry, hash);
            Tell();
        }
    }

    private void Fold(LogEntry entry, JournalHash hash)
    {
        try
        {
            state.Apply(entry);
            last = hash;
            recent.Add(entry);
            touched.UnionWith(audiences.Add(state, entry, hash.Check));
        }
        catch (Exception cause)
        {
            torn = cause;
            throw;
        }
    }

    private void Tell()
    {
        if (touched.Count > 0) TellEach(Applied, one => one(touched));
        touched.Clear();
        if (moved is null) return;
        moved.TrySetResult();
        moved = null;
    }

    private void Replace(Guid with)
    {
        (state, audiences, last, epoch) = (new ProgrammeState(), new AudienceHistory(), JournalHash.None, with);
        recent.Clear();
        touched.Clear();
        torn = null;
        TellEach(Replaced, one => one());
    }

    /// <summary>Those who listen are told one by one: the fault of one is neither the log's, nor the others', nor the writer's.</summary>
    private void TellEach<T>(T? listeners, Action<T> tell)
        where T : Delegate
    {
        foreach (var one in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                tell(one);
            }
            catch (Exception cause)
            {
                LogNotHeard(log, Summit, cause);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "One who listens to the replica of {Summit} failed; the fold goes on")]
    private static partial void LogNotHeard(ILogger log, SummitId summit, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Position} of {Summit} could not be folded; its boards age from now on")]
    private static partial void LogTorn(ILogger log, SummitId summit, long position, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The replica of {Summit} is cut off from its log; its boards say so")]
    private static partial void LogCutOff(ILogger log, SummitId summit, Exception cause);
}
