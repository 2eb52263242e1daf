using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>Checks a whole log: that each entry follows from the one before, to the end that its head names.</summary>
public static class JournalVerification
{
    /// <summary>Reads all of a log and checks it. It may go on growing meanwhile.</summary>
    /// <returns>How many entries were checked, and the hash of the last, to be compared with the one on paper; null where there is no such log.</returns>
    /// <exception cref="JournalRefusedException">An entry is missing or does not follow: the log was changed.</exception>
    public static async Task<(long Length, JournalHash Last)?> CheckAsync(IJournalStore store, JournalChain chain, SummitId summit, CancellationToken cancellation)
    {
        if (await store.HeadAsync(summit, cancellation).ConfigureAwait(false) is not { } head) return null;
        var (length, last) = (0L, JournalHash.None);
        await foreach (var entry in store.ReadAsync(summit, 0, cancellation).ConfigureAwait(false))
        {
            if (entry.Position != length + 1 || !chain.Verify(last, entry))
                throw new JournalRefusedException($"Entry {entry.Position} of {summit} does not follow from entry {length}: the log was changed.");
            (length, last) = (entry.Position, entry.Hash);
        }

        return length >= head.Length ? (length, last) : throw new JournalRefusedException($"{summit} ends at entry {length}, but its head names {head.Length}: the log was cut.");
    }
}
