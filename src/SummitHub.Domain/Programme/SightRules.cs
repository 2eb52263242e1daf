using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme;

/// <summary>Reads the table.</summary>
public static class SightRules
{
    /// <summary>What the audience may see of the meeting.</summary>
    public static Sight Of(Audience audience, Meeting meeting) => (audience.Kind, meeting.Terms.Visibility) switch
    {
        (AudienceKind.Delegation, _) when meeting.HasSide(audience.Delegation!.Value) => Sight.Side,
        (_, Visibility.Confidential) => Sight.Nothing,
        (AudienceKind.Desk, _) => Sight.Logistics,
        (AudienceKind.Wall, _) or (_, Visibility.Open) => Sight.Face,
        _ => Sight.Nothing,
    };

    /// <summary>Whether the audience may know whose time a commitment is.</summary>
    public static bool MaySee(Audience audience, Commitment commitment, Func<PrincipalId, Principal?> principals) =>
        commitment.Public || audience.Kind == AudienceKind.Desk
        || (audience.Delegation is { } own && commitment.Principals.Any(p => principals(p)?.Delegation == own));
}
