using System.Security.Cryptography;
using System.Text;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Meetings;

/// <summary>
/// Seals one side's substance: AES-256-GCM under a key that HKDF-SHA256 derives from the data key of that delegation at that summit.
/// The address (summit, meeting, delegation) is authenticated with it, so an envelope opens nowhere else. Its bytes are a format
/// byte, a random nonce of 12, a tag of 16 and the sealed content; only its length tells anything.
/// </summary>
internal sealed class Envelope : IDisposable
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    private readonly AesGcm _aes;
    private readonly byte[] _address;

    /// <summary>Makes the envelope of one side of one meeting.</summary>
    public Envelope(ReadOnlySpan<byte> dataKey, SummitId summit, MeetingId meeting, DelegationCode side)
    {
        var key = Derived.Key(dataKey, "summithub/substance/1");
        _aes = new AesGcm(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
        _address = Encoding.UTF8.GetBytes($"{summit}/{meeting}/{side}");
    }

    /// <summary>Seals a content; the same content never gives the same bytes twice.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content)
    {
        var bytes = new byte[HeaderLength + content.Length];
        bytes[0] = Format;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, NonceLength));
        _aes.Encrypt(bytes.AsSpan(1, NonceLength), content, bytes.AsSpan(HeaderLength), bytes.AsSpan(1 + NonceLength, TagLength), _address);
        return bytes;
    }

    /// <summary>Opens what was sealed for this side of this meeting.</summary>
    /// <exception cref="CryptographicException">It was sealed for another, under another key, or was altered.</exception>
    public byte[] Open(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Format)
            throw new CryptographicException($"The envelope at {Encoding.UTF8.GetString(_address)} is not of format {Format}.");

        var content = new byte[bytes.Length - HeaderLength];
        _aes.Decrypt(bytes.Slice(1, NonceLength), bytes[HeaderLength..], bytes.Slice(1 + NonceLength, TagLength), content, _address);
        return content;
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
