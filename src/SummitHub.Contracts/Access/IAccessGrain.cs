using System.Collections.Immutable;
using Orleans.Concurrency;

namespace SummitHub.Contracts.Access;

/// <summary>
/// Who is let in to one summit, and by what. Its key is the summit's id. It keeps hashes alone: whoever reads its store can sign in as
/// nobody. Servers call it, never clients; the actor is who the server has established.
/// </summary>
[Alias("summithub.IAccessGrain"), GrainInterfaceType("summithub.access")]
public interface IAccessGrain : IGrainWithStringKey
{
    /// <summary>Opens a session for somebody a server vouches for. Durable; repeating it changes nothing.</summary>
    [Alias("Admit")]
    Task<PassReply> Admit(Admission admission);

    /// <summary>Invites somebody. Durable; asking again under the same name gives the open invitation the newer secret, and nobody a second one.</summary>
    [Alias("Invite")]
    Task<InvitationReply> Invite(Actor by, InvitationAsk ask);

    /// <summary>Uses an invitation. Durable, and at most once: of two who use it at once one is refused.</summary>
    [Alias("Accept")]
    Task<PassReply> Accept(Acceptance acceptance);

    /// <summary>Takes an open invitation back. Durable; repeating it changes nothing. Null where it opens nothing any more.</summary>
    [Alias("Revoke")]
    Task<AccessRefusal?> Revoke(Actor by, InvitationId invitation);

    /// <summary>Removes somebody: his passes end, and so do his invitations and those he made. Durable; repeating it changes nothing.</summary>
    [Alias("Remove")]
    Task<AccessRefusal?> Remove(Actor by, string member);

    /// <summary>Makes a token for who asks, or a display for the desk. Durable; repeating it changes nothing.</summary>
    [Alias("Issue")]
    Task<PassReply> Issue(Actor by, PassAsk ask);

    /// <summary>Who is let in, as far as he may know it. Only what is durable.</summary>
    [Alias("Read")]
    Task<AccessView> Read(Actor by);

    /// <summary>Ends a pass, for its holder or who answers for him. Durable; repeating it changes nothing. Null where it is ended.</summary>
    [Alias("End")]
    Task<AccessRefusal?> End(Actor by, PassId pass);

    /// <summary>What has changed since a revision; servers ask each second. Only what is durable.</summary>
    [Alias("Changes")]
    Task<PassChanges> Changes(long since);

    /// <summary>Says when passes were used. Best effort: it only keeps those in use from lapsing.</summary>
    [Alias("Seen"), OneWay]
    Task Seen(ImmutableArray<PassSeen> seen);

    /// <summary>Writes to the audit what servers have seen: denied reads and commands, exports. Durable when it answers.</summary>
    [Alias("Audit")]
    Task Audit(ImmutableArray<AuditEntry> entries);

    /// <summary>What somebody may read of the audit, the newest first: at most about <paramref name="most"/> entries older than an instant. Null where he may read none.</summary>
    [Alias("ReadAudit")]
    Task<AuditView?> ReadAudit(Actor by, DateTimeOffset before, int most);
}
