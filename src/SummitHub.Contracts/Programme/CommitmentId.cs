using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Names a commitment, such as <c>statement-kaz</c>: a slug of at most 60 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.CommitmentId"), JsonConverter(typeof(TextIdConverter<CommitmentId>))]
public readonly record struct CommitmentId : ITextId<CommitmentId>, IComparable<CommitmentId>
{
    private CommitmentId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static CommitmentId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<CommitmentId>(text);

    /// <inheritdoc/>
    public static CommitmentId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CommitmentId result)
    {
        var good = TextId.IsSlug(text, 60);
        result = good ? new CommitmentId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(CommitmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<CommitmentId>(Value);
}
