using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Meetings;

/// <summary>What a side does to items: its own until they are offered, the others' once they are.</summary>
internal sealed class ItemDesk(RecordPage page)
{
    private SideContent Own => page.Own;

    /// <summary>Carries a command out; says why where it does not.</summary>
    public Fault? Do(RecordCommand command) => command switch
    {
        DraftItem draft => Draft(draft.Item),
        DropItem drop => Drop(drop.Item),
        ClearItem clear => Clear(clear.Item),
        OfferItem offer => Offer(offer.Item),
        AcceptItem accept => Accept(accept.Item),
        CounterItem counter => Counter(counter.Item, counter.Edited),
        DeclineItem decline => Decline(decline.Item, decline.Reason),
        _ => Fault.Bad("The command is of no known kind."),
    };

    private Fault? Draft(OutcomeItem item)
    {
        if (Written(item) is { } fault) return fault;
        var old = Own.Own(item.Id);
        if (old is { Stage: ItemStage.Offered or ItemStage.Agreed })
            return new(RefusalReason.NotInThatPhase, $"The item {item.Id} has been offered; its text stands.");
        item = item with { Simulated = page.Actor.Simulated, Answers = old?.Item.Answers };
        if (old is null && Own.Items.Count(Own.Owns) >= RecordLimits.MostItems)
            return Fault.Bad($"A side has at most {RecordLimits.MostItems} items.");
        if (old is { Stage: ItemStage.Draft or ItemStage.Cleared } && Same(old.Item, item)) return null;
        return page.Grow(Own.With(new(item, ItemStage.Draft, null, [], null)))
            ?? page.Note(old is null ? RecordDeed.Drafted : RecordDeed.Rewritten, item.Id, item.Text, shared: false);
    }

    private Fault? Drop(ItemId id)
    {
        if (Own.Own(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is ItemStage.Offered or ItemStage.Agreed)
            return new(RefusalReason.NotInThatPhase, $"The item {id} has been offered; it can be declined, not taken away.");
        return page.Grow(Own.Without(item)) ?? page.Note(RecordDeed.Dropped, id, null, shared: false);
    }

    private Fault? Clear(ItemId id)
    {
        if (Own.Own(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is ItemStage.Cleared) return new(RefusalReason.NothingWouldChange, $"The item {id} was cleared before.");
        if (item.Stage is not ItemStage.Draft) return new(RefusalReason.NotInThatPhase, $"The item {id} is no draft.");
        return page.Grow(Own.With(Cleared(item))) ?? page.Note(RecordDeed.Cleared, id, null, shared: false);
    }

    private Fault? Offer(ItemId id)
    {
        if (Own.Own(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is not (ItemStage.Draft or ItemStage.Cleared)) return new(RefusalReason.NotInThatPhase, $"The item {id} is no draft.");
        if (item.Item.Sensitivity is Sensitivity.OwnSide) return new(RefusalReason.NotInThatPhase, $"The item {id} stays with its own side, as it is marked.");
        if (Own.Others(id) is not null) return Taken(id);
        if (item.Stage is ItemStage.Draft)
        {
            item = Cleared(item);
            if (page.Note(RecordDeed.Cleared, id, null, shared: false) is { } full) return full;
        }

        page.Share(item with { Stage = ItemStage.Offered, AcceptedBy = [page.Side] });
        return page.Note(RecordDeed.Offered, id, item.Item.Text, shared: true);
    }

    private Fault? Accept(ItemId id)
    {
        if (Own.Others(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is not ItemStage.Offered) return new(RefusalReason.NotInThatPhase, $"The item {id} is not open to be accepted.");
        if (item.AcceptedBy.Contains(page.Side)) return new(RefusalReason.NothingWouldChange, $"The item {id} was accepted before.");
        var accepted = item with { AcceptedBy = item.AcceptedBy.Add(page.Side) };
        var all = page.AcceptedByAll(accepted);
        page.Share(all ? accepted with { Stage = ItemStage.Agreed, Number = 1 + Own.Items.Count(i => i.Stage == ItemStage.Agreed) } : accepted);
        return page.Note(all ? RecordDeed.Agreed : RecordDeed.Accepted, id, null, shared: true);
    }

    /// <summary>Who edits another side's words answers for his own: they are cleared and offered at once.</summary>
    private Fault? Counter(ItemId id, OutcomeItem edited)
    {
        if (Own.Others(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is not ItemStage.Offered || item.AcceptedBy.Contains(page.Side))
            return new(RefusalReason.NotInThatPhase, $"The item {id} is not open to be answered.");
        if (Written(edited) is { } fault) return fault;
        if (edited.Sensitivity is Sensitivity.OwnSide) return Fault.Bad("What stays with its own side is no counter-offer.");
        if (Own.Own(edited.Id) is not null) return Taken(edited.Id);
        if (Own.Items.Count(Own.Owns) >= RecordLimits.MostItems) return Fault.Bad($"A side has at most {RecordLimits.MostItems} items.");
        edited = edited with { Simulated = page.Actor.Simulated, Answers = id, Corrects = item.Item.Corrects };
        if (Same(edited with { Id = id, Side = item.Item.Side, Answers = item.Item.Answers, Simulated = item.Item.Simulated }, item.Item))
            return new(RefusalReason.NothingWouldChange, "That is what was offered; it can be accepted.");
        var offer = Cleared(new(edited, ItemStage.Offered, null, [page.Side], null));
        if (page.Grow(Own.With(offer)) is { } large) return large;
        page.Share(item with { Stage = ItemStage.Countered });
        page.Share(offer);
        return page.Note(RecordDeed.Countered, id, edited.Text, shared: true) ?? page.Note(RecordDeed.Offered, edited.Id, edited.Text, shared: true);
    }

    private Fault? Decline(ItemId id, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new(RefusalReason.ReasonNeeded, "Say why the item is declined.");
        if (!RecordLimits.IsText(reason, 500)) return Fault.Bad("A reason is a text of at most 500 characters.");
        if (Own.Others(id) is not { } item) return Fault.Unknown(id);
        if (item.Stage is not ItemStage.Offered) return new(RefusalReason.NotInThatPhase, $"The item {id} is not open to be declined.");
        page.Share(item with { Stage = ItemStage.Declined, DeclineReason = reason });
        return page.Note(RecordDeed.Declined, id, reason, shared: true);
    }

    /// <summary>What is wrong with words that this side writes.</summary>
    private Fault? Written(OutcomeItem item)
    {
        if (RecordLimits.Fault(item) is { } fault) return Fault.Bad(fault);
        if (item.Side != page.Side) return new(RefusalReason.NotYoursToDo, "An item is drafted by the side whose it is.");
        if (Own.Others(item.Id) is not null) return Taken(item.Id);
        return item.Corrects is { } wrong && !Own.Items.Any(i => i.Item.Id == wrong && i.Stage == ItemStage.Agreed)
            ? new(RefusalReason.NoSuchItem, $"There is no agreed item {wrong} to put right.")
            : null;
    }

    private ItemView Cleared(ItemView item) => item with { Stage = item.Stage is ItemStage.Draft ? ItemStage.Cleared : item.Stage, Cleared = new(page.Actor.Name, page.Occasion.At) };

    private static bool Same(OutcomeItem one, OutcomeItem other) =>
        one.OtherTexts.SequenceEqual(other.OtherTexts) && one with { OtherTexts = [] } == other with { OtherTexts = [] };

    private static Fault Taken(ItemId id) => new(RefusalReason.AlreadyExists, $"Another item in the record is named {id}.");
}
