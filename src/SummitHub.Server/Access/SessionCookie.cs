using SummitHub.Contracts.Access;

namespace SummitHub.Server.Access;

/// <summary>
/// The cookie that carries a session's secret. Over TLS it has the prefix <c>__Host-</c>, so that no other host and no plain
/// connection can set it. It is lax and not strict, since a link in a mail or a provider's answer must find its reader signed in; what
/// changes something is held by the calls' own header and origin.
/// </summary>
internal static class SessionCookie
{
    private const string PlainName = "summithub";
    /// <summary>Its name over TLS.</summary>
    public const string TlsName = "__Host-summithub";

    /// <summary>The secret that a call brings; null for none.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    /// <summary>Gives the browser a secret to keep until the pass expires.</summary>
    public static void Write(HttpContext http, string secret, Pass pass) => http.Response.Cookies.Append(NameFor(http.Request), secret, Options(http.Request, pass.ExpiresAt));

    /// <summary>Takes it away.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, null));

    private static string NameFor(HttpRequest request) => request.IsHttps ? TlsName : PlainName;

    private static CookieOptions Options(HttpRequest request, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
