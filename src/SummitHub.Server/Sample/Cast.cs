using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>The people whom the script plays; every one of them is simulated and says so in his name.</summary>
internal static class Cast
{
    /// <summary>The protocol desk.</summary>
    public static readonly Actor Desk = new("sim-desk", "simulated protocol desk", Role.Desk, null, Simulated: true);

    /// <summary>The site officer of a delegation.</summary>
    public static Actor SiteOfficer(DelegationCode of) => Member(of, Role.SiteOfficer, "site officer");

    /// <summary>The notetaker of a delegation.</summary>
    public static Actor Notetaker(DelegationCode of) => Member(of, Role.Notetaker, "notetaker");

    /// <summary>The chief of a delegation.</summary>
    public static Actor Chief(DelegationCode of) => Member(of, Role.Chief, "chief of delegation");

    /// <summary>What one of them asks of the programme.</summary>
    public static ProgrammeStep Asks(Actor actor, string name, params ReadOnlySpan<ProgrammeCommand> commands) =>
        new(new Operation(OperationId.Parse($"play-{name}"), actor, [.. commands]));

    private static Actor Member(DelegationCode of, Role role, string title) =>
        new($"sim-{of.Value.ToLowerInvariant()}-{role.ToString().ToLowerInvariant()}", $"simulated {title} of {of}", role, of, Simulated: true);
}
