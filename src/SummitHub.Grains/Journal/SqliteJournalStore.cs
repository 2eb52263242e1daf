using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// The journal of a single process: one SQLite file with a write-ahead log, synced at each commit. One thread writes; readers
/// have connections of their own and hold nobody up. Two processes on one file fence each other but do not nudge each other.
/// </summary>
public sealed class SqliteJournalStore : IJournalStore
{
    private const int PageEntries = 1024;
    private const int PageBytes = 1024 * 1024;

    private readonly string path;
    private readonly SqliteWriterThread writer;
    private readonly SqliteReaders readers;
    private readonly SqliteFollowers followers = new();

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <exception cref="JournalRefusedException">It cannot be opened, or is of another format.</exception>
    public SqliteJournalStore(string path)
    {
        this.path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
            writer = new SqliteWriterThread(SqliteLog.Open(this.path));
        }
        catch (SqliteException cause)
        {
            throw new JournalRefusedException($"The journal {this.path} cannot be opened: {cause.Message}", cause);
        }

        readers = new SqliteReaders(this.path);
    }

    /// <inheritdoc/>
    public async ValueTask<string> ProveAsync(CancellationToken cancellation)
    {
        await writer.Do(new SqliteProof(path)).WaitAsync(cancellation).ConfigureAwait(false);
        await using var second = new SqliteJournalStore(path);
        await JournalProof.RaceAsync([this, second], cancellation).ConfigureAwait(false);
        return $"The journal {path} (SQLite, write-ahead log, synchronous=FULL) syncs each append to disk before it is acknowledged.";
    }

    /// <inheritdoc/>
    public Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation) =>
        Task.Run(() => readers.Read(log => log.Head(summit)), cancellation);

    /// <inheritdoc/>
    public Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation) =>
        writer.Do(new SqliteCreate(summit, epoch)).WaitAsync(cancellation);

    /// <inheritdoc/>
    public Task<JournalHead> AppendAsync(
        SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        JournalLimits.Check(fence, entries);
        return writer.Do(new SqliteAppend(summit, fence, entries, followers)).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        SummitId summit, long after, long count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (count > 0)
        {
            var take = (int)Math.Min(count, PageEntries);
            var from = after;
            var page = await Task.Run(() => readers.Read(log => log.Page(summit, from, take, PageBytes)), cancellation).ConfigureAwait(false);
            foreach (var entry in page)
            {
                after = entry.Position == after + 1
                    ? entry.Position
                    : throw new JournalRefusedException($"The log of {summit} has no entry {after + 1}; the next is {entry.Position}. Restore a whole copy of {path}.");
                yield return entry;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            count -= page.Count;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation) =>
        Task.Run<IReadOnlyList<JournalEntry>>(() => readers.Read(log => log.At(summit, positions)), cancellation);

    /// <inheritdoc/>
    public IDisposable Follow(SummitId summit, Action<long> nudge) => followers.Add(summit, nudge);

    /// <inheritdoc/>
    public Task DropAsync(SummitId summit, CancellationToken cancellation) => writer.Do(new SqliteDrop(summit)).WaitAsync(cancellation);

    /// <summary>Does what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.CloseAsync().ConfigureAwait(false);
        readers.Dispose();
    }
}
