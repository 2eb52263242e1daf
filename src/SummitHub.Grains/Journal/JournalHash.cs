using System.Buffers.Binary;

namespace SummitHub.Grains.Journal;

/// <summary>The 32 bytes that seal an entry and all before it. <c>default</c> is <see cref="None"/>: the seal before the first entry.</summary>
public readonly record struct JournalHash
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    private JournalHash(ReadOnlySpan<byte> bytes)
    {
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>What stands before the first entry: zeros.</summary>
    public static JournalHash None => default;

    /// <summary>Its first eight bytes, by which a cursor proves the entry it stands on.</summary>
    public ulong Check => first;

    /// <summary>Reads the 32 bytes of a hash.</summary>
    /// <exception cref="FormatException">There are not exactly 32 bytes.</exception>
    public static JournalHash Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size ? new JournalHash(bytes) : throw new FormatException($"A journal hash has 32 bytes, not {bytes.Length}.");

    /// <summary>Reads 64 hexadecimal digits, as <see cref="ToString"/> writes them.</summary>
    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static JournalHash Parse(string text) => Read(Convert.FromHexString(text));

    /// <summary>Writes the 32 bytes to the front of <paramref name="bytes"/>.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], fourth);
    }

    /// <summary>64 hexadecimal digits in small letters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
