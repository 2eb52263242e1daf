using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>One thing the writer thread does inside a transaction that it may share with others, and the task that waits for it.</summary>
/// <param name="writes">Whether it needs a transaction that writes; one that only looks costs no sync.</param>
internal abstract class SqliteWork(bool writes)
{
    public bool Writes { get; } = writes;

    /// <summary>Does it. What this throws fails the whole transaction.</summary>
    public abstract void Do(SqliteLog log);

    /// <summary>The transaction is on disk.</summary>
    public abstract void Complete();

    /// <summary>The transaction failed, or its outcome is unknown.</summary>
    public abstract void Fail(Exception cause);
}

internal abstract class SqliteWork<T>(bool writes) : SqliteWork(writes)
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? refusal;

    public Task<T> Task => done.Task;

    public override void Do(SqliteLog log)
    {
        try
        {
            result = Run(log);
        }
        catch (Exception refused) when (refused is JournalFencedException or JournalRefusedException)
        {
            refusal = refused; // Found out before anything was written: the others of this transaction go on.
        }
    }

    public override void Complete()
    {
        if (refusal is not null)
        {
            done.SetException(refusal);
            return;
        }

        done.SetResult(result!);
        Done(result!);
    }

    public override void Fail(Exception cause) => done.SetException(cause);

    protected abstract T Run(SqliteLog log);

    protected virtual void Done(T result)
    {
    }
}

internal sealed class SqliteAppend(SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, SqliteFollowers followers)
    : SqliteWork<JournalHead>(writes: entries.Count > 0)
{
    protected override JournalHead Run(SqliteLog log)
    {
        var found = log.Head(summit);
        if (found != fence)
        {
            throw new JournalFencedException(summit, fence, found);
        }

        log.Append(summit, entries);
        return JournalLimits.After(fence, entries);
    }

    protected override void Done(JournalHead result)
    {
        if (Writes)
        {
            followers.Nudge(summit, result.Length);
        }
    }
}

internal sealed class SqliteCreate(SummitId summit, Guid epoch) : SqliteWork<JournalHead>(writes: true)
{
    protected override JournalHead Run(SqliteLog log)
    {
        if (log.Head(summit) is { } existing)
        {
            return existing;
        }

        log.Create(summit, epoch);
        return new JournalHead(epoch, 0, JournalHash.None);
    }
}

internal sealed class SqliteDrop(SummitId summit) : SqliteWork<bool>(writes: true)
{
    protected override bool Run(SqliteLog log)
    {
        log.Drop(summit);
        return true;
    }
}

/// <summary>Looks, on the connection that writes, whether each commit really is synced. A build of SQLite or a setting may say no.</summary>
internal sealed class SqliteProof(string path) : SqliteWork<bool>(writes: false)
{
    protected override bool Run(SqliteLog log)
    {
        var mode = log.Pragma("journal_mode");
        var synchronous = log.Pragma("synchronous");
        if (mode != "wal" || synchronous != "2")
        {
            throw new JournalRefusedException(
                $"The journal {path} runs with journal_mode={mode} and synchronous={synchronous}; it needs wal and 2 (FULL). "
                + "Put it on a local disk that supports shared memory files.");
        }

        log.RefuseOrphans();
        return true;
    }
}
