using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>A pass as this server knows it: as it was stored last, and when it was used here.</summary>
internal sealed class KnownPass
{
    private readonly TimeProvider _time;
    private Pass _stored;
    private long _usedAt;

    public KnownPass(SummitId summit, Pass stored, TimeProvider time)
    {
        (Summit, _stored, _time) = (summit, stored, time);
        Ticket = new(Caller.Principal(stored.Holder, PassScheme.Name, summit, stored.Scopes), new AuthenticationProperties { ExpiresUtc = stored.ExpiresAt }, PassScheme.Name);
    }

    /// <summary>Where it lets in.</summary>
    public SummitId Summit { get; }

    /// <summary>The pass as it was stored last.</summary>
    public Pass Stored => Volatile.Read(ref _stored);

    /// <summary>What a call that carries it is given; one for all, since nobody changes it.</summary>
    public AuthenticationTicket Ticket { get; }

    /// <summary>Who is let in by it.</summary>
    public ClaimsPrincipal Principal => Ticket.Principal;

    /// <summary>Whether it lets its holder in now. What is used here lies idle nowhere, even while that is not stored.</summary>
    public bool Holds
    {
        get
        {
            var (stored, now) = (Stored, _time.GetUtcNow());
            return stored.HoldsAt(now) || (stored.EndedAt is null && now < stored.ExpiresAt && now - UsedAt < stored.Idle);
        }
    }

    /// <summary>Says that it is used. Costs no call.</summary>
    public void Use() => Interlocked.Exchange(ref _usedAt, _time.GetUtcNow().UtcTicks);

    /// <summary>When it was used here last, where that is later than is stored by so much; null otherwise.</summary>
    public PassSeen? SeenSince(TimeSpan stored) => UsedAt - Stored.SeenAt >= stored ? new(Stored.Id, UsedAt) : null;

    /// <summary>Takes over how it is stored now; an older answer that comes late changes nothing.</summary>
    public void Update(Pass stored)
    {
        if (stored.Revision > Stored.Revision) Volatile.Write(ref _stored, stored);
    }

    private DateTimeOffset UsedAt => new(Interlocked.Read(ref _usedAt), TimeSpan.Zero);
}
