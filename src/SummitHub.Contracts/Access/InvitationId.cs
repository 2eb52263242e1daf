using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>Names an invitation: made from who invites and the key of his call, so that a repeated call means the same one. It opens nothing. A slug of at most 40 characters. A <c>default</c> value throws when it is written.</summary>
[GenerateSerializer, Immutable, Alias("summithub.InvitationId"), JsonConverter(typeof(TextIdConverter<InvitationId>))]
public readonly record struct InvitationId : ITextId<InvitationId>, IComparable<InvitationId>
{
    private InvitationId(string value) => Value = value;

    /// <inheritdoc/>
    [Id(0)]
    public string Value { get; private init; }

    /// <inheritdoc/>
    public static InvitationId Parse(string text) => TryParse(text, null, out var id) ? id : throw TextId.Bad<InvitationId>(text);

    /// <inheritdoc/>
    public static InvitationId Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out InvitationId result)
    {
        var good = TextId.IsSlug(text, 40);
        result = good ? new InvitationId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public int CompareTo(InvitationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => TextId.Written<InvitationId>(Value);
}
