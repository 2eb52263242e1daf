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

    /// <summary>A name that somebody gives by hand.</summary>
    /// <exception cref="BadHttpRequestException">It is of the form that is made here.</exception>
    public static T Given<T>(T name)
        where T : notnull =>
        IsMade(name.ToString()!) ? throw new BadHttpRequestException("A letter, a dash and twelve hexadecimal digits is a name that the server makes: give another, or leave 'id' out.") : name;

    /// <summary>
    /// Whether a name is of the form that is made here: a letter, a dash and twelve hexadecimal digits. Nobody gives such a name by hand, or who has guessed one
    /// could book it and be told that it is taken.
    /// </summary>
    private static bool IsMade(string name) => name is [_, '-', .. { Length: 12 } digits] && digits.All(char.IsAsciiHexDigitLower);
}
