using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Grains.Programme;

/// <summary>What grains read of a summit's programme: the replica of their own server, never the programme's grain.</summary>
public interface IProgrammeReader
{
    /// <summary>A meeting as the replica knows it; null where there is none. Waits until the replica is loaded.</summary>
    ValueTask<Meeting?> MeetingAsync(SummitId summit, MeetingId id, CancellationToken ct);

    /// <summary>The summit as it was founded; null where there is none. Waits until the replica is loaded.</summary>
    ValueTask<Summit?> SummitAsync(SummitId summit, CancellationToken ct);

    /// <summary>The log's entries that touch the delegation's meetings or principals, in order, from after a position.</summary>
    /// <param name="summit">The summit.</param>
    /// <param name="delegation">Whose meetings and principals.</param>
    /// <param name="after">The position already read; zero for the beginning.</param>
    /// <param name="most">The most entries to return, at least one.</param>
    /// <param name="ct">Gives up waiting.</param>
    ValueTask<EntryPage> EntriesForAsync(SummitId summit, DelegationCode delegation, long after, int most, CancellationToken ct);
}

/// <summary>A run of the log as one delegation is touched by it.</summary>
/// <param name="Entries">The entries that touch it, in order.</param>
/// <param name="UpTo">The position up to which the log was looked through: read on after it. Equal to what was asked after where there is nothing new.</param>
public sealed record EntryPage(ImmutableArray<TouchedEntry> Entries, long UpTo);

/// <summary>An entry of the log with the meetings it speaks of.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Meetings">Those meetings as they stand now, perhaps later than the entry: for their sides and names.</param>
/// <param name="Check">Eight bytes of the entry's keyed hash: a name for it that tells nothing of its place in the log.</param>
public sealed record TouchedEntry(LogEntry Entry, ImmutableArray<Meeting> Meetings, ulong Check);
