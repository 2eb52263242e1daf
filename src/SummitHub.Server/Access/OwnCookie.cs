namespace SummitHub.Server.Access;

/// <summary>
/// How every cookie of ours is set. Over TLS its name has the prefix <c>__Host-</c> (RFC 6265bis), so that no other host and no plain
/// connection can set it; no script reads it, and no call that another site's page makes brings it along, but links do.
/// </summary>
internal static class OwnCookie
{
    private const string Prefix = "__Host-";

    /// <summary>Its name as this call's browser knows it.</summary>
    public static string NameFor(HttpRequest request, string name) => request.IsHttps ? TlsName(name) : name;

    /// <summary>Its name over TLS.</summary>
    public static string TlsName(string name) => Prefix + name;

    /// <summary>How it is set; it lasts as long as the browser unless more is said.</summary>
    public static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
