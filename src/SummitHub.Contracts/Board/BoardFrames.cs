using System.Collections.Immutable;
using SummitHub.Contracts.Programme;

namespace SummitHub.Contracts.Board;

/// <summary>All that an audience sees of a scope, at one version of its own.</summary>
/// <param name="Epoch">The log's epoch and the format of these views: another one makes every cursor void.</param>
/// <param name="Version">How many entries have changed what this audience sees.</param>
/// <param name="Cursor">Where to resume: opaque.</param>
/// <param name="AsOf">When the server last confirmed the head of the log, in real UTC time.</param>
/// <param name="Clock">The summit's clock.</param>
/// <param name="Meetings">The meetings.</param>
/// <param name="Commitments">The commitments.</param>
public sealed record BoardSnapshot(
    string Epoch,
    long Version,
    string Cursor,
    DateTimeOffset AsOf,
    SummitClock Clock,
    ImmutableArray<MeetingRow> Meetings,
    ImmutableArray<CommitmentRow> Commitments);

/// <summary>What changed for an audience: whole rows and the names of those it sees no more. Apply it when <c>from &lt;= own &lt; to</c>.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Cursor">Where to resume after it.</param>
/// <param name="Meetings">The rows as they are now.</param>
/// <param name="Gone">Meetings this audience sees no more.</param>
/// <param name="Commitments">The commitments as they are now.</param>
/// <param name="GoneCommitments">Commitments that are no more, for this audience at least.</param>
public sealed record BoardDelta(
    long From,
    long To,
    string Cursor,
    ImmutableArray<MeetingRow> Meetings,
    ImmutableArray<MeetingId> Gone,
    ImmutableArray<CommitmentRow> Commitments,
    ImmutableArray<CommitmentId> GoneCommitments);

/// <summary>The answer to <c>Watch</c>: a snapshot, or the missing delta.</summary>
public sealed record WatchReply(BoardSnapshot? Snapshot, BoardDelta? Delta);

/// <summary>The summit's clock against real time: <c>summit = SummitTime + (now - RealTime) * Rate</c>.</summary>
/// <param name="SummitTime">What the summit's clock showed at <paramref name="RealTime"/>.</param>
/// <param name="RealTime">The real UTC instant of that reading.</param>
/// <param name="Rate">How fast it runs: 1 for real time, 0 for paused.</param>
/// <param name="Sample">Whether this is a sample's own clock rather than the world's.</param>
/// <param name="Playing">Whether the sample's script plays.</param>
public sealed record SummitClock(DateTimeOffset SummitTime, DateTimeOffset RealTime, double Rate, bool Sample, bool Playing);

/// <summary>Somebody who looks at the same board.</summary>
public sealed record Person(string Name, string Role, string? Delegation);
