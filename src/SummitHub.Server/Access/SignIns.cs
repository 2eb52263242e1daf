using System.Security.Cryptography;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>Signs people in and out of this browser.</summary>
internal sealed class SignIns(IGrainFactory grains, KnownPasses passes)
{
    /// <summary>Opens a session for somebody this server vouches for, and gives it to the browser.</summary>
    public async Task<AccessRefusal?> AdmitAsync(HttpContext http, SummitId summit, Actor who, SignIn by)
    {
        var secret = NewSecret(SecretKind.Session, summit);
        var reply = await Grain(summit).Admit(new(NewPass(), SecretHash.Of(secret), who, by, Device(http.Request)));
        if (reply.Pass is not { } pass) return reply.Refusal;
        passes.Know(summit, pass);
        SessionCookie.Write(http, secret, pass);
        return null;
    }

    /// <summary>Ends the session of this browser, and takes its cookie away.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        SessionCookie.Clear(http);
        if (http.Features.Get<KnownPass>() is { } known) await Grain(known.Summit).End(known.Stored.Holder, known.Stored.Id);
    }

    /// <summary>Makes a secret that nobody can foresee.</summary>
    public static string NewSecret(SecretKind kind, SummitId summit) => Secret.Write(kind, summit, RandomNumberGenerator.GetBytes(Secret.Size));

    /// <summary>Makes a name for a pass.</summary>
    public static PassId NewPass() => PassId.Parse(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    private IAccessGrain Grain(SummitId summit) => grains.GetGrain<IAccessGrain>(summit.Value);

    /// <summary>The browser as it calls itself, for the list of one's own sessions.</summary>
    private static string Device(HttpRequest request) => request.Headers.UserAgent.ToString() is { Length: > 0 } named ? named : "?";
}
