using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Meetings;

/// <summary>An item as a side writes it.</summary>
public sealed record ItemBody
{
    /// <summary>Its name; absent: one made from the operation.</summary>
    public ItemId? Id { get; init; }

    /// <summary>What it is.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>In its own words.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The topic it belongs to.</summary>
    public string? Topic { get; init; }

    /// <summary>A figure cited.</summary>
    public decimal? Figure { get; init; }

    /// <summary>The figure's unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Who follows it up.</summary>
    public DelegationCode? Owner { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The same in other languages.</summary>
    public IReadOnlyList<LocalName>? Others { get; init; }

    /// <summary>The place it is about.</summary>
    public string? Place { get; init; }

    /// <summary>The days in which it is to happen.</summary>
    public DayWindow? Window { get; init; }

    /// <summary>How far it may go.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>The agreed item that it puts right.</summary>
    public ItemId? Corrects { get; init; }

    /// <summary>The item of a side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="name">What it is called where the body does not say.</param>
    public OutcomeItem Read(DelegationCode side, ItemId name) =>
        new(Id ?? name, Kind, side, Text, Language, Topic, Figure, Unit, Owner, Due, [.. Others ?? []], Place: Place, Window: Window, Sensitivity: Sensitivity, Corrects: Corrects);
}

/// <summary>Why.</summary>
public sealed record ReasonBody(string? Reason = null);

/// <summary>How a side settles its record.</summary>
public sealed record SettleBody(Settlement As);

/// <summary>A side's readout in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Title">The title; absent for none.</param>
/// <param name="Lead">What stands before the items; absent for nothing.</param>
/// <param name="Items">The items told, each as <c>SIDE/item</c>.</param>
public sealed record ReadoutBody(string Language, string? Title = null, string? Lead = null, IReadOnlyList<string>? Items = null)
{
    /// <summary>The readout.</summary>
    /// <exception cref="BadHttpRequestException">An item is not named as it should be.</exception>
    public Readout Read() => new(Language, Title ?? "", Lead ?? "", [.. (Items ?? []).Select(Named)]);

    private static ItemName Named(string text) =>
        ItemName.TryParse(text, out var name) ? name : throw new BadHttpRequestException("A readout names its items as SIDE/item.");
}

/// <summary>A side's brief.</summary>
public sealed record BriefBody(IReadOnlyList<string> Topics, string Notes);
