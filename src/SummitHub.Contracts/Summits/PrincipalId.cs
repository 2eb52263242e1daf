using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names a person whose time is planned, whatever offices he holds, such as <c>kaz-p1</c>: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.PrincipalId"), JsonConverter(typeof(TextIdConverter<PrincipalId>))]
public readonly record struct PrincipalId : ITextId<PrincipalId>, IComparable<PrincipalId>
{
    private PrincipalId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static PrincipalId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<PrincipalId>(text);

    /// <inheritdoc/>
    public static PrincipalId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PrincipalId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new PrincipalId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(PrincipalId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<PrincipalId>(Value);
}
