using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Board;

/// <summary>A meeting as one audience sees it: a whole row, never a part of one.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">How often its shared face has changed; what <c>If-Match</c> names.</param>
/// <param name="Parties">Its sides, the one that asked first.</param>
/// <param name="Format">Its format.</param>
/// <param name="Level">The ranks of its principals in the order of the parties, such as <c>HS-M</c>.</param>
/// <param name="Visibility">Who may know of it.</param>
/// <param name="Status">What the board says of it.</param>
/// <param name="Start">When it is expected to start, or started; null while it holds no time.</param>
/// <param name="End">When it is expected to end, or ended.</param>
/// <param name="PlannedStart">When it was planned to start.</param>
/// <param name="PlannedEnd">When it was planned to end.</param>
/// <param name="Venue">Where; null where that is not known.</param>
/// <param name="MovedFrom">The slot it had before its last move; null if it never moved.</param>
/// <param name="MoveReason">Why it moved last, was cancelled, declined or put off; empty for nothing said.</param>
/// <param name="LateCause">Why it is late; null if it is not.</param>
/// <param name="Proposal">The open proposal; null for none.</param>
/// <param name="Windows">When it is asked for; empty once it has a slot.</param>
/// <param name="DurationMinutes">How long it is to last, in minutes.</param>
/// <param name="Conflicts">What facts have broken and nobody has repaired.</param>
/// <param name="Overrides">The rules the desk went against.</param>
/// <param name="Interpretation">The pairs of languages interpreted.</param>
/// <param name="Interpreters">Who interprets.</param>
/// <param name="Media">What media do; null where that is not known.</param>
/// <param name="RoomReady">Whether the place is ready.</param>
/// <param name="FiveMinutes">Whether the sides were told that five minutes are left.</param>
/// <param name="Record">Where the reader's own side's record stands; null for readers that are no side.</param>
/// <param name="RecordRevision">How often what this side sees of the record has changed; it fetches the content by it.</param>
/// <param name="Estimated">The names of its estimated fields.</param>
/// <param name="Source">Where it is known from; null for a meeting made here.</param>
/// <param name="Simulated">Whether what was last reported of it was the sample's script's.</param>
[GenerateSerializer, Immutable, Alias("summithub.MeetingRow")]
public sealed record MeetingRow(
    [property: Id(0)] MeetingId Id,
    [property: Id(1)] long Version,
    [property: Id(2)] ImmutableArray<PartyRow> Parties,
    [property: Id(3)] MeetingFormat Format,
    [property: Id(4)] string Level,
    [property: Id(5)] Visibility Visibility,
    [property: Id(6)] MeetingStatus Status,
    [property: Id(7)] DateTimeOffset? Start,
    [property: Id(8)] DateTimeOffset? End,
    [property: Id(9)] DateTimeOffset? PlannedStart,
    [property: Id(10)] DateTimeOffset? PlannedEnd,
    [property: Id(11)] VenueId? Venue,
    [property: Id(12)] Slot? MovedFrom,
    [property: Id(13)] string MoveReason,
    [property: Id(14)] string? LateCause,
    [property: Id(15)] ProposalRow? Proposal,
    [property: Id(16)] ImmutableArray<Interval> Windows,
    [property: Id(17)] int DurationMinutes,
    [property: Id(18)] ImmutableArray<Violation> Conflicts,
    [property: Id(19)] ImmutableArray<Violation> Overrides,
    [property: Id(20)] ImmutableArray<string> Interpretation,
    [property: Id(21)] ImmutableArray<InterpreterId> Interpreters,
    [property: Id(22)] string? Media,
    [property: Id(23)] bool RoomReady,
    [property: Id(24)] bool FiveMinutes,
    [property: Id(25)] RecordState? Record,
    [property: Id(26)] long RecordRevision,
    [property: Id(27)] ImmutableArray<string> Estimated,
    [property: Id(28)] string? Source,
    [property: Id(29)] bool Simulated);

/// <summary>One side of a meeting on the board.</summary>
/// <param name="Delegation">The side.</param>
/// <param name="Principal">The person who meets.</param>
/// <param name="Name">His name in Latin script; null where it is not known.</param>
/// <param name="NativeName">His name in his own script, if known.</param>
/// <param name="Office">His office.</param>
/// <param name="Level">His rank.</param>
/// <param name="People">How many come; zero where that is not known.</param>
/// <param name="Accepted">Whether the side has said yes to what is open, or to the meeting.</param>
/// <param name="EnRouteAt">When it set out; null for not yet.</param>
/// <param name="ExpectedAt">When it is expected; null where that is not known.</param>
/// <param name="ArrivedAt">When it arrived; null for not yet.</param>
[GenerateSerializer, Immutable, Alias("summithub.PartyRow")]
public sealed record PartyRow(
    [property: Id(0)] DelegationCode Delegation,
    [property: Id(1)] PrincipalId Principal,
    [property: Id(2)] string? Name,
    [property: Id(3)] LocalName? NativeName,
    [property: Id(4)] string Office,
    [property: Id(5)] Level Level,
    [property: Id(6)] int People,
    [property: Id(7)] bool Accepted,
    [property: Id(8)] DateTimeOffset? EnRouteAt,
    [property: Id(9)] DateTimeOffset? ExpectedAt,
    [property: Id(10)] DateTimeOffset? ArrivedAt);

/// <summary>An open proposal on the board.</summary>
/// <param name="By">The side that proposes.</param>
/// <param name="Slot">What it proposes.</param>
/// <param name="Reason">Why; empty for nothing said.</param>
/// <param name="Expires">Until when it holds its slot.</param>
[GenerateSerializer, Immutable, Alias("summithub.ProposalRow")]
public sealed record ProposalRow(
    [property: Id(0)] DelegationCode By,
    [property: Id(1)] Slot Slot,
    [property: Id(2)] string Reason,
    [property: Id(3)] DateTimeOffset Expires);

/// <summary>What the board says of a meeting.</summary>
[GenerateSerializer, Alias("summithub.MeetingStatus")]
public enum MeetingStatus
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>It holds a slot and may be evicted.</summary>
    Provisional,

    /// <summary>It holds its slot.</summary>
    Confirmed,

    /// <summary>A side has set out or arrived.</summary>
    OnTheWay,

    /// <summary>It has started.</summary>
    InProgress,

    /// <summary>It is expected to start later than planned.</summary>
    Late,

    /// <summary>It has ended.</summary>
    Ended,

    /// <summary>It has ended and the reader's own side has not settled its record.</summary>
    OutcomePending,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It was put off.</summary>
    Postponed,

    /// <summary>The request was declined.</summary>
    Declined,

    /// <summary>The request was taken back.</summary>
    Withdrawn,
}
