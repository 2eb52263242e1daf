using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Names an operation of one actor, made by his client: printable ASCII of at most 80 characters. Repeating it changes nothing. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.OperationId"), JsonConverter(typeof(TextIdConverter<OperationId>))]
public readonly record struct OperationId : ITextId<OperationId>, IComparable<OperationId>
{
    private OperationId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static OperationId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<OperationId>(text);

    /// <inheritdoc/>
    public static OperationId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out OperationId result)
    {
        var good = TextId.IsToken(text, 80);
        result = good ? new OperationId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(OperationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<OperationId>(Value);
}
