using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names a zone of the summit's town between which people travel, such as <c>unhq-cb</c>: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ZoneId"), JsonConverter(typeof(TextIdConverter<ZoneId>))]
public readonly record struct ZoneId : ITextId<ZoneId>, IComparable<ZoneId>
{
    private ZoneId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static ZoneId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<ZoneId>(text);

    /// <inheritdoc/>
    public static ZoneId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ZoneId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new ZoneId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(ZoneId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<ZoneId>(Value);
}
