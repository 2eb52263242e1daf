namespace SummitHub.Grains.Journal;

/// <summary>One entry of a log: all the events of one accepted operation, as bytes the journal does not read.</summary>
/// <param name="Position">Its place, counted from 1 without a hole.</param>
/// <param name="Hash">The seal over the entry before, this position and this payload.</param>
/// <param name="Payload">The bytes. Whoever hands them over must not change them afterwards: they are not copied.</param>
public sealed record JournalEntry(long Position, JournalHash Hash, ReadOnlyMemory<byte> Payload);
