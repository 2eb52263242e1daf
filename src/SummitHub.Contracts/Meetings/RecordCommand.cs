namespace SummitHub.Contracts.Meetings;

/// <summary>Something a side does to the record of a meeting.</summary>
[GenerateSerializer, Immutable, Alias("summithub.RecordCommand")]
public abstract record RecordCommand;

/// <summary>Writes the side's own brief: topics and notes, which no other side ever reads.</summary>
/// <param name="Brief">The whole brief; it replaces the one before.</param>
[GenerateSerializer, Immutable, Alias("summithub.WriteBrief")]
public sealed record WriteBrief([property: Id(0)] Brief Brief) : RecordCommand;

/// <summary>Drafts an item, or writes a draft of one's own anew under its name.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DraftItem")]
public sealed record DraftItem([property: Id(0)] OutcomeItem Item) : RecordCommand;

/// <summary>Takes a draft of one's own away.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DropItem")]
public sealed record DropItem([property: Id(0)] ItemId Item) : RecordCommand;

/// <summary>Clears a draft of one's own: the actor answers for it. To write it anew takes that back.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ClearItem")]
public sealed record ClearItem([property: Id(0)] ItemId Item) : RecordCommand;

/// <summary>Offers an item of one's own to the other sides; a draft is cleared by that.</summary>
[GenerateSerializer, Immutable, Alias("summithub.OfferItem")]
public sealed record OfferItem([property: Id(0)] ItemId Item) : RecordCommand;

/// <summary>Accepts an item another side has offered.</summary>
[GenerateSerializer, Immutable, Alias("summithub.AcceptItem")]
public sealed record AcceptItem([property: Id(0)] ItemId Item) : RecordCommand;

/// <summary>Answers an item another side has offered with the same in other words, which is offered in its place.</summary>
/// <param name="Item">The item of the other side.</param>
/// <param name="Edited">The counter-offer, under a name of its own.</param>
[GenerateSerializer, Immutable, Alias("summithub.CounterItem")]
public sealed record CounterItem([property: Id(0)] ItemId Item, [property: Id(1)] OutcomeItem Edited) : RecordCommand;

/// <summary>Declines an item another side has offered.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DeclineItem")]
public sealed record DeclineItem([property: Id(0)] ItemId Item, [property: Id(1)] string Reason) : RecordCommand;

/// <summary>Composes the side's readout in a language; it replaces the one before, and what is published stays until it is published anew.</summary>
[GenerateSerializer, Immutable, Alias("summithub.WriteReadout")]
public sealed record WriteReadout([property: Id(0)] Readout Readout) : RecordCommand;

/// <summary>Publishes the side's readout in a language, as it is composed now, to the whole summit.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PublishReadout")]
public sealed record PublishReadout([property: Id(0)] string Language) : RecordCommand;

/// <summary>Takes the side's published readout in a language back.</summary>
[GenerateSerializer, Immutable, Alias("summithub.WithdrawReadout")]
public sealed record WithdrawReadout([property: Id(0)] string Language) : RecordCommand;

/// <summary>Settles the side's own record: with its items as they are, with no substantive outcome, or as a pull-aside only.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SettleRecord")]
public sealed record SettleRecord([property: Id(0)] Settlement As) : RecordCommand;

/// <summary>How a side settles its record.</summary>
[GenerateSerializer, Alias("summithub.Settlement")]
public enum Settlement
{
    /// <summary>With its items.</summary>
    WithItems,

    /// <summary>There was no substantive outcome.</summary>
    NoSubstantiveOutcome,

    /// <summary>It was a pull-aside only.</summary>
    PullAsideOnly,
}
