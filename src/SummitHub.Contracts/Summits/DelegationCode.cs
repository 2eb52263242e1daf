using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names a delegation by its ISO 3166-1 alpha-3 code, or <c>EU</c>, <c>UNSG</c>: two to eight capital letters or digits. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DelegationCode"), JsonConverter(typeof(TextIdConverter<DelegationCode>))]
public readonly record struct DelegationCode : ITextId<DelegationCode>, IComparable<DelegationCode>
{
    private DelegationCode(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static DelegationCode Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<DelegationCode>(text);

    /// <inheritdoc/>
    public static DelegationCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out DelegationCode result)
    {
        var good = text is { Length: >= 2 and <= 8 } && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
        result = good ? new DelegationCode(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(DelegationCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<DelegationCode>(Value);
}
