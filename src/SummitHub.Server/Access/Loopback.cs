using System.Net;

namespace SummitHub.Server.Access;

/// <summary>Whether a call comes from this machine itself.</summary>
internal static class Loopback
{
    /// <summary>
    /// True only where the connection is the loopback's, the address called is too (a foreign name that was made to point here is
    /// not), and no proxy speaks for somebody else. A server in the process, as in tests, has no address and counts as this machine.
    /// </summary>
    public static bool IsCaller(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote))
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var called) && IPAddress.IsLoopback(called)))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
