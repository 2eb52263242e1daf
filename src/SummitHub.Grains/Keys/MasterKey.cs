using System.Security.Cryptography;
using System.Text;

namespace SummitHub.Grains.Keys;

/// <summary>
/// A key that wraps data keys: AES-256-GCM under a key that HKDF-SHA256 (RFC 5869) derives from it for this purpose. It never seals
/// content, so that changing it touches few bytes.
/// </summary>
public sealed class MasterKey(string name, ReadOnlyMemory<byte> key)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = NonceSize + TagSize;
    private readonly byte[] _wrapping = Derived.Key(key.Span, "summithub/wrap/1");

    /// <summary>Its name, as <see cref="WrappedKey.Master"/> holds it.</summary>
    public string Name => name;

    /// <summary>Wraps a data key for one owner.</summary>
    /// <param name="data">The data key.</param>
    /// <param name="owner">Whose it is; it unwraps for nobody else.</param>
    public WrappedKey Wrap(ReadOnlySpan<byte> data, string owner)
    {
        var bytes = new byte[HeaderSize + data.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_wrapping, TagSize);
        aes.Encrypt(bytes.AsSpan(0, NonceSize), data, bytes.AsSpan(HeaderSize), bytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(owner));
        return new(name, bytes);
    }

    /// <summary>Unwraps what this key wrapped for this owner.</summary>
    /// <exception cref="KeysRefusedException">It was wrapped for another or by another key of this name, or was altered.</exception>
    public byte[] Unwrap(WrappedKey wrapped, string owner)
    {
        try
        {
            var data = new byte[wrapped.Bytes.Length - HeaderSize];
            using var aes = new AesGcm(_wrapping, TagSize);
            aes.Decrypt(wrapped.Bytes.AsSpan(0, NonceSize), wrapped.Bytes.AsSpan(HeaderSize), wrapped.Bytes.AsSpan(NonceSize, TagSize), data, Encoding.UTF8.GetBytes(owner));
            return data;
        }
        catch (Exception error) when (error is CryptographicException or OverflowException or ArgumentException)
        {
            throw new KeysRefusedException($"The data key of {owner} does not unwrap under the master key '{name}': the store was altered, or the key file holds another key under this name.", error);
        }
    }
}
