using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Access;

/// <summary>
/// A class of readers who see the same. It has versions of its own, so that no gap betrays what others do. A <c>default</c> value is a
/// wall that is not the desk's, who sees the least.
/// </summary>
/// <param name="Kind">What they are.</param>
/// <param name="Delegation">Whose they are; null for the desk and for walls.</param>
/// <param name="Officer">The desk's officer, by actor id; null for all others.</param>
public readonly record struct Audience(AudienceKind Kind, DelegationCode? Delegation = null, string? Officer = null)
{
    /// <summary>What every officer of the protocol desk sees, whoever he is.</summary>
    public static Audience Desk { get; } = new(AudienceKind.Desk);

    /// <summary>The desk's wall displays.</summary>
    public static Audience DeskWall { get; } = new(AudienceKind.DeskWall);

    /// <summary>Walls that are not the desk's.</summary>
    public static Audience Wall { get; } = new(AudienceKind.Wall);

    /// <summary>The full staff of one delegation: chief, control officers, site officers, notetakers.</summary>
    public static Audience Of(DelegationCode delegation) => new(AudienceKind.Delegation, delegation);

    /// <summary>The readers and press officers of one delegation.</summary>
    public static Audience ReadersOf(DelegationCode delegation) => new(AudienceKind.Readers, delegation);

    /// <summary>One officer of the protocol desk: what all of it sees, and what he has placed himself.</summary>
    public static Audience OfOfficer(string id) => new(AudienceKind.Officer, Officer: id);

    /// <summary>The audience somebody belongs to; null for who belongs to none.</summary>
    public static Audience? Of(Actor actor) => (actor.Role, actor.Delegation) switch
    {
        (Role.Desk, _) => OfOfficer(actor.Id),
        (Role.Display, null) => DeskWall,
        (Role.Display, _) => Wall,
        (Role.Reader or Role.Press, { } delegation) => ReadersOf(delegation),
        (Role.Chief or Role.ControlOfficer or Role.SiteOfficer or Role.Notetaker, { } delegation) => Of(delegation),
        _ => null,
    };

    /// <summary>Its name among the hub's groups.</summary>
    public override string ToString() => Kind switch
    {
        AudienceKind.Delegation => $"delegation:{Delegation}",
        AudienceKind.Readers => $"readers:{Delegation}",
        AudienceKind.Officer => $"officer:{Officer}",
        AudienceKind.Desk => "desk",
        AudienceKind.DeskWall => "desk-wall",
        _ => "wall",
    };
}

/// <summary>What an audience is.</summary>
public enum AudienceKind
{
    /// <summary>Wall displays that are not the desk's.</summary>
    Wall,

    /// <summary>Wall displays of the desk.</summary>
    DeskWall,

    /// <summary>The protocol desk as a whole.</summary>
    Desk,

    /// <summary>One officer of the desk.</summary>
    Officer,

    /// <summary>Readers and press officers of one delegation.</summary>
    Readers,

    /// <summary>The full staff of one delegation.</summary>
    Delegation,
}
