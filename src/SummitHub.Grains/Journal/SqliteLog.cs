using Microsoft.Data.Sqlite;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// The logs in one SQLite file, through one connection, for one thread at a time. An entry's row id is its summit's number and
/// its position, so that appends go to the end of a B-tree without an index beside it.
/// </summary>
internal sealed class SqliteLog : IDisposable
{
    private const int PositionBits = 40;

    private readonly SqliteConnection connection;
    private readonly Dictionary<SummitId, long> numbers = [];
    private readonly SqliteStatement begin;
    private readonly SqliteStatement beginToWrite;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly SqliteStatement find;
    private readonly SqliteStatement last;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement create;
    private readonly SqliteStatement page;
    private readonly SqliteStatement at;

    private SqliteLog(SqliteConnection connection)
    {
        this.connection = connection;
        begin = new(connection, "BEGIN");
        beginToWrite = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        rollback = new(connection, "ROLLBACK");
        find = new(connection, "SELECT number, epoch FROM summit WHERE name = ?1");
        last = new(connection, "SELECT place, hash FROM journal WHERE place > ?1 AND place <= ?2 ORDER BY place DESC LIMIT 1");
        insert = new(connection, "INSERT INTO journal(place, hash, payload) VALUES(?1, ?2, ?3)");
        create = new(connection, "INSERT INTO summit(name, epoch) VALUES(?1, ?2)");
        page = new(connection, "SELECT place, hash, payload FROM journal WHERE place > ?1 AND place <= ?2 ORDER BY place");
        at = new(connection, "SELECT hash, payload FROM journal WHERE place = ?1");
    }

    /// <inheritdoc cref="SqliteLogFile.Open"/>
    public static SqliteLog Open(string path) => new(SqliteLogFile.Open(path));

    /// <summary>What a pragma answers on this connection.</summary>
    public string Pragma(string name) => SqliteLogFile.Ask(connection, $"PRAGMA {name}");

    /// <summary>Begins a transaction; one that writes takes its place in the queue of writers at once.</summary>
    public void Begin(bool toWrite) => (toWrite ? beginToWrite : begin).Run();

    public void Commit() => commit.Run();

    /// <summary>Ends a transaction that failed; SQLite may have ended it already.</summary>
    public void Rollback()
    {
        numbers.Clear();
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            rollback.Run();
        }
    }

    /// <summary>Where the log stands, or null without a trace of it.</summary>
    /// <exception cref="JournalRefusedException">There is a trace but no epoch.</exception>
    public JournalHead? Head(SummitId summit)
    {
        try
        {
            if (!find.Bind(1, summit.Value).Step())
            {
                return null;
            }

            var epoch = find.Blob(1);
            return epoch.Length == 16
                ? Head(numbers[summit] = find.Integer(0), new Guid(epoch))
                : throw new JournalRefusedException(
                    $"The journal knows {summit} but not the epoch of its log: the file was tampered with or damaged. Restore a whole copy of it.");
        }
        finally
        {
            find.Reset();
        }
    }

    public void Create(SummitId summit, Guid epoch) => create.Bind(1, summit.Value).Bind(2, epoch.ToByteArray()).Run();

    /// <summary>Adds entries behind a head that <see cref="Head(SummitId)"/> has just answered in this transaction.</summary>
    public void Append(SummitId summit, IReadOnlyList<JournalEntry> entries)
    {
        var floor = numbers[summit] << PositionBits;
        Span<byte> hash = stackalloc byte[JournalHash.Size];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            entry.Hash.Write(hash);
            insert.Bind(1, floor + entry.Position).Bind(2, hash).Bind(3, entry.Payload.Span).Run();
        }
    }

    public void Drop(SummitId summit)
    {
        if (Head(summit) is null)
        {
            return;
        }

        var floor = numbers[summit] << PositionBits;
        using var entries = new SqliteStatement(connection, "DELETE FROM journal WHERE place > ?1 AND place <= ?2");
        using var name = new SqliteStatement(connection, "DELETE FROM summit WHERE name = ?1");
        entries.Bind(1, floor).Bind(2, Ceiling(floor)).Run();
        name.Bind(1, summit.Value).Run();
        numbers.Remove(summit);
    }

    /// <summary>Reads on from a position until so many entries or bytes are reached; empty at the end.</summary>
    public List<JournalEntry> Page(SummitId summit, long after, int count, int bytes)
    {
        var found = new List<JournalEntry>();
        if (Head(summit) is null)
        {
            return found;
        }

        var floor = numbers[summit] << PositionBits;
        page.Bind(1, floor + after).Bind(2, Ceiling(floor));
        try
        {
            while (found.Count < count && bytes > 0 && page.Step())
            {
                var entry = new JournalEntry(page.Integer(0) - floor, JournalHash.Read(page.Blob(1)), page.Blob(2).ToArray());
                bytes -= entry.Payload.Length;
                found.Add(entry);
            }
        }
        finally
        {
            page.Reset();
        }

        return found;
    }

    /// <summary>The entries at these positions that there are.</summary>
    public List<JournalEntry> At(SummitId summit, IReadOnlyList<long> positions)
    {
        var found = new List<JournalEntry>(positions.Count);
        if (Head(summit) is null)
        {
            return found;
        }

        var floor = numbers[summit] << PositionBits;
        foreach (var position in positions)
        {
            if (at.Bind(1, floor + position).Step())
            {
                found.Add(new JournalEntry(position, JournalHash.Read(at.Blob(0)), at.Blob(1).ToArray()));
            }

            at.Reset();
        }

        return found;
    }

    /// <summary>Refuses entries whose summit is unknown: the row that names it, and its epoch, are gone.</summary>
    public void RefuseOrphans()
    {
        using var next = new SqliteStatement(connection, "SELECT place FROM journal WHERE place >= ?1 ORDER BY place LIMIT 1");
        using var known = new SqliteStatement(connection, "SELECT 1 FROM summit WHERE number = ?1");
        long number = 0;
        while (next.Bind(1, number << PositionBits).Step())
        {
            number = next.Integer(0) >> PositionBits;
            next.Reset();
            var isKnown = known.Bind(1, number).Step();
            known.Reset();
            if (!isKnown)
            {
                throw new JournalRefusedException($"The journal holds entries of a summit (number {number}) whose name and epoch are gone. Restore a whole copy of the file.");
            }

            number++;
        }

        next.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[begin, beginToWrite, commit, rollback, find, last, insert, create, page, at])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static long Ceiling(long floor) => floor + (1L << PositionBits) - 1;

    private JournalHead Head(long number, Guid epoch)
    {
        var floor = number << PositionBits;
        try
        {
            return last.Bind(1, floor).Bind(2, Ceiling(floor)).Step()
                ? new JournalHead(epoch, last.Integer(0) - floor, JournalHash.Read(last.Blob(1)))
                : new JournalHead(epoch, 0, JournalHash.None);
        }
        finally
        {
            last.Reset();
        }
    }
}
