using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>
/// Reads a log, and nobody reads it otherwise: every entry is verified before it is decoded. Thread-safe.
/// </summary>
public sealed class LogReader(IJournalStore store, JournalChain chain, LogCodec codec)
{
    private const int EntriesARun = 256;
    private const int RunsAhead = 8;

    /// <summary>
    /// Reads everything after a position, up to the end it meets or at most a number of entries: in short runs, verified and decoded ahead of
    /// who folds them, so that a long log keeps two cores busy.
    /// </summary>
    /// <param name="summit">Whose log.</param>
    /// <param name="after">The position already read; zero for the beginning.</param>
    /// <param name="previous">The hash of the entry there; <see cref="JournalHash.None"/> at the beginning.</param>
    /// <param name="count">The most entries.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalRefusedException">An entry is missing, does not follow from the one before, or cannot be read by this version.</exception>
    public async IAsyncEnumerable<ImmutableArray<ReadEntry>> ReadAsync(
        SummitId summit, long after, JournalHash previous, long count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var runs = Channel.CreateBounded<ImmutableArray<ReadEntry>>(new BoundedChannelOptions(RunsAhead) { SingleReader = true, SingleWriter = true });
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => FillAsync(runs.Writer, summit, (after, previous), count, enough.Token), CancellationToken.None);
        try
        {
            await foreach (var run in runs.Reader.ReadAllAsync(cancellation)) yield return run;
        }
        finally
        {
            await enough.CancelAsync();
            await reading;
        }
    }

    /// <summary>Reads the entries at some positions, each verified to follow from the one before it. What is beyond the log's end is left out.</summary>
    /// <param name="summit">Whose log.</param>
    /// <param name="positions">In ascending order, from 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalRefusedException">As the other.</exception>
    public async Task<List<LogEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation)
    {
        // The hash of the entry before each is what it must follow from; a keyed one cannot be made up.
        long[] asked = [.. positions.SelectMany(p => p > 1 ? (long[])[p - 1, p] : [p]).Distinct()];
        var wanted = positions.ToHashSet();
        var found = new List<LogEntry>(positions.Count);
        (long Position, JournalHash Hash) before = (0, JournalHash.None);
        foreach (var sealedEntry in await store.AtAsync(summit, asked, cancellation).ConfigureAwait(false))
        {
            if (wanted.Contains(sealedEntry.Position))
            {
                Check(summit, before, sealedEntry);
                found.Add(codec.Decode(sealedEntry));
            }
            before = (sealedEntry.Position, sealedEntry.Hash);
        }
        return found;
    }

    /// <summary>Fills the channel and completes it, with the fault if there was one: it reaches the reader.</summary>
    private async Task FillAsync(
        ChannelWriter<ImmutableArray<ReadEntry>> runs, SummitId summit, (long Position, JournalHash Hash) from, long count, CancellationToken cancellation)
    {
        try
        {
            var run = ImmutableArray.CreateBuilder<ReadEntry>(EntriesARun);
            await foreach (var sealedEntry in store.ReadAsync(summit, from.Position, count, cancellation).ConfigureAwait(false))
            {
                Check(summit, from, sealedEntry);
                run.Add(new ReadEntry(codec.Decode(sealedEntry), sealedEntry.Hash));
                from = (sealedEntry.Position, sealedEntry.Hash);
                if (run.Count == EntriesARun) await runs.WriteAsync(run.DrainToImmutable(), cancellation).ConfigureAwait(false);
            }
            if (run.Count > 0) await runs.WriteAsync(run.DrainToImmutable(), cancellation).ConfigureAwait(false);
            runs.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, it is the reader's to hear.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            runs.Complete(fault);
        }
    }

    private void Check(SummitId summit, (long Position, JournalHash Hash) from, JournalEntry sealedEntry)
    {
        if (sealedEntry.Position != from.Position + 1 || !chain.Verify(from.Hash, sealedEntry))
            throw new JournalRefusedException($"Entry {sealedEntry.Position} of {summit} does not follow from entry {from.Position}: the log was changed.");
    }
}

/// <summary>An entry that was verified and decoded.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">The hash that seals it.</param>
public readonly record struct ReadEntry(LogEntry Entry, JournalHash Hash);
