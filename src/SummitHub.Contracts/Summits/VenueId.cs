using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names a venue, such as <c>booth-03</c>: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.VenueId"), JsonConverter(typeof(TextIdConverter<VenueId>))]
public readonly record struct VenueId : ITextId<VenueId>, IComparable<VenueId>
{
    private VenueId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static VenueId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<VenueId>(text);

    /// <inheritdoc/>
    public static VenueId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out VenueId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new VenueId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(VenueId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<VenueId>(Value);
}
