using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Notices;

/// <summary>Names a notice within an inbox: a slug of at most 80 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.NoticeId"), JsonConverter(typeof(TextIdConverter<NoticeId>))]
public readonly record struct NoticeId : ITextId<NoticeId>, IComparable<NoticeId>
{
    private NoticeId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static NoticeId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<NoticeId>(text);

    /// <inheritdoc/>
    public static NoticeId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out NoticeId result)
    {
        var good = TextId.IsSlug(text, 80);
        result = good ? new NoticeId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(NoticeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<NoticeId>(Value);
}
