using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SummitHub.Grains.Journal;

/// <summary>
/// Seals entries into a chain: hash n = HMAC-SHA256(key, hash n-1 || position n, big-endian || payload n), RFC 2104. It is keyed
/// because a plain chain proves nothing against somebody who can write the store. Safe to use from many threads.
/// </summary>
public sealed class JournalChain : IDisposable
{
    private const int FrontSize = JournalHash.Size + sizeof(long);

    private readonly byte[] key;
    private IncrementalHash? spare;

    /// <summary>Chains under this key, as <see cref="Keys.KeyFile.Chain"/> keeps it.</summary>
    /// <exception cref="ArgumentException">The key is not of 32 bytes.</exception>
    public JournalChain(ReadOnlyMemory<byte> key)
    {
        if (key.Length != Keys.KeyFile.KeySize)
        {
            throw new ArgumentException($"A chain's key has {Keys.KeyFile.KeySize} bytes, not {key.Length}.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>Makes the entry that follows <paramref name="previous"/>.</summary>
    public JournalEntry Seal(JournalHash previous, long position, ReadOnlyMemory<byte> payload) =>
        new(position, Hash(previous, position, payload.Span), payload);

    /// <summary>Whether the entry is the one that was sealed after <paramref name="previous"/>, unchanged.</summary>
    public bool Verify(JournalHash previous, JournalEntry entry) =>
        Hash(previous, entry.Position, entry.Payload.Span) == entry.Hash;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref spare, null)?.Dispose();

    // Setting up an HMAC costs more than a small payload: the last one is kept for whoever comes next, one at a time.
    private JournalHash Hash(JournalHash previous, long position, ReadOnlySpan<byte> payload)
    {
        Span<byte> front = stackalloc byte[FrontSize];
        previous.Write(front);
        BinaryPrimitives.WriteInt64BigEndian(front[JournalHash.Size..], position);
        var mac = Interlocked.Exchange(ref spare, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(front);
        mac.AppendData(payload);
        Span<byte> hash = stackalloc byte[JournalHash.Size];
        mac.GetHashAndReset(hash);
        Interlocked.Exchange(ref spare, mac)?.Dispose();
        return JournalHash.Read(hash);
    }
}
