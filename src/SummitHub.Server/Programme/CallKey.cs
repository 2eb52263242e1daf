using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Programme;

/// <summary>Reads a call's <c>Idempotency-Key</c>: the operation's id. A call without one gets one of its own and cannot be repeated safely.</summary>
internal static class CallKey
{
    /// <summary>What a key looks like.</summary>
    public const string Form = "Idempotency-Key is printable ASCII of at most 80 characters.";

    private const string Header = "Idempotency-Key";

    /// <summary>The key of the call; the same however often it is asked for. False where it is not of its form.</summary>
    public static bool TryRead(HttpContext http, out OperationId key)
    {
        if (http.Request.Headers.TryGetValue(Header, out var given)) return OperationId.TryParse(given, null, out key);
        if (http.Items[Header] is not OperationId made) http.Items[Header] = made = OperationId.Parse(Guid.NewGuid().ToString("n"));
        key = made;
        return true;
    }
}
