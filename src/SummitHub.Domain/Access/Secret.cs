using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Access;

/// <summary>
/// What opens a door: <c>kind.summit.secret</c>, where the secret is 32 random bytes in base64url (RFC 4648). The kind and the summit
/// stand in it, so that a server knows whom to ask, and are hashed with it, so that nothing of one kind passes for another.
/// </summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Summit">Where.</param>
/// <param name="Hash">By what it is found.</param>
public readonly record struct Secret(SecretKind Kind, SummitId Summit, SecretHash Hash)
{
    /// <summary>Its randomness, in bytes.</summary>
    public const int Size = 32;

    private const int Letters = 43;
    private static readonly string[] Names = ["join", "session", "token", "display", "calendar"];

    /// <summary>Writes a secret. The text is given to whom it is for and kept nowhere.</summary>
    /// <param name="kind">What it is to open.</param>
    /// <param name="summit">Where.</param>
    /// <param name="random">32 bytes from a generator that nobody can foresee.</param>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public static string Write(SecretKind kind, SummitId summit, ReadOnlySpan<byte> random) => random.Length == Size
        ? $"{Names[(int)kind]}.{summit}.{Base64Url.EncodeToString(random)}"
        : throw new ArgumentException($"A secret has {Size} random bytes, not {random.Length}.", nameof(random));

    /// <summary>Reads a secret; false where the text cannot be one.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, out Secret secret)
    {
        secret = default;
        if (text is null || text.Length > 128) return false;
        var (first, last) = (text.IndexOf('.', StringComparison.Ordinal), text.LastIndexOf('.'));
        if (first < 0 || last <= first || text.Length - last - 1 != Letters || !Base64Url.IsValid(text.AsSpan(last + 1))) return false;
        var kind = Array.IndexOf(Names, text[..first]);
        if (kind < 0 || !SummitId.TryParse(text[(first + 1)..last], null, out var summit)) return false;
        secret = new((SecretKind)kind, summit, SecretHash.Of(text));
        return true;
    }
}

/// <summary>What a secret opens.</summary>
public enum SecretKind
{
    /// <summary>An invitation.</summary>
    Join,

    /// <summary>A session.</summary>
    Session,

    /// <summary>A personal token.</summary>
    Token,

    /// <summary>A display.</summary>
    Display,

    /// <summary>A calendar.</summary>
    Calendar,
}
