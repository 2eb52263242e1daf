using System.Security.Cryptography;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>Signs people in and out of this browser, and makes the secrets that do it elsewhere.</summary>
internal sealed class SignIns(IGrainFactory grains, KnownPasses passes, Denials denials)
{
    private static readonly AccessRefusal OpensNothing = new(AccessRefusalReason.NoSuchInvitation, "This link opens nothing. Ask who sent it for another.");

    /// <summary>Opens a session for somebody this server vouches for, and gives it to the browser.</summary>
    public async Task<AccessRefusal?> AdmitAsync(HttpContext http, SummitId summit, Actor who, SignIn by)
    {
        var secret = NewSecret(SecretKind.Session, summit);
        var reply = await Grain(summit).Admit(new(NewPass(), SecretHash.Of(secret), who, by, Device.Of(http.Request), From(http)));
        if (reply.Pass is { } pass) Give(http, summit, secret, pass);
        return reply.Refusal;
    }

    /// <summary>Uses a link, and gives the browser what it opens.</summary>
    /// <returns>Where to go on, or why not.</returns>
    public async Task<(string? To, AccessRefusal? Refusal)> JoinAsync(HttpContext http, string text)
    {
        if (!Secret.TryRead(text, out var link)) return (null, OpensNothing);
        if (link.Kind == SecretKind.Display) return await ShowAsync(http, text, link);
        if (link.Kind != SecretKind.Join) return (null, OpensNothing);

        var secret = NewSecret(SecretKind.Session, link.Summit);
        var key = SecretHash.Of(http.Request.Headers.TryGetValue(CallGuards.KeyHeader, out var given) ? given.ToString() : secret);
        var reply = await Grain(link.Summit).Accept(new(link.Hash, key, NewPass(), SecretHash.Of(secret), Device.Of(http.Request), From(http)));
        if (reply.Pass is not { } pass)
        {
            if (passes.Serves(link.Summit)) denials.Note(link.Summit, AuditAct.SignInRefused, null, "invitation", WireJson.Name(reply.Refusal!.Reason), From(http));
            return (null, reply.Refusal);
        }
        // Whoever was signed in here before is not any more: two people never share a browser unawares.
        await SignOutAsync(http);
        Give(http, link.Summit, secret, pass);
        return (HomeOf(link.Summit, pass.Holder), null);
    }

    /// <summary>Makes a token, a display or a calendar, and answers its secret, once.</summary>
    public async Task<IResult> IssueAsync(HttpContext http, SummitId summit, PassKind kind, string label, Scopes scopes, TimeSpan holds, string? board = null)
    {
        var secret = NewSecret(KindOf(kind), summit);
        var reply = await Grain(summit).Issue(Caller.Actor(http.User), new(PassId.Parse(CallName.Of(http)), kind, SecretHash.Of(secret), label, scopes, holds, board));
        if (reply.Pass is not { } pass) return AccessProblems.Refused(reply.Refusal!);
        if (pass.Secret != SecretHash.Of(secret)) return AccessProblems.Refused(new(AccessRefusalReason.NoSuchPass, "This call was made before, and what it made was shown then. End it and make another."));
        passes.Know(summit, pass);
        return kind switch
        {
            PassKind.Token => TypedResults.Ok(new TokenMade(pass.Id.Value, secret, pass.ExpiresAt)),
            PassKind.Calendar => TypedResults.Ok(new LinkMade(pass.Id.Value, $"/calendars/{secret}.ics", pass.ExpiresAt)),
            _ => TypedResults.Ok(new LinkMade(pass.Id.Value, LinkOf(secret), pass.ExpiresAt)),
        };
    }

    /// <summary>Ends the session of this browser, and takes its cookie away. A display is only forgotten here: others may show it.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        SessionCookie.Clear(http);
        if (http.Features.Get<KnownPass>() is { Stored.Kind: PassKind.Session } known) await Grain(known.Summit).End(known.Stored.Holder, known.Stored.Id);
    }

    /// <summary>Makes a secret that nobody can foresee.</summary>
    public static string NewSecret(SecretKind kind, SummitId summit) => Secret.Write(kind, summit, RandomNumberGenerator.GetBytes(Secret.Size));

    /// <summary>The link of a secret: what opens is in its fragment, which browsers send to nobody.</summary>
    public static string LinkOf(string secret) => $"/join#{secret}";

    private static SecretKind KindOf(PassKind kind) => kind switch
    {
        PassKind.Token => SecretKind.Token,
        PassKind.Calendar => SecretKind.Calendar,
        _ => SecretKind.Display,
    };

    private static PassId NewPass() => PassId.Parse(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    private static string From(HttpContext http) => Denials.From(http) ?? "";

    /// <summary>Where somebody who was let in goes on.</summary>
    public static string HomeOf(SummitId summit, Actor who) => who switch
    {
        { Delegation: { } own } => $"/summits/{summit}/delegations/{own}",
        { Role: Role.Display } => $"/summits/{summit}/wall",
        _ => $"/summits/{summit}/board",
    };

    private async Task<(string? To, AccessRefusal? Refusal)> ShowAsync(HttpContext http, string text, Secret link)
    {
        if (await passes.FindAsync(link, http.RequestAborted) is not { Stored: { Kind: PassKind.Display } pass }) return (null, OpensNothing);
        await SignOutAsync(http);
        SessionCookie.Write(http, text, pass);
        return (HomeOf(link.Summit, pass.Holder), null);
    }

    private void Give(HttpContext http, SummitId summit, string secret, Pass pass)
    {
        passes.Know(summit, pass);
        SessionCookie.Write(http, secret, pass);
    }

    private IAccessGrain Grain(SummitId summit) => grains.GetGrain<IAccessGrain>(summit.Value);
}
