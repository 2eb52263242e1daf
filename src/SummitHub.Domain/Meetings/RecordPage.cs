using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Meetings;

/// <summary>The record while one operation writes on it. Items are looked up as one's own or another's, for two sides may have drafts of
/// one name and neither may learn of the other's.</summary>
internal sealed class RecordPage(ImmutableArray<SideContent> before, DelegationCode side, bool simulated)
{
    private readonly SideContent[] _sides = [.. before];
    private readonly int _own = before.IndexOf(before.First(s => s.Side == side));

    private SideContent Own
    {
        get => _sides[_own];
        set => _sides[_own] = value;
    }

    /// <summary>Carries a command out; says why where it does not.</summary>
    public Fault? Do(RecordCommand command) => command switch
    {
        WriteBrief brief => Write(brief.Brief),
        DraftItem draft => Draft(draft.Item),
        DropItem drop => Drop(drop.Item),
        OfferItem offer => Offer(offer.Item),
        AcceptItem accept => Accept(accept.Item),
        DeclineItem decline => Decline(decline.Item, decline.Reason),
        SettleRecord settle => Settle(settle.As),
        _ => Bad("The command is of no known kind."),
    };

    /// <summary>What came of it: every side that changed has one more revision.</summary>
    public RecordDecision.Done Close()
    {
        var changed = ImmutableArray.CreateBuilder<DelegationCode>();
        for (var i = 0; i < _sides.Length; i++)
        {
            if (ReferenceEquals(_sides[i], before[i])) continue;
            _sides[i] = _sides[i] with { Revision = before[i].Revision + 1 };
            changed.Add(_sides[i].Side);
        }

        return new([.. _sides], changed.ToImmutable());
    }

    private Fault? Write(Brief brief)
    {
        if (RecordLimits.Fault(brief) is { } fault) return Bad(fault);
        if (brief.Notes == Own.Brief.Notes && brief.Topics.SequenceEqual(Own.Brief.Topics)) return null;
        return Grow(Own with { Brief = brief });
    }

    private Fault? Draft(OutcomeItem item)
    {
        if (RecordLimits.Fault(item) is { } fault) return Bad(fault);
        if (item.Side != side) return new(RefusalReason.NotYoursToDo, "An item is drafted by the side whose it is.");
        if (Own.Others(item.Id) is not null) return Taken(item.Id);
        item = item with { Simulated = simulated };
        var old = Own.Own(item.Id);
        if (old is { Stage: ItemStage.Offered or ItemStage.Agreed })
            return new(RefusalReason.NotInThatPhase, $"The item {item.Id} has been offered; its text stands.");
        if (old is null && Own.Items.Count(Own.Owns) >= RecordLimits.MostItems)
            return Bad($"A side has at most {RecordLimits.MostItems} items.");
        if (old is { Stage: ItemStage.Draft } && Same(old.Item, item)) return null;
        return Grow(Own.With(new(item, ItemStage.Draft, null, [], null)));
    }

    private Fault? Drop(ItemId id)
    {
        if (Own.Own(id) is not { } item) return Unknown(id);
        if (item.Stage is ItemStage.Offered or ItemStage.Agreed)
            return new(RefusalReason.NotInThatPhase, $"The item {id} has been offered; it can be declined, not taken away.");
        Own = Own.Without(item);
        return null;
    }

    private Fault? Offer(ItemId id)
    {
        if (Own.Own(id) is not { } item) return Unknown(id);
        if (item.Stage is not ItemStage.Draft) return new(RefusalReason.NotInThatPhase, $"The item {id} is no draft.");
        if (Own.Others(id) is not null) return Taken(id);
        Share(item with { Stage = ItemStage.Offered, AcceptedBy = [side] });
        return null;
    }

    private Fault? Accept(ItemId id)
    {
        if (Own.Others(id) is not { } item) return Unknown(id);
        if (item.Stage is not ItemStage.Offered) return new(RefusalReason.NotInThatPhase, $"The item {id} is not open to be accepted.");
        if (item.AcceptedBy.Contains(side)) return new(RefusalReason.NothingWouldChange, $"The item {id} was accepted before.");
        var accepted = item with { AcceptedBy = item.AcceptedBy.Add(side) };
        Share(accepted.AcceptedBy.Length < _sides.Length
            ? accepted
            : accepted with { Stage = ItemStage.Agreed, Number = 1 + Own.Items.Count(i => i.Stage == ItemStage.Agreed) });
        return null;
    }

    private Fault? Decline(ItemId id, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new(RefusalReason.ReasonNeeded, "Say why the item is declined.");
        if (!RecordLimits.IsText(reason, 500)) return Bad("A reason is a text of at most 500 characters.");
        if (Own.Others(id) is not { } item) return Unknown(id);
        if (item.Stage is not ItemStage.Offered) return new(RefusalReason.NotInThatPhase, $"The item {id} is not open to be declined.");
        Share(item with { Stage = ItemStage.Declined, DeclineReason = reason });
        return null;
    }

    private Fault? Settle(Settlement settlement)
    {
        if (!Enum.IsDefined(settlement)) return Bad("A record is settled in no such way.");
        if (settlement is Settlement.WithItems && Own.Items.IsEmpty) return new(RefusalReason.NoSuchItem, "There is no item to settle with.");
        if (Own.Settled != settlement) Own = Own with { Settled = settlement };
        return null;
    }

    private Fault? Grow(SideContent grown)
    {
        if (RecordLimits.Size(grown) > RecordLimits.MostCharacters)
            return Bad($"A side's brief and items hold at most {RecordLimits.MostCharacters} characters together.");
        Own = grown;
        return null;
    }

    private void Share(ItemView item)
    {
        for (var i = 0; i < _sides.Length; i++) _sides[i] = _sides[i].With(item);
    }

    private static bool Same(OutcomeItem one, OutcomeItem other) =>
        one.OtherTexts.SequenceEqual(other.OtherTexts) && one with { OtherTexts = [] } == other with { OtherTexts = [] };

    private static Fault Bad(string detail) => new(RefusalReason.NotWellFormed, detail);

    private static Fault Unknown(ItemId id) =>
        id.Value is null ? Bad("An item has a name.") : new(RefusalReason.NoSuchItem, $"There is no item {id} of that side in the record.");

    private static Fault Taken(ItemId id) => new(RefusalReason.AlreadyExists, $"Another side has offered an item named {id}.");
}
