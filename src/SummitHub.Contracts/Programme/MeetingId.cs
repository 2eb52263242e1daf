using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Names a meeting for as long as it is spoken of, through every move: a slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.MeetingId"), JsonConverter(typeof(TextIdConverter<MeetingId>))]
public readonly record struct MeetingId : ITextId<MeetingId>, IComparable<MeetingId>
{
    private MeetingId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static MeetingId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<MeetingId>(text);

    /// <inheritdoc/>
    public static MeetingId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out MeetingId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new MeetingId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(MeetingId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<MeetingId>(Value);
}
