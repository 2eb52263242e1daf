namespace SummitHub.Grains.Journal;

/// <summary>What one call, one batch and one waiting room may hold.</summary>
public static class JournalLimits
{
    /// <summary>The most entries in one append.</summary>
    public const int EntriesPerAppend = 512;

    /// <summary>The most payload bytes in one append, so also in one entry.</summary>
    public const int BytesPerAppend = 1024 * 1024;

    /// <summary>The most callers that wait for a confirmation of one log; beyond that new commands are to be refused.</summary>
    public const int Waiters = 2048;

    /// <summary>The most entries sealed and not yet sent; reached only if entries are added without looking at who waits.</summary>
    public const int EntriesPending = 2 * Waiters;

    /// <summary>Checks the limits of one append, and that its positions follow the fence without a hole.</summary>
    /// <exception cref="ArgumentException">They do not; nothing was sent.</exception>
    internal static void Check(JournalHead fence, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count > EntriesPerAppend)
        {
            throw new ArgumentException($"An append carries at most {EntriesPerAppend} entries, not {entries.Count}.", nameof(entries));
        }

        long bytes = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            bytes += entries[i].Payload.Length;
            if (entries[i].Position != fence.Length + 1 + i)
            {
                throw new ArgumentException(
                    $"Entry {i} of the append has position {entries[i].Position}; after {fence.Length} entries it must be {fence.Length + 1 + i}.",
                    nameof(entries));
            }
        }

        if (bytes > BytesPerAppend)
        {
            throw new ArgumentException($"An append carries at most {BytesPerAppend} bytes, not {bytes}.", nameof(entries));
        }
    }

    /// <summary>The head after these entries were appended behind that fence.</summary>
    internal static JournalHead After(JournalHead fence, IReadOnlyList<JournalEntry> entries) =>
        entries.Count == 0 ? fence : fence with { Length = fence.Length + entries.Count, Last = entries[^1].Hash };
}
