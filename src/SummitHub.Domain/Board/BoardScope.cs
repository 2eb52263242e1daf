using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Board;

/// <summary>What part of the programme a board shows: a day, a delegation, a venue, or all. A <c>default</c> value is all.</summary>
/// <param name="Day">Only this local day.</param>
/// <param name="Delegation">Only meetings of this delegation.</param>
/// <param name="Venue">Only this venue.</param>
public readonly record struct BoardScope(DateOnly? Day, DelegationCode? Delegation, VenueId? Venue)
{
    /// <summary>Reads <c>all</c>, <c>day:2019-09-24</c>, <c>delegation:KAZ</c>, <c>venue:booth-03</c>, or several joined by commas.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BoardScope scope)
    {
        scope = default;
        if (text is null || text.Length > 200) return false;
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var (kind, value) = colon < 0 ? (part, "") : (part[..colon], part[(colon + 1)..]);
            switch (kind)
            {
                case "all" when value.Length == 0:
                    break;
                case "day" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                    scope = scope with { Day = day };
                    break;
                case "delegation" when DelegationCode.TryParse(value, null, out var code):
                    scope = scope with { Delegation = code };
                    break;
                case "venue" when VenueId.TryParse(value, null, out var venue):
                    scope = scope with { Venue = venue };
                    break;
                default:
                    return false;
            }
        }
        return true;
    }
}
