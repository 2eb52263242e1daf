using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Meetings;

/// <summary>
/// All that one side may read of a meeting's record: its own brief and items, and a copy of what the others have offered. It is sealed
/// whole, for that side alone.
/// </summary>
/// <param name="Side">Whose it is.</param>
/// <param name="Revision">How often it has changed.</param>
/// <param name="Settled">How the side has settled its record; null for not yet.</param>
/// <param name="Brief">The side's own brief.</param>
/// <param name="Items">Its own items, and the others' that were offered, in the order in which they came to it.</param>
/// <param name="Trail">What was done to what it may read; <c>default</c> in what was kept before there was one.</param>
/// <param name="Readouts">Its own readouts as they are composed; <c>default</c> likewise.</param>
/// <param name="Published">The readouts of all sides that are public; <c>default</c> likewise.</param>
[GenerateSerializer, Immutable, Alias("summithub.SideContent")]
public sealed record SideContent(
    [property: Id(0)] DelegationCode Side,
    [property: Id(1)] long Revision,
    [property: Id(2)] Settlement? Settled,
    [property: Id(3)] Brief Brief,
    [property: Id(4)] ImmutableArray<ItemView> Items,
    [property: Id(5)] ImmutableArray<TrailStep> Trail = default,
    [property: Id(6)] ImmutableArray<Readout> Readouts = default,
    [property: Id(7)] ImmutableArray<PublishedReadout> Published = default)
{
    /// <summary>A side that has noted nothing.</summary>
    public static SideContent Empty(DelegationCode side) => new(side, 0, null, Brief.Empty, [], [], [], []);

    /// <summary>Where the side's own record stands.</summary>
    public RecordState State => this switch
    {
        { Settled: not null } => RecordState.Recorded,
        _ when Items.Any(i => i.Stage == ItemStage.Agreed || (Owns(i) && i.Stage == ItemStage.Offered)) => RecordState.Recorded,
        _ when Items.Any(Owns) || !string.IsNullOrWhiteSpace(Brief.Notes) => RecordState.Drafted,
        _ => RecordState.None,
    };

    /// <summary>The record as this side reads it.</summary>
    public RecordView View(MeetingId meeting) =>
        new(meeting, Side, Revision, State, Settled, Brief, [.. Items.OrderBy(i => i.Number ?? int.MaxValue)], Trail, Readouts, Published);

    /// <summary>The same with nothing where a list is missing, as it is in what was kept before there were such lists.</summary>
    public SideContent Whole() => this with
    {
        Trail = Trail.IsDefault ? [] : Trail,
        Readouts = Readouts.IsDefault ? [] : Readouts,
        Published = Published.IsDefault ? [] : Published,
    };

    internal bool Owns(ItemView view) => view.Item.Side == Side;

    internal ItemView? Own(ItemId id) => Items.FirstOrDefault(i => i.Item.Id == id && Owns(i));

    internal ItemView? Others(ItemId id) => Items.FirstOrDefault(i => i.Item.Id == id && !Owns(i));

    /// <summary>Puts an item in the place of the one of the same side and name, or at the end.</summary>
    internal SideContent With(ItemView view)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Same(Items[i], view)) return this with { Items = Items.SetItem(i, view) };
        }

        return this with { Items = Items.Add(view) };
    }

    /// <summary>The item of the same side and name; null for none.</summary>
    internal ItemView? Same(ItemView view) => Items.FirstOrDefault(i => Same(i, view));

    internal SideContent Without(ItemView view) => this with { Items = Items.RemoveAll(i => Same(i, view)) };

    private static bool Same(ItemView one, ItemView other) => one.Item.Id == other.Item.Id && one.Item.Side == other.Item.Side;
}
