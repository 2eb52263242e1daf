using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Load.Servers;

/// <summary>Who asks, in this console.</summary>
internal static class Actors
{
    /// <summary>The product itself, which founds summits.</summary>
    public static Actor System { get; } = new("load-system", "Load", Role.System, null);

    /// <summary>A protocol officer.</summary>
    public static Actor Desk { get; } = new("load-desk", "Protocol desk", Role.Desk, null);

    /// <summary>Somebody of a delegation.</summary>
    public static Actor Of(string delegation, Role role) =>
        new($"load-{delegation}-{role}", $"{role} of {delegation}", role, DelegationCode.Parse(delegation));

    /// <summary>An operation of this actor.</summary>
    public static Operation Asks(this Actor actor, string id, params ImmutableArray<ProgrammeCommand> commands) =>
        new(OperationId.Parse(id), actor, commands);
}
