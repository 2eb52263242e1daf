using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SummitHub.Contracts.Access;

/// <summary>
/// What is stored of a secret: its SHA-256 (FIPS 180-4). A secret has 256 random bits, so that neither salt nor a slow hash would
/// add anything, and finding it by its hash betrays nothing by its timing. A <c>default</c> value is the hash of nothing.
/// </summary>
/// <param name="High">The first 16 bytes, big-endian.</param>
/// <param name="Low">The last 16 bytes, big-endian.</param>
[GenerateSerializer, Immutable, Alias("summithub.SecretHash")]
public readonly record struct SecretHash([property: Id(0)] UInt128 High, [property: Id(1)] UInt128 Low)
{
    /// <summary>The hash of a secret as it is written, with what it opens and where.</summary>
    public static SecretHash Of(string secret)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(secret), hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }

    /// <summary>Never the value: a hash has no place in a log either.</summary>
    public override string ToString() => "(hash)";
}
