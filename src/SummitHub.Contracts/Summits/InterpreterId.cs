using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>Names an interpreter, such as <c>int-ru-2</c>: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.InterpreterId"), JsonConverter(typeof(TextIdConverter<InterpreterId>))]
public readonly record struct InterpreterId : ITextId<InterpreterId>, IComparable<InterpreterId>
{
    private InterpreterId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static InterpreterId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<InterpreterId>(text);

    /// <inheritdoc/>
    public static InterpreterId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out InterpreterId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new InterpreterId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(InterpreterId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<InterpreterId>(Value);
}
