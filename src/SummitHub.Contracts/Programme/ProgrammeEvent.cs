using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Something that became so in the programme. An event of a kind a reader does not know stops that reader; it is never skipped.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ProgrammeEvent")]
public abstract record ProgrammeEvent;

/// <summary>An event of one meeting.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingEvent")]
public abstract record MeetingEvent([property: Id(0)] MeetingId Meeting) : ProgrammeEvent;

/// <summary>The summit was founded.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SummitFounded")]
public sealed record SummitFounded([property: Id(0)] Summit Summit) : ProgrammeEvent;

/// <summary>A meeting was asked for.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingRequested")]
public sealed record MeetingRequested(MeetingId Meeting, [property: Id(0)] MeetingTerms Terms, [property: Id(1)] int DurationMinutes, [property: Id(2)] ImmutableArray<Interval> Windows, [property: Id(3)] VenueKind? VenueKind) : MeetingEvent(Meeting);

/// <summary>The desk booked a meeting; what slot it got is said by <see cref="SlotGiven"/>.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingBooked")]
public sealed record MeetingBooked(MeetingId Meeting, [property: Id(0)] MeetingTerms Terms) : MeetingEvent(Meeting);

/// <summary>A side said yes to what is open.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SideAccepted")]
public sealed record SideAccepted(MeetingId Meeting, [property: Id(0)] DelegationCode Delegation) : MeetingEvent(Meeting);

/// <summary>A request was declined by a side.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RequestDeclined")]
public sealed record RequestDeclined(MeetingId Meeting, [property: Id(0)] DelegationCode Delegation, [property: Id(1)] string Reason) : MeetingEvent(Meeting);

/// <summary>A request was taken back.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RequestWithdrawn")]
public sealed record RequestWithdrawn(MeetingId Meeting) : MeetingEvent(Meeting);

/// <summary>A slot was proposed; it is held until the proposal expires.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SlotProposed")]
public sealed record SlotProposed(MeetingId Meeting, [property: Id(0)] DelegationCode By, [property: Id(1)] Slot Slot, [property: Id(2)] SlotChange Change, [property: Id(3)] string Reason, [property: Id(4)] DateTimeOffset Expires) : MeetingEvent(Meeting);

/// <summary>The open proposal was declined, taken back or replaced, and its hold let go.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ProposalDropped")]
public sealed record ProposalDropped(MeetingId Meeting, [property: Id(0)] DelegationCode? By, [property: Id(1)] string Reason) : MeetingEvent(Meeting);

/// <summary>A meeting got a slot.</summary>
/// <param name="From">The slot it had; null for none.</param>
/// <param name="To">The slot it holds now.</param>
/// <param name="Change">What this was.</param>
/// <param name="Phase">The phase it is in now: provisional, confirmed or postponed.</param>
/// <param name="Reason">Why; empty where nothing was asked.</param>
[GenerateSerializer, Immutable, Alias("summithub.SlotGiven")]
public sealed record SlotGiven(MeetingId Meeting, [property: Id(0)] Slot? From, [property: Id(1)] Slot To, [property: Id(2)] SlotChange Change, [property: Id(3)] MeetingPhase Phase, [property: Id(4)] string Reason) : MeetingEvent(Meeting);

/// <summary>What a change of slot is called.</summary>
[GenerateSerializer, Alias("summithub.SlotChange")]
public enum SlotChange
{
    /// <summary>Its first slot.</summary>
    Scheduled,

    /// <summary>Another hour, perhaps another room.</summary>
    Moved,

    /// <summary>Another room at the same hour.</summary>
    RoomChanged,

    /// <summary>Put off.</summary>
    Postponed,
}

/// <summary>A provisional or postponed slot was made firm, or a firm one said again to stand.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingConfirmed")]
public sealed record MeetingConfirmed(MeetingId Meeting) : MeetingEvent(Meeting);

/// <summary>A meeting was put off with no new slot yet; it holds none.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingPostponed")]
public sealed record MeetingPostponed(MeetingId Meeting, [property: Id(0)] string Reason) : MeetingEvent(Meeting);

/// <summary>A meeting was cancelled.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingCancelled")]
public sealed record MeetingCancelled(MeetingId Meeting, [property: Id(0)] string Reason) : MeetingEvent(Meeting);

/// <summary>A side sends another person.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PrincipalSubstituted")]
public sealed record PrincipalSubstituted(MeetingId Meeting, [property: Id(0)] DelegationCode Delegation, [property: Id(1)] PrincipalId From, [property: Id(2)] PrincipalId To, [property: Id(3)] string Reason) : MeetingEvent(Meeting);

/// <summary>The interpreters and their pairs were named.</summary>
[GenerateSerializer, Immutable, Alias("summithub.InterpretersAssigned")]
public sealed record InterpretersAssigned(MeetingId Meeting, [property: Id(0)] ImmutableArray<string> Pairs, [property: Id(1)] ImmutableArray<InterpreterId> Interpreters, [property: Id(2)] string Reason) : MeetingEvent(Meeting);
