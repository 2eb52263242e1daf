using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Meetings;

/// <summary>What a side would tell the public of a meeting, in one language; it reads it alone.</summary>
/// <param name="Language">The language, a BCP 47 tag.</param>
/// <param name="Title">The title: at most 200 characters, perhaps none.</param>
/// <param name="Lead">What stands before the items: at most 4,000 characters, perhaps none.</param>
/// <param name="Items">The items told, in their order: agreed ones, and cleared ones of its own.</param>
[GenerateSerializer, Immutable, Alias("summithub.Readout")]
public sealed record Readout(
    [property: Id(0)] string Language,
    [property: Id(1)] string Title,
    [property: Id(2)] string Lead,
    [property: Id(3)] ImmutableArray<ItemName> Items);

/// <summary>An item by whose it is and what it is called: two sides may have drafts of one name.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ItemName")]
public readonly record struct ItemName([property: Id(0)] DelegationCode Side, [property: Id(1)] ItemId Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Side}/{Id}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ItemName name)
    {
        name = default;
        if (text?.IndexOf('/', StringComparison.Ordinal) is not ({ } at and > 0)) return false;
        if (!DelegationCode.TryParse(text[..at], null, out var side) || !ItemId.TryParse(text[(at + 1)..], null, out var id)) return false;
        name = new(side, id);
        return true;
    }
}

/// <summary>What a side has told the public of a meeting, as it was when it was published.</summary>
/// <param name="Side">Whose it is.</param>
/// <param name="Language">The language, a BCP 47 tag.</param>
/// <param name="Edition">How often it has been published in that language, from one.</param>
/// <param name="Title">The title, perhaps none.</param>
/// <param name="Lead">What stands before the items, perhaps nothing.</param>
/// <param name="Lines">The items in its words.</param>
/// <param name="At">When it was published, by the summit's clock.</param>
[GenerateSerializer, Immutable, Alias("summithub.PublishedReadout")]
public sealed record PublishedReadout(
    [property: Id(0)] DelegationCode Side,
    [property: Id(1)] string Language,
    [property: Id(2)] int Edition,
    [property: Id(3)] string Title,
    [property: Id(4)] string Lead,
    [property: Id(5)] ImmutableArray<string> Lines,
    [property: Id(6)] DateTimeOffset At);
