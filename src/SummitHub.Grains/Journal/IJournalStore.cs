using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// Keeps one append-only log for each summit. It knows bytes, positions, hashes and summits, nothing of meetings, and is safe
/// to call from many threads. What it has answered is on disk: it survives kill -9 and a power cut.
/// </summary>
public interface IJournalStore : IAsyncDisposable
{
    /// <summary>
    /// Proves what the store promises, before anything is trusted to it: its configuration, and a short race of writers on a
    /// scratch log, which must lose nothing and fork nothing.
    /// </summary>
    /// <returns>One line that says what is promised.</returns>
    /// <exception cref="JournalRefusedException">The promise cannot be kept; the message says why and what to do.</exception>
    ValueTask<string> ProveAsync(CancellationToken cancellation);

    /// <summary>Where the log stands. Durable: what it counts is on disk. Sees every append answered before the call.</summary>
    /// <returns>Null where there is no trace of the summit.</returns>
    /// <exception cref="JournalRefusedException">There are entries but no epoch, or fewer entries than were acknowledged.</exception>
    Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation);

    /// <summary>Makes an empty log, or answers the head of the one that exists. Atomic and durable: two creators agree on one epoch.</summary>
    /// <exception cref="JournalRefusedException">As <see cref="HeadAsync"/>.</exception>
    Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation);

    /// <summary>
    /// Appends behind a fence: atomically checks epoch, length and last hash, then adds all entries or none. Durable when it
    /// answers. Without entries it only confirms the fence, at the price of a round trip and no sync.
    /// </summary>
    /// <returns>The head after the append.</returns>
    /// <exception cref="JournalFencedException">The fence does not match; nothing was appended.</exception>
    /// <exception cref="ArgumentException">More than <see cref="JournalLimits"/> allow, or a hole; nothing was sent.</exception>
    /// <exception cref="Exception">Any other, cancellation too, leaves the outcome unknown: the entries may be there, now or later.</exception>
    Task<JournalHead> AppendAsync(SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation);

    /// <summary>Reads everything after a position, in order and in pages of bounded memory, up to the end it meets. Only durable entries.</summary>
    /// <exception cref="JournalRefusedException">A position is missing.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, CancellationToken cancellation) =>
        ReadAsync(summit, after, long.MaxValue, cancellation);

    /// <summary>As the other, but at most <paramref name="count"/> entries.</summary>
    /// <exception cref="JournalRefusedException">A position is missing.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(SummitId summit, long after, long count, CancellationToken cancellation);

    /// <summary>Reads the entries at some positions in one go. Only durable ones; what is beyond the end is left out.</summary>
    /// <param name="summit">Whose log.</param>
    /// <param name="positions">In ascending order, from 1; the caller bounds their number.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation);

    /// <summary>
    /// Calls with the new length after an append. Best effort: calls may be lost, late, doubled or out of order, so a reader
    /// also polls. The callback must return at once, since it may hold up other appends; what it throws is dropped.
    /// </summary>
    /// <returns>Ends the calls when it is disposed; one may still be under way.</returns>
    IDisposable Follow(SummitId summit, Action<long> nudge);

    /// <summary>Removes log and epoch: for a sample that starts over, never for a summit that took place. Durable.</summary>
    Task DropAsync(SummitId summit, CancellationToken cancellation);
}
