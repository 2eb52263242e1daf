using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Meetings;

/// <summary>Names an outcome item within its meeting: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ItemId"), JsonConverter(typeof(TextIdConverter<ItemId>))]
public readonly record struct ItemId : ITextId<ItemId>, IComparable<ItemId>
{
    private ItemId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static ItemId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<ItemId>(text);

    /// <inheritdoc/>
    public static ItemId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ItemId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new ItemId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(ItemId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<ItemId>(Value);
}
