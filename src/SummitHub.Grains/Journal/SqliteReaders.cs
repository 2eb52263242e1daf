namespace SummitHub.Grains.Journal;

/// <summary>Connections for reading, opened as needed and kept: readers see the last commit and hold no writer up.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int MostKept = 8;

    private readonly Lock gate = new();
    private readonly Stack<SqliteLog> idle = new();
    private bool closed;

    /// <summary>Reads with a connection that nobody else uses meanwhile. One statement is one snapshot.</summary>
    public T Read<T>(Func<SqliteLog, T> look)
    {
        var log = Rent();
        try
        {
            log.Begin(toWrite: false);
            var seen = look(log);
            log.Commit();
            Return(log);
            return seen;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (idle.TryPop(out var log))
            {
                log.Dispose();
            }
        }
    }

    private SqliteLog Rent()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (idle.TryPop(out var log))
            {
                return log;
            }
        }

        return SqliteLog.Open(path);
    }

    private void Return(SqliteLog log)
    {
        lock (gate)
        {
            if (!closed && idle.Count < MostKept)
            {
                idle.Push(log);
                return;
            }
        }

        log.Dispose();
    }
}
