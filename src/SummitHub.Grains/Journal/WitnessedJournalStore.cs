using System.Collections.Concurrent;
using System.Globalization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// A store whose acknowledgements are witnessed in files of this server, one for each summit. A store that comes back with less
/// than it acknowledged - restored from an older copy, failed over to a lagging replica, truncated - is refused, not believed.
/// </summary>
public sealed class WitnessedJournalStore(IJournalStore inner, string folder) : IJournalStore
{
    private const string Extension = ".witness";

    private readonly ConcurrentDictionary<SummitId, JournalWitness> witnesses = new();

    /// <inheritdoc/>
    /// <remarks>Here is also where a store is found out that came back with less of any summit than it acknowledged.</remarks>
    public async ValueTask<string> ProveAsync(CancellationToken cancellation)
    {
        var promise = await inner.ProveAsync(cancellation).ConfigureAwait(false);
        if (!Directory.Exists(folder)) return promise;
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Extension}"))
        {
            if (SummitId.TryParse(Path.GetFileNameWithoutExtension(file), null, out var summit))
            {
                await HeadAsync(summit, cancellation).ConfigureAwait(false);
            }
        }

        return promise;
    }

    /// <inheritdoc/>
    public async Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation)
    {
        // Asked first: what is acknowledged in the meantime must not count against the head found.
        var witnessed = Witnessed(summit);
        var head = await inner.HeadAsync(summit, cancellation).ConfigureAwait(false);
        if (witnessed is { } acknowledged)
        {
            await CompareAsync(summit, head, acknowledged, cancellation).ConfigureAwait(false);
        }

        return head;
    }

    /// <inheritdoc/>
    public async Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation) =>
        await HeadAsync(summit, cancellation).ConfigureAwait(false)
        ?? await inner.CreateAsync(summit, epoch, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<JournalHead> AppendAsync(
        SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        var head = await inner.AppendAsync(summit, fence, entries, cancellation).ConfigureAwait(false);
        if (head.Length > 0)
        {
            Witness(summit).Record(head);
        }

        return head;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, long count, CancellationToken cancellation) =>
        inner.ReadAsync(summit, after, count, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation) =>
        inner.AtAsync(summit, positions, cancellation);

    /// <inheritdoc/>
    public IDisposable Follow(SummitId summit, Action<long> nudge) => inner.Follow(summit, nudge);

    /// <inheritdoc/>
    public async Task DropAsync(SummitId summit, CancellationToken cancellation)
    {
        // The witness goes first: cut short between the two, the log is merely unwitnessed, not refused for ever. And once more
        // at the end, for what an append that was still in flight recorded meanwhile.
        Forget(summit);
        await inner.DropAsync(summit, cancellation).ConfigureAwait(false);
        Forget(summit);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        foreach (var summit in witnesses.Keys)
        {
            Close(summit);
        }
    }

    private string PathOf(SummitId summit) => Path.Combine(folder, $"{summit}{Extension}");

    private JournalWitness Witness(SummitId summit)
    {
        while (true)
        {
            if (witnesses.TryGetValue(summit, out var known))
            {
                return known;
            }

            var opened = new JournalWitness(PathOf(summit));
            if (witnesses.TryAdd(summit, opened))
            {
                return opened;
            }

            opened.Dispose();
        }
    }

    // Looked up by name each time: an operator who accepts a loss deletes the file, and need not stop the server for it.
    private JournalHead? Witnessed(SummitId summit)
    {
        if (File.Exists(PathOf(summit)))
        {
            return Witness(summit).Read();
        }

        Close(summit);
        return null;
    }

    private void Close(SummitId summit)
    {
        if (witnesses.TryRemove(summit, out var witness))
        {
            witness.Dispose();
        }
    }

    private void Forget(SummitId summit)
    {
        Close(summit);
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(summit));
        }
    }

    private async Task CompareAsync(SummitId summit, JournalHead? found, JournalHead acknowledged, CancellationToken cancellation)
    {
        if (found is not { } head)
        {
            throw Refuse(summit, "the store holds no trace of the log", acknowledged, "it was emptied or replaced");
        }

        if (head.Epoch != acknowledged.Epoch)
        {
            throw Refuse(summit, $"the store holds {Count(head)} of another log (epoch {head.Epoch})", acknowledged, "it was replaced");
        }

        if (head.Length < acknowledged.Length)
        {
            throw Refuse(summit, $"the store holds {Count(head)}", acknowledged, "it was restored from an older copy or lost its tail");
        }

        if (await HashAtAsync(summit, acknowledged.Length, head, cancellation).ConfigureAwait(false) != acknowledged.Last)
        {
            throw Refuse(summit, $"the store holds {Count(head)}, but another entry at {acknowledged.Length}", acknowledged, "it was restored from an older copy and written on");
        }
    }

    private async Task<JournalHash> HashAtAsync(SummitId summit, long position, JournalHead head, CancellationToken cancellation)
    {
        if (head.Length == position)
        {
            return head.Last;
        }

        await foreach (var entry in inner.ReadAsync(summit, position - 1, 1, cancellation).ConfigureAwait(false))
        {
            return entry.Hash;
        }

        return JournalHash.None;
    }

    private static string Count(JournalHead head) => $"{head.Length.ToString("N0", CultureInfo.InvariantCulture)} entries";

    private JournalRefusedException Refuse(SummitId summit, string found, JournalHead acknowledged, string guess) =>
        new($"{summit}: {found}, but {Count(acknowledged)} of epoch {acknowledged.Epoch} were acknowledged: {guess}. "
            + $"Restore the newer copy, or delete {PathOf(summit)} to accept the loss.");
}
