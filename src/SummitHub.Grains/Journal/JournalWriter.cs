using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// Commits in groups for one activation: while one append is in flight, what is added waits and goes out together in the next.
/// <see cref="Add"/> is called from the activation's scheduler alone; confirmations complete on any thread. After the first
/// append that was fenced, failed or has an unknown outcome, nothing is sent any more and nobody is answered.
/// </summary>
public sealed class JournalWriter
{
    private readonly IJournalStore store;
    private readonly JournalChain chain;
    private readonly SummitId summit;

    // Completion comes on a thread of the store and sends the next append at once, without a turn of the grain: hence the lock.
    private readonly Lock gate = new();
    private readonly Queue<JournalBatch> waiting = new();
    private JournalBatch? open;
    private bool sending;
    private JournalHead confirmed;
    private JournalHash tail;
    private long length;
    private int pending;
    private int waiters;
    private volatile Exception? failed;

    /// <summary>Writes on from <paramref name="head"/>, as the store has just answered it.</summary>
    public JournalWriter(IJournalStore store, JournalChain chain, SummitId summit, JournalHead head)
    {
        this.store = store;
        this.chain = chain;
        this.summit = summit;
        confirmed = head;
        length = head.Length;
        tail = head.Last;
    }

    /// <summary>The first failure, set before anything else happens; null while all is well. It stays.</summary>
    public Exception? Failed => failed;

    /// <summary>How many confirmations are awaited; new commands are refused at <see cref="JournalLimits.Waiters"/>.</summary>
    public int Waiting => Volatile.Read(ref waiters);

    /// <summary>The version as it stands: all entries added, confirmed or not.</summary>
    public long Length => length;

    /// <summary>The hash of the last entry added, confirmed or not.</summary>
    public JournalHash Last => tail;

    /// <summary>The head that the store confirmed last.</summary>
    public JournalHead Head
    {
        get
        {
            lock (gate)
            {
                return confirmed;
            }
        }
    }

    /// <summary>Seals the next entry. It is sent when <see cref="Confirmed"/> is next called, or in the wake of what is in flight.</summary>
    /// <returns>The hash that seals it.</returns>
    /// <exception cref="JournalFailedException">An earlier append failed.</exception>
    /// <exception cref="ArgumentException">The payload is larger than one append may be.</exception>
    public JournalHash Add(ReadOnlyMemory<byte> payload)
    {
        ThrowIfFailed();
        if (payload.Length > JournalLimits.BytesPerAppend)
        {
            throw new ArgumentException($"An entry has at most {JournalLimits.BytesPerAppend} bytes, not {payload.Length}.", nameof(payload));
        }

        var entry = chain.Seal(tail, length + 1, payload);
        lock (gate)
        {
            if (pending >= JournalLimits.EntriesPending)
            {
                throw new InvalidOperationException($"{pending} entries of {summit} wait to be sent: refuse commands while {nameof(Waiting)} is at its limit.");
            }

            var batch = open is { } room && room.Takes(payload.Length) ? room : OpenBatch();
            batch.Add(entry);
            pending++;
        }

        length = entry.Position;
        return tail = entry.Hash;
    }

    /// <summary>
    /// Completes when a store call begun after this one has confirmed the version as it stands now: every entry added so far is
    /// durable and no other writer has come between. With nothing pending that is an append of no entries.
    /// </summary>
    /// <returns>One task shared by all who ride in the same append; it fails with <see cref="JournalFailedException"/>.</returns>
    public Task Confirmed()
    {
        Task task;
        bool begin;
        lock (gate)
        {
            if (failed is { } cause)
            {
                return Task.FromException(new JournalFailedException(cause));
            }

            // The batch still open, even if full, holds or follows all that was added: it confirms the version as it stands.
            var batch = open ?? OpenBatch();
            batch.Waiters++;
            waiters++;
            task = batch.Task;
            begin = !sending;
            sending = true;
        }

        if (begin)
        {
            _ = SendAsync();
        }

        return task;
    }

    private JournalBatch OpenBatch()
    {
        open = new JournalBatch();
        waiting.Enqueue(open);
        return open;
    }

    private async Task SendAsync()
    {
        while (Next() is { } batch)
        {
            try
            {
                // Only this loop moves the confirmed head, so it is read without the lock.
                var head = await store.AppendAsync(summit, confirmed, batch.Entries, CancellationToken.None).ConfigureAwait(false);
                Complete(batch, head);
            }
#pragma warning disable CA1031 // Whatever it is, the outcome is unknown and the writer is finished.
            catch (Exception cause)
#pragma warning restore CA1031
            {
                failed = cause;
                Fail(batch, cause);
            }
        }
    }

    private JournalBatch? Next()
    {
        lock (gate)
        {
            if (failed is not null || !waiting.TryDequeue(out var batch))
            {
                sending = false;
                return null;
            }

            if (batch == open)
            {
                open = null;
            }

            pending -= batch.Entries.Count;
            return batch;
        }
    }

    private void Complete(JournalBatch batch, JournalHead head)
    {
        var expected = JournalLimits.After(confirmed, batch.Entries);
        if (head != expected)
        {
            throw new JournalRefusedException($"The store of {summit} answered an append with {head} where {expected} was due.");
        }

        lock (gate)
        {
            confirmed = head;
            waiters -= batch.Waiters;
        }

        batch.Complete();
    }

    private void Fail(JournalBatch batch, Exception cause)
    {
        JournalBatch[] rest;
        lock (gate)
        {
            rest = [batch, .. waiting];
            waiting.Clear();
            open = null;
            waiters = 0;
        }

        var why = new JournalFailedException(cause);
        foreach (var each in rest)
        {
            each.Fail(why);
        }
    }

    private void ThrowIfFailed()
    {
        if (failed is { } cause)
        {
            throw new JournalFailedException(cause);
        }
    }
}
