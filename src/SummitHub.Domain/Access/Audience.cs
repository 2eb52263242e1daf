using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Access;

/// <summary>
/// A class of readers who see the same: the desk, its walls, or one delegation. It has versions of its own, so that no gap betrays
/// what others do. A <c>default</c> value is the desk's walls, who see the least.
/// </summary>
/// <param name="Kind">What they are.</param>
/// <param name="Delegation">Whose they are; null for the desk and its walls.</param>
public readonly record struct Audience(AudienceKind Kind, DelegationCode? Delegation)
{
    /// <summary>The protocol desk.</summary>
    public static Audience Desk { get; } = new(AudienceKind.Desk, null);

    /// <summary>The desk's wall displays.</summary>
    public static Audience Wall { get; } = new(AudienceKind.Wall, null);

    /// <summary>The people of one delegation.</summary>
    public static Audience Of(DelegationCode delegation) => new(AudienceKind.Delegation, delegation);

    /// <summary>The audience somebody belongs to; null for who belongs to none.</summary>
    public static Audience? Of(Actor actor) => actor switch
    {
        { Delegation: { } delegation } => Of(delegation),
        { Role: Role.Desk } => Desk,
        { Role: Role.Display } => Wall,
        _ => null,
    };

    /// <summary>Its name among the hub's groups.</summary>
    public override string ToString() => Kind == AudienceKind.Delegation ? $"delegation:{Delegation}" : Kind == AudienceKind.Desk ? "desk" : "wall";
}

/// <summary>What an audience is.</summary>
public enum AudienceKind
{
    /// <summary>Wall displays of the desk.</summary>
    Wall,

    /// <summary>The protocol desk.</summary>
    Desk,

    /// <summary>The people of one delegation.</summary>
    Delegation,
}
