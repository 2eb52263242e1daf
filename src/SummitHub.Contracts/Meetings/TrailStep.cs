using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Meetings;

/// <summary>Something that was done to a record, as one side knows of it.</summary>
/// <param name="At">When, by the summit's clock.</param>
/// <param name="Side">The side that did it.</param>
/// <param name="By">Who did it; empty for what another side did, whose people are its own.</param>
/// <param name="Did">What was done.</param>
/// <param name="Item">The item; null where it is about none.</param>
/// <param name="Text">The words that were written, or why; null for none.</param>
[GenerateSerializer, Immutable, Alias("summithub.TrailStep")]
public sealed record TrailStep(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] DelegationCode Side,
    [property: Id(2)] string By,
    [property: Id(3)] RecordDeed Did,
    [property: Id(4)] ItemId? Item,
    [property: Id(5)] string? Text);

/// <summary>What is done to a record.</summary>
[GenerateSerializer, Alias("summithub.RecordDeed")]
public enum RecordDeed
{
    /// <summary>An item was drafted.</summary>
    Drafted,

    /// <summary>A draft was written anew.</summary>
    Rewritten,

    /// <summary>A draft was taken away.</summary>
    Dropped,

    /// <summary>An item was cleared.</summary>
    Cleared,

    /// <summary>An item was offered.</summary>
    Offered,

    /// <summary>An item was accepted by a side.</summary>
    Accepted,

    /// <summary>An item was accepted by the last side, and has a number.</summary>
    Agreed,

    /// <summary>An item was declined.</summary>
    Declined,

    /// <summary>An item was answered with a counter-offer.</summary>
    Countered,

    /// <summary>The side settled its record.</summary>
    Settled,

    /// <summary>A readout was published.</summary>
    Published,

    /// <summary>A readout was taken back.</summary>
    Withdrawn,
}
