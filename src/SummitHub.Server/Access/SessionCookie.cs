using SummitHub.Contracts.Access;

namespace SummitHub.Server.Access;

/// <summary>
/// The cookie that carries a session's secret. It is lax and not strict, since a link in a mail or a provider's answer must find its
/// reader signed in; what changes something is held by the calls' own header and origin.
/// </summary>
internal static class SessionCookie
{
    private const string Name = "summithub";

    /// <summary>Its name over TLS.</summary>
    public static readonly string TlsName = OwnCookie.TlsName(Name);

    /// <summary>The secret that a call brings; null for none.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[OwnCookie.NameFor(request, Name)];

    /// <summary>Gives the browser a secret to keep until the pass expires.</summary>
    public static void Write(HttpContext http, string secret, Pass pass) =>
        http.Response.Cookies.Append(OwnCookie.NameFor(http.Request, Name), secret, new CookieOptions(OwnCookie.Options(http.Request)) { Expires = pass.ExpiresAt });

    /// <summary>Takes it away.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(OwnCookie.NameFor(http.Request, Name), OwnCookie.Options(http.Request));
}
