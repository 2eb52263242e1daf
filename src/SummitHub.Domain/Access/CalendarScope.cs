using System.Diagnostics.CodeAnalysis;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Access;

/// <summary>Whose meetings a calendar holds: of one delegation, one person or one room. A <c>default</c> value is of nobody.</summary>
/// <param name="Delegation">The delegation, if it is one's.</param>
/// <param name="Principal">The person, if it is one's.</param>
/// <param name="Venue">The room, if it is one's.</param>
public readonly record struct CalendarScope(DelegationCode? Delegation, PrincipalId? Principal, VenueId? Venue)
{
    /// <summary>Reads <c>delegation:KAZ</c>, <c>principal:kaz-p1</c> or <c>venue:booth-03</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarScope scope)
    {
        scope = default;
        if (text is null || text.Length > 100 || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) return false;
        var name = text[(colon + 1)..];
        switch (text[..colon])
        {
            case "delegation" when DelegationCode.TryParse(name, null, out var code):
                scope = scope with { Delegation = code };
                return true;
            case "principal" when PrincipalId.TryParse(name, null, out var person):
                scope = scope with { Principal = person };
                return true;
            case "venue" when VenueId.TryParse(name, null, out var venue):
                scope = scope with { Venue = venue };
                return true;
            default:
                return false;
        }
    }
}
