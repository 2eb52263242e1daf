using System.Collections.Immutable;
using Orleans.Serialization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Access;

/// <summary>
/// The audit of one summit, as its access grain writes it: an append-only log, chained as a programme's is. What was written is durable
/// and stays. It is opened when it is first written to, and anew after a failure.
/// </summary>
internal sealed class AuditLog(SummitId summit, AuditStore store, JournalChain chain, Serializer<AuditPage> pages)
{
    /// <summary>The most entries of one page.</summary>
    public const int MostOfAPage = 500;

    private const int Chunk = 500;
    private const int MostLookedThrough = 5_000;
    private const int MostTries = 3;

    /// <summary>How long after it happened something is written at the latest: what was denied is written in bundles, behind what happened meanwhile.</summary>
    private static readonly TimeSpan WrittenWithin = TimeSpan.FromMinutes(1);

    private JournalWriter? _writer;
    private long _upTo;

    /// <summary>
    /// Writes entries; durable when it completes. Where an activation that is going has come between, nothing of it was written, and it
    /// goes out again behind what the other wrote.
    /// </summary>
    /// <param name="entries">What happened.</param>
    /// <param name="notes">The book's notes; those the log has already are left out.</param>
    /// <returns>The number of the last note that the log has.</returns>
    public async Task<long> WriteAsync(ImmutableArray<AuditEntry> entries, ImmutableArray<AuditNote> notes)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await WriteOnceAsync(entries, notes);
            }
            catch (JournalFailedException failure) when (failure.InnerException is JournalFencedException && tries < MostTries)
            {
                // The next try opens the log anew.
            }
        }
    }

    /// <summary>What somebody may read of it, the newest first: by when it happened, which is not quite the order in which it was written.</summary>
    /// <param name="by">Who reads.</param>
    /// <param name="before">Only what is older than this.</param>
    /// <param name="most">How much, and whatever happened at the same instant as the last of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ImmutableArray<AuditEntry>> ReadAsync(Actor by, DateTimeOffset before, int most, CancellationToken cancellation)
    {
        List<AuditEntry> found = [];
        var end = (await store.Logs.HeadAsync(summit, cancellation))?.Length ?? 0;
        var last = Math.Max(0, end - MostLookedThrough);
        while (end > last)
        {
            var (after, oldest) = (Math.Max(last, end - Chunk), DateTimeOffset.MaxValue);
            var chunk = new List<AuditEntry>();
            await foreach (var entry in store.Logs.ReadAsync(summit, after, end - after, cancellation)) chunk.AddRange(pages.Deserialize(entry.Payload)!.Entries);
            chunk.Reverse();
            foreach (var entry in chunk)
            {
                if (entry.At < oldest) oldest = entry.At;
                if (entry.At < before && AuditSight.Of(entry, by) is { } shown) found.Add(shown);
            }
            found = [.. found.OrderByDescending(e => e.At)];
            // Nothing that was written before this chunk can have happened after what is shown.
            if (found.Count >= most && found[most - 1].At - oldest > WrittenWithin) break;
            end = after;
        }
        return [.. found.TakeWhile((e, i) => i < most || e.At == found[most - 1].At)];
    }

    private async Task<long> WriteOnceAsync(ImmutableArray<AuditEntry> entries, ImmutableArray<AuditNote> notes)
    {
        var writer = _writer is { Failed: null } open ? open : await OpenAsync();
        foreach (var some in notes.RemoveAll(n => n.Number <= _upTo).Chunk(MostOfAPage)) Add(writer, some[^1].Number, [.. some.Select(n => n.Entry)]);
        foreach (var some in entries.Chunk(MostOfAPage)) Add(writer, _upTo, [.. some]);
        var upTo = _upTo;
        await writer.Confirmed();
        return upTo;
    }

    private async Task<JournalWriter> OpenAsync()
    {
        var head = await store.Logs.HeadAsync(summit, CancellationToken.None) ?? await store.Logs.CreateAsync(summit, Guid.NewGuid(), CancellationToken.None);
        var upTo = 0L;
        await foreach (var last in store.Logs.ReadAsync(summit, Math.Max(0, head.Length - 1), 1, CancellationToken.None)) upTo = pages.Deserialize(last.Payload)!.UpTo;
        // Others may have opened it while the store was asked.
        if (_writer is { Failed: null } open) return open;
        _upTo = upTo;
        return _writer = new JournalWriter(store.Logs, chain, summit, head);
    }

    private void Add(JournalWriter writer, long upTo, ImmutableArray<AuditEntry> entries)
    {
        _upTo = upTo;
        writer.Add(pages.SerializeToArray(new AuditPage(upTo, entries)));
    }
}
