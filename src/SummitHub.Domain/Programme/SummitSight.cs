using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme;

/// <summary>
/// The summit as an audience may know it. When people are in town, how many meetings a single person is spared for, and whom the host keeps
/// apart from whom are the desk's to know.
/// </summary>
public static class SummitSight
{
    /// <summary>The summit without what the audience may not know.</summary>
    public static Summit Of(Audience audience, Summit summit) => audience.Kind is AudienceKind.Desk or AudienceKind.Officer
        ? summit
        : summit with
        {
            Principals = [.. summit.Principals.Select(p => p.Present is null ? p : p with { Present = null })],
            Rules = summit.Rules with { KeptApart = [], MeetingsADayOf = [] },
        };
}
