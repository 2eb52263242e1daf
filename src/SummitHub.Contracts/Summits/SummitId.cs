using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names a summit, such as <c>unga74</c>: a slug of at most 32 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.SummitId"), JsonConverter(typeof(TextIdConverter<SummitId>))]
public readonly record struct SummitId : ITextId<SummitId>, IComparable<SummitId>
{
    private SummitId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static SummitId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<SummitId>(text);

    /// <inheritdoc/>
    public static SummitId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out SummitId result)
    {
        var good = TextId.IsSlug(text, 32);
        result = good ? new SummitId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(SummitId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<SummitId>(Value);
}
