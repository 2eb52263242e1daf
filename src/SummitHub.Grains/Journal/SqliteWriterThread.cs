namespace SummitHub.Grains.Journal;

/// <summary>
/// The one thread that writes: whatever has queued up while it synced goes into the next transaction together, so a sync is
/// shared by all the summits of a server. A thread of its own, because a sync blocks and the pool has better things to do.
/// </summary>
internal sealed class SqliteWriterThread
{
    private const int MostQueued = 4096;
    private const int MostTogether = 64;

    private readonly SqliteLog log;
    private readonly object gate = new();
    private readonly Queue<SqliteWork> queue = new();
    private readonly List<SqliteWork> together = new(MostTogether);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool closed;

    public SqliteWriterThread(SqliteLog log)
    {
        this.log = log;
        new Thread(Write) { IsBackground = true, Name = "journal writer" }.Start();
    }

    /// <summary>Queues work; it fails at once when the queue is full or closed, and then nothing was done.</summary>
    public Task<T> Do<T>(SqliteWork<T> work)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (queue.Count >= MostQueued)
            {
                throw new InvalidOperationException($"{queue.Count} appends wait for the journal's disk; it does not keep up.");
            }

            queue.Enqueue(work);
            if (queue.Count == 1)
            {
                Monitor.Pulse(gate);
            }
        }

        return work.Task;
    }

    /// <summary>Takes no more work, does what is queued, and ends the thread.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }

        return ended.Task;
    }

    private void Write()
    {
        while (Take())
        {
            try
            {
                log.Begin(together.Exists(work => work.Writes));
                together.ForEach(work => work.Do(log));
                log.Commit();
            }
#pragma warning disable CA1031 // Whatever it is, those who wait must hear of it.
            catch (Exception cause)
#pragma warning restore CA1031
            {
                Undo(cause);
                continue;
            }

            together.ForEach(work => work.Complete());
        }

        log.Dispose();
        ended.SetResult();
    }

    private bool Take()
    {
        together.Clear();
        lock (gate)
        {
            while (queue.Count == 0)
            {
                if (closed)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            while (together.Count < MostTogether && queue.TryDequeue(out var work))
            {
                together.Add(work);
            }
        }

        return true;
    }

    private void Undo(Exception cause)
    {
        try
        {
            log.Rollback();
        }
#pragma warning disable CA1031 // The next transaction will say what is wrong, if it still is.
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        together.ForEach(work => work.Fail(cause));
    }
}
