using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace SummitHub.Domain.Board;

/// <summary>
/// Where a board left off: an audience's version, with the log's epoch and a check of the entry it stands on. Opaque to clients.
/// A <c>default</c> value is the beginning of no log.
/// </summary>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Version">The audience's version.</param>
/// <param name="Check">Eight bytes of the keyed hash of the audience's entry at that version; zero at version zero.</param>
public readonly record struct BoardCursor(Guid Epoch, long Version, ulong Check)
{
    private const int Size = 16 + 8 + 8;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BoardCursor cursor)
    {
        cursor = default;
        if (text is null || text.Length > 64 || !Base64Url.IsValid(text)) return false;
        Span<byte> bytes = stackalloc byte[48];
        if (!Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Size) return false;
        cursor = new BoardCursor(new Guid(bytes[..16]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return cursor.Version >= 0;
    }

    /// <summary>As it is given to a board.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Epoch.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Version);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], Check);
        return Base64Url.EncodeToString(bytes);
    }
}
