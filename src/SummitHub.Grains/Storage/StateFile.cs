using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SummitHub.Grains.Storage;

/// <summary>
/// The SQLite file that keeps grains' states: one table, one writer thread, and as many queued writes in one synced transaction as
/// are waiting, so that the sync to disk is shared. A write is durable when its task completes.
/// </summary>
internal sealed class StateFile : IAsyncDisposable
{
    private const int MostInATransaction = 256;
    private const int MostWaiting = 4096;
    private const long Format = 1;

    private readonly Channel<StateWrite> _queue =
        Channel.CreateBounded<StateWrite>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly Lock _reading = new();
    private readonly SqliteConnection _reader;
    private readonly SqliteConnection _writer;
    private readonly Task _writing;

    /// <summary>Opens the file, or makes it, and proves that what it acknowledges is synced.</summary>
    /// <exception cref="InvalidOperationException">The file is of another format, or the engine does not sync as asked.</exception>
    public StateFile(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        _writer = Open(path);
        try
        {
            Prove(path);
            _reader = Open(path);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }

        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Queues a write; its outcome is <see cref="StateWrite.Done"/>.</summary>
    public async Task<bool> WriteAsync(StateWrite write)
    {
        await _queue.Writer.WriteAsync(write);
        return await write.Done;
    }

    /// <summary>Reads a state as it was last committed; null where there is none.</summary>
    public Task<StoredState?> ReadAsync(StateKey key) => Task.Run(() =>
    {
        lock (_reading)
        {
            using var select = Command(_reader, "SELECT etag, payload FROM state WHERE name = $name AND id = $id", key);
            using var row = select.ExecuteReader();
            return row.Read() ? new StoredState(row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
        }
    });

    /// <summary>The grains that left work unfinished, at most so many.</summary>
    public Task<List<string>> UnfinishedAsync(int most) => Task.Run(() =>
    {
        lock (_reading)
        {
            using var select = Command(_reader, "SELECT DISTINCT id FROM state WHERE unfinished = 1 LIMIT $most");
            select.Parameters.AddWithValue("$most", most);
            using var row = select.ExecuteReader();
            var found = new List<string>();
            while (row.Read()) found.Add(row.GetString(0));
            return found;
        }
    });

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        lock (_reading) _reader.Dispose();
        await _writer.DisposeAsync();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var pragmas = Command(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private void Prove(string path)
    {
        var journal = (string)Ask("PRAGMA journal_mode");
        var sync = (long)Ask("PRAGMA synchronous");
        if (journal != "wal" || sync != 2)
            throw new InvalidOperationException($"The state file {path} is not synced on commit: journal_mode {journal}, synchronous {sync}; expected wal and 2.");

        var format = (long)Ask("PRAGMA user_version");
        if (format is not (0 or Format))
            throw new InvalidOperationException($"The state file {path} is of format {format}; this version reads {Format}.");

        using var create = Command(_writer, $"""
            CREATE TABLE IF NOT EXISTS state (
                name TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, unfinished INTEGER NOT NULL, payload BLOB NOT NULL,
                PRIMARY KEY (name, id)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS unfinished_state ON state (id) WHERE unfinished = 1;
            PRAGMA user_version = {Format};
            """);
        create.ExecuteNonQuery();
    }

    private object Ask(string question)
    {
        using var command = Command(_writer, question);
        return command.ExecuteScalar()!;
    }

    private void Write()
    {
        var batch = new List<StateWrite>(MostInATransaction);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostInATransaction && _queue.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                using var transaction = _writer.BeginTransaction();
                foreach (var write in batch) Carry(write, transaction);
                transaction.Commit();
                batch.ForEach(w => w.Committed());
            }
            catch (Exception error) // whatever failed, every caller of this transaction is told
            {
                batch.ForEach(w => w.Failed(error));
            }

            batch.Clear();
        }
    }

    private void Carry(StateWrite write, SqliteTransaction transaction)
    {
        using var select = Command(_writer, "SELECT etag FROM state WHERE name = $name AND id = $id", write.Key, transaction);
        if (!write.Matches((string?)select.ExecuteScalar())) return;
        if (write.Payload is not { } payload)
        {
            using var delete = Command(_writer, "DELETE FROM state WHERE name = $name AND id = $id", write.Key, transaction);
            delete.ExecuteNonQuery();
            return;
        }

        const string Upsert = """
            INSERT INTO state (name, id, etag, unfinished, payload) VALUES ($name, $id, $etag, $unfinished, $payload)
            ON CONFLICT (name, id) DO UPDATE SET etag = $etag, unfinished = $unfinished, payload = $payload
            """;
        using var upsert = Command(_writer, Upsert, write.Key, transaction);
        upsert.Parameters.AddWithValue("$etag", write.Written);
        upsert.Parameters.AddWithValue("$unfinished", write.Unfinished ? 1 : 0);
        upsert.Parameters.AddWithValue("$payload", payload.ToArray());
        upsert.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, StateKey? key = null, SqliteTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        if (key is not { } named) return command;
        command.Parameters.AddWithValue("$name", named.Name);
        command.Parameters.AddWithValue("$id", named.Grain);
        return command;
    }
}
