using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Board;

/// <summary>
/// Where a board left off: an audience's version, with the log's epoch and a check of the audience and of the entry it stands on, which
/// two audiences may share. Opaque to clients. A <c>default</c> value is the beginning of no log.
/// </summary>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Version">The audience's version.</param>
/// <param name="Check">As <see cref="CheckOf"/> makes it.</param>
public readonly record struct BoardCursor(Guid Epoch, long Version, ulong Check)
{
    private const int Size = 16 + 8 + 8;

    /// <summary>The check of an audience that stands on an entry.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="entry">Eight bytes of the entry's keyed hash, which nobody can guess; zero before the first.</param>
    public static ulong CheckOf(Audience audience, ulong entry)
    {
        // FNV-1a: it tells audiences apart, and the entry's hash keeps who forges out.
        var name = 14695981039346656037UL;
        foreach (var letter in audience.ToString()) name = unchecked((name ^ letter) * 1099511628211UL);
        return entry ^ name;
    }

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
