using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>Who reads what of the audit: the desk all, a chief what his people did and what concerns his delegation.</summary>
public static class AuditSight
{
    /// <summary>Whether somebody reads the audit at all.</summary>
    public static bool Reads(Actor by) => by is { Role: Role.Desk } or { Role: Role.Chief, Delegation: not null };

    /// <summary>An entry as somebody may read it; null where he may not.</summary>
    public static AuditEntry? Of(AuditEntry entry, Actor by) => by switch
    {
        // What a delegation's people were denied may name a meeting that the desk must not know of: it learns that they were.
        { Role: Role.Desk } => entry is { By.Delegation: not null, Act: AuditAct.ReadDenied or AuditAct.CommandDenied } ? entry with { About = null } : entry,
        { Role: Role.Chief, Delegation: { } own } => entry.By?.Delegation == own || entry.Concerns == own ? entry : null,
        _ => null,
    };
}
