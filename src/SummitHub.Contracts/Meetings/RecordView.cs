using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Meetings;

/// <summary>The record of a meeting as one side reads it: all of its own, and of the others what they have offered.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Side">The side that reads.</param>
/// <param name="Revision">How often what this side sees has changed.</param>
/// <param name="State">Where this side's own record stands.</param>
/// <param name="Settled">How it was settled; null where it is not.</param>
/// <param name="Brief">This side's own brief.</param>
/// <param name="Items">Its own items and those offered to it, agreed ones first by number.</param>
/// <param name="Trail">What was done to what this side reads, oldest first.</param>
/// <param name="Readouts">Its own readouts as they are composed, one for a language.</param>
/// <param name="Published">The readouts of all sides that are public.</param>
[GenerateSerializer, Immutable, Alias("summithub.RecordView")]
public sealed record RecordView(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] DelegationCode Side,
    [property: Id(2)] long Revision,
    [property: Id(3)] RecordState State,
    [property: Id(4)] Settlement? Settled,
    [property: Id(5)] Brief Brief,
    [property: Id(6)] ImmutableArray<ItemView> Items,
    ImmutableArray<TrailStep> Trail,
    ImmutableArray<Readout> Readouts,
    ImmutableArray<PublishedReadout> Published)
{
    /// <summary>What was done to what this side reads, oldest first; empty from a server that kept none.</summary>
    [Id(7)]
    public ImmutableArray<TrailStep> Trail { get => field.IsDefault ? [] : field; private init; } = Trail;

    /// <summary>Its own readouts as they are composed, one for a language.</summary>
    [Id(8)]
    public ImmutableArray<Readout> Readouts { get => field.IsDefault ? [] : field; private init; } = Readouts;

    /// <summary>The readouts of all sides that are public.</summary>
    [Id(9)]
    public ImmutableArray<PublishedReadout> Published { get => field.IsDefault ? [] : field; private init; } = Published;
}

/// <summary>An item as a side reads it.</summary>
/// <param name="Item">What it says.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Number">Its number in the agreed core, from one; null until all sides accept it.</param>
/// <param name="AcceptedBy">The sides that have accepted it, its own included once it is offered.</param>
/// <param name="DeclineReason">Why it was declined; null where it was not.</param>
/// <param name="Cleared">Who of its side answers for it; null where nobody does, and for every other side.</param>
[GenerateSerializer, Immutable, Alias("summithub.ItemView")]
public sealed record ItemView(
    [property: Id(0)] OutcomeItem Item,
    [property: Id(1)] ItemStage Stage,
    [property: Id(2)] int? Number,
    [property: Id(3)] ImmutableArray<DelegationCode> AcceptedBy,
    [property: Id(4)] string? DeclineReason,
    [property: Id(5)] Clearance? Cleared = null);

/// <summary>Who cleared an item, and when.</summary>
/// <param name="By">The person's name.</param>
/// <param name="At">When, by the summit's clock.</param>
[GenerateSerializer, Immutable, Alias("summithub.Clearance")]
public sealed record Clearance([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At);
