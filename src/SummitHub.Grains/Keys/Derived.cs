using System.Security.Cryptography;
using System.Text;

namespace SummitHub.Grains.Keys;

/// <summary>Keys for one purpose each, derived by HKDF-SHA256 (RFC 5869), so that no key is used for two things.</summary>
internal static class Derived
{
    /// <summary>A key of <see cref="KeyFile.KeySize"/> bytes.</summary>
    public static byte[] Key(ReadOnlySpan<byte> from, string purpose)
    {
        var key = new byte[KeyFile.KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, from, key, salt: [], info: Encoding.UTF8.GetBytes(purpose));
        return key;
    }
}
