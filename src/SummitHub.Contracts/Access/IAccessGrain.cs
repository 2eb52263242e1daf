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

    /// <summary>Ends a pass, for its holder or who answers for him. Durable; repeating it changes nothing. Null where it is ended.</summary>
    [Alias("End")]
    Task<AccessRefusal?> End(Actor by, PassId pass);

    /// <summary>What has changed since a revision; servers ask each second. Only what is durable.</summary>
    [Alias("Changes")]
    Task<PassChanges> Changes(long since);

    /// <summary>Says when passes were used. Best effort: it only keeps those in use from lapsing.</summary>
    [Alias("Seen"), OneWay]
    Task Seen(ImmutableArray<PassSeen> seen);
}
