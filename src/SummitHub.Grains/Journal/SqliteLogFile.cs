using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SummitHub.Grains.Journal;

/// <summary>The SQLite file that logs stand in: how it is opened so that a commit is on disk, and its tables.</summary>
internal static class SqliteLogFile
{
    private const int Format = 1;

    /// <summary>Opens the file, making it and its tables where there is none.</summary>
    /// <exception cref="JournalRefusedException">It is of a format that this program does not know.</exception>
    public static SqliteConnection Open(string path)
    {
        // A checkpoint each 4 MB of write-ahead log: larger ones gain nothing and make the longest append longer.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            Ask(connection, "PRAGMA busy_timeout=5000");
            Ask(connection, "PRAGMA journal_mode=WAL");
            Ask(connection, "PRAGMA synchronous=FULL");
            Ask(connection, "PRAGMA fullfsync=ON"); // Where a plain sync stops at the drive's cache (macOS).
            Ask(connection, "PRAGMA checkpoint_fullfsync=ON");
            Ask(connection, "PRAGMA wal_autocheckpoint=1000");
            Prepare(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What a statement answers in its first row and column; empty for nothing.</summary>
    public static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is written in this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        var format = Ask(connection, "PRAGMA user_version");
        if (format == "0")
        {
            Ask(connection, "BEGIN IMMEDIATE");
            // Numbers are never used again, so that nothing of a dropped log can pass for one of a later log.
            Ask(connection, "CREATE TABLE IF NOT EXISTS summit(number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, epoch BLOB)");
            Ask(connection, "CREATE TABLE IF NOT EXISTS journal(place INTEGER PRIMARY KEY, hash BLOB NOT NULL, payload BLOB NOT NULL)");
            Ask(connection, $"PRAGMA user_version={Format}");
            Ask(connection, "COMMIT");
        }
        else if (format != Format.ToString(CultureInfo.InvariantCulture))
        {
            throw new JournalRefusedException($"The journal {path} has format {format}; this program knows {Format}. Run the program that wrote it, or a newer one.");
        }
    }
}
