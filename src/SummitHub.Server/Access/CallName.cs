using System.Security.Cryptography;
using System.Text;

namespace SummitHub.Server.Access;

/// <summary>A name for what a call makes at the door: the same whenever its caller repeats it under its idempotency key, another each time without one.</summary>
internal static class CallName
{
    public static string Of(HttpContext http)
    {
        var key = http.Request.Headers.TryGetValue(CallGuards.KeyHeader, out var given) ? given.ToString() : Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Caller.Actor(http.User).Id}\n{key}")).AsSpan(0, 8));
    }
}
