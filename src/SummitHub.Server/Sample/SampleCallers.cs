using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Sample;

/// <summary>Who signs in to the sample by a link, and the board it leads to.</summary>
internal static class SampleCallers
{
    /// <summary>The links that are offered, as <c>/sample/as/...</c>; any other delegation's code works as well.</summary>
    public static readonly IReadOnlyList<string> Offered = ["desk", "KAZ", "POL", "GEO", "UKR", "JOR", "UNSG", "wall"];

    private static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["chief"] = Role.Chief,
        ["controlOfficer"] = Role.ControlOfficer,
        ["siteOfficer"] = Role.SiteOfficer,
        ["notetaker"] = Role.Notetaker,
        ["reader"] = Role.Reader,
    };

    /// <summary>The caller of a link; null where there is none. A delegation's code that is not at the summit sees an empty board.</summary>
    public static (Actor Actor, string Board)? Find(string who, string? role, SampleSetting setting)
    {
        var boards = $"/summits/{setting.Head.Id}";
        if (who == "desk") return (new Actor("desk", "Protocol desk", Role.Desk, null), $"{boards}/board");
        if (who == "wall") return (new Actor("wall", "Wall display", Role.Display, null), $"{boards}/wall");
        if (!DelegationCode.TryParse(who, null, out var code) || !Roles.TryGetValue(role ?? "chief", out var kind)) return null;
        var name = Roles.First(r => r.Value == kind).Key;
        return (new Actor($"{code.Value.ToLowerInvariant()}-{name.ToLowerInvariant()}", $"{code} {Title(kind)}", kind, code), $"{boards}/delegations/{code}");
    }

    private static string Title(Role role) => role switch
    {
        Role.Chief => "chief of delegation",
        Role.ControlOfficer => "control officer",
        Role.SiteOfficer => "site officer",
        Role.Notetaker => "notetaker",
        _ => "reader",
    };
}
