using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>Names a pass in lists and in the audit; it is no secret and opens nothing. A slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PassId"), JsonConverter(typeof(TextIdConverter<PassId>))]
public readonly record struct PassId : ITextId<PassId>, IComparable<PassId>
{
    private PassId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static PassId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<PassId>(text);

    /// <inheritdoc/>
    public static PassId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PassId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new PassId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(PassId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<PassId>(Value);
}
