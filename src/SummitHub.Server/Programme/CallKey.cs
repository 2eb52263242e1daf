using System.Security.Cryptography;
using System.Text;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Access;

namespace SummitHub.Server.Programme;

/// <summary>Reads a call's <c>Idempotency-Key</c>: the operation's id. A call without one gets one of its own and cannot be repeated safely.</summary>
internal static class CallKey
{
    /// <summary>What a key looks like.</summary>
    public const string Form = "Idempotency-Key is printable ASCII of at most 80 characters.";

    /// <summary>The key of the call; the same however often it is asked for. False where it is not of its form.</summary>
    public static bool TryRead(HttpContext http, out OperationId key)
    {
        if (http.Request.Headers.TryGetValue(CallGuards.KeyHeader, out var given)) return OperationId.TryParse(given, null, out key);
        if (http.Items[CallGuards.KeyHeader] is not OperationId made) http.Items[CallGuards.KeyHeader] = made = OperationId.Parse(Guid.NewGuid().ToString("n"));
        key = made;
        return true;
    }

    /// <summary>A name for what the call makes: twelve hexadecimal digits that are the same whenever this caller repeats it.</summary>
    public static string NameOf(HttpContext http)
    {
        _ = TryRead(http, out var key);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Caller.Actor(http.User).Id}\n{key.Value}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }
}
