using Microsoft.Data.Sqlite;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class SqliteJournalStoreTests : JournalStoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-journal-").FullName;

    private string File => Path.Combine(folder, "journal.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_entry_is_found_when_it_is_read_over()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        await store.AppendAsync(Summit, head, Seal(head, "one", "two", "three"), Deadline);

        Execute("DELETE FROM journal WHERE place & 255 = 2");

        var refused = await Assert.ThrowsAsync<JournalRefusedException>(
            async () => await store.ReadAsync(Summit, 0, Deadline).ToListAsync(Deadline));
        Assert.Contains("has no entry 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_whose_summit_is_gone_refuse_the_proof()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        await store.AppendAsync(Summit, head, Seal(head, "one"), Deadline);

        Execute("DELETE FROM summit");

        await Assert.ThrowsAsync<JournalRefusedException>(async () => await Open().ProveAsync(Deadline));
    }

    [Fact]
    public async Task A_file_of_a_later_format_is_refused()
    {
        await Open().HeadAsync(Summit, Deadline);

        Execute("PRAGMA user_version=99");

        var refused = Assert.Throws<JournalRefusedException>(Open);
        Assert.Contains("format 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        Assert.Throws<JournalRefusedException>(Open);
    }

    [Fact]
    public async Task A_file_copied_while_it_is_written_holds_all_that_was_acknowledged_by_then()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        head = await store.AppendAsync(Summit, head, Seal(head, "one", "two"), Deadline);

        // What a process killed at this instant leaves behind: nothing was closed, nothing moved out of the write-ahead log.
        var left = Directory.CreateDirectory(Path.Combine(folder, "left")).FullName;
        System.IO.File.Copy(File, Path.Combine(left, "journal.db"));
        System.IO.File.Copy(File + "-wal", Path.Combine(left, "journal.db-wal"));
        await using var survivor = new SqliteJournalStore(Path.Combine(left, "journal.db"));

        Assert.Equal(head, await survivor.HeadAsync(Summit, Deadline));
    }

    protected override IJournalStore OpenStore() => new SqliteJournalStore(File);

    protected override Task LoseEpochAsync()
    {
        Execute($"UPDATE summit SET epoch = NULL WHERE name = '{Summit}'");
        return Task.CompletedTask;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
