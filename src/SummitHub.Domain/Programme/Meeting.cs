using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>A meeting as the programme knows it: sides, time, place, status; never its substance.</summary>
public sealed record Meeting
{
    /// <summary>Its name.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>How often its shared face has changed, from one. A side's own record does not count.</summary>
    public required long Version { get; init; }

    /// <summary>The position of the entry that last changed its shared face: an entry counts once, however many events it holds.</summary>
    public long ChangedIn { get; init; }

    /// <summary>What its sides agreed to hold; parties carry the principals of now.</summary>
    public required MeetingTerms Terms { get; init; }

    /// <summary>Where it stands.</summary>
    public required MeetingPhase Phase { get; init; }

    /// <summary>How long it is to last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When it was asked for.</summary>
    public ImmutableArray<Interval> Windows { get; init; } = [];

    /// <summary>The kind of place wished for; null for any.</summary>
    public VenueKind? WishedKind { get; init; }

    /// <summary>Its slot as planned; null while it has none.</summary>
    public Slot? Planned { get; init; }

    /// <summary>The time it is expected to take, or took: what it holds. Null while it has no slot.</summary>
    public Interval? Expected { get; init; }

    /// <summary>The slot before its last change of slot; null if it never changed.</summary>
    public Slot? MovedFrom { get; init; }

    /// <summary>Why it was last moved, cancelled, declined or put off; empty for nothing said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why it is late; null if it is not.</summary>
    public string? LateCause { get; init; }

    /// <summary>The open proposal; it holds its slot until it expires.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>The sides that have said yes to the meeting, and to the open proposal if there is one.</summary>
    public ImmutableArray<DelegationCode> Accepted { get; init; } = [];

    /// <summary>The sides that have said yes to the meeting as such; they stay while a proposal asks them anew.</summary>
    public ImmutableArray<DelegationCode> Agreed { get; init; } = [];

    /// <summary>How far each side is on its way, in the order of the parties; empty while none has set out.</summary>
    public ImmutableArray<Arrival> Arrivals { get; init; } = [];

    /// <summary>Who interprets.</summary>
    public ImmutableArray<InterpreterId> Interpreters { get; init; } = [];

    /// <summary>Whether the place is ready.</summary>
    public bool RoomReady { get; init; }

    /// <summary>Whether the sides were told that five minutes are left.</summary>
    public bool FiveMinutes { get; init; }

    /// <summary>What facts have broken and nobody has repaired.</summary>
    public ImmutableArray<Violation> Conflicts { get; init; } = [];

    /// <summary>The rules the desk went against with a reason.</summary>
    public ImmutableArray<Violation> Overrides { get; init; } = [];

    /// <summary>Since when each conflict and each override stands, and by whom; the same as stand in the two lists above.</summary>
    public ImmutableArray<Trouble> Standing { get; init; } = [];

    /// <summary>Where each side's record stands.</summary>
    public ImmutableArray<SideRecord> Records { get; init; } = [];

    /// <summary>The revision of the record.</summary>
    public long RecordRevision { get; init; }

    /// <summary>
    /// The desk's officer who placed it, by actor id: the one whom the sides named, or else the one who first did something to it. Null
    /// where the sides placed it themselves.
    /// </summary>
    public string? PlacedBy { get; init; }

    /// <summary>Whether the last report of it was the sample's script's.</summary>
    public bool Simulated { get; init; }

    /// <summary>Whether it holds time: people, room and interpreters.</summary>
    public bool HoldsTime => Expected is not null
        && Phase is MeetingPhase.Provisional or MeetingPhase.Confirmed or MeetingPhase.InProgress or MeetingPhase.Ended or MeetingPhase.Postponed;

    /// <summary>Whether the delegation is one of its sides.</summary>
    public bool HasSide(DelegationCode delegation)
    {
        foreach (var party in Terms.Parties)
            if (party.Delegation == delegation)
                return true;
        return false;
    }
}

/// <summary>A proposed slot.</summary>
/// <param name="By">The side that proposes.</param>
/// <param name="Slot">What it proposes.</param>
/// <param name="Change">What it would be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">Until when it holds its slot.</param>
public sealed record Proposal(DelegationCode By, Slot Slot, SlotChange Change, string Reason, DateTimeOffset Expires);

/// <summary>A conflict or an override that stands.</summary>
/// <param name="Violation">The rule, and what is in the way.</param>
/// <param name="Override">The desk's reason; null for a conflict.</param>
/// <param name="Since">When it was decided, or arose.</param>
/// <param name="By">Who decided it, or reported what it arose from.</param>
public sealed record Trouble(Violation Violation, string? Override, DateTimeOffset Since, string By);

/// <summary>How far a side is on its way.</summary>
/// <param name="EnRouteAt">When it set out.</param>
/// <param name="ExpectedAt">When it is expected.</param>
/// <param name="ArrivedAt">When it arrived.</param>
public readonly record struct Arrival(DateTimeOffset? EnRouteAt, DateTimeOffset? ExpectedAt, DateTimeOffset? ArrivedAt);
