using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Numerics;

namespace SummitHub.Grains.Journal;

/// <summary>
/// Remembers, apart from the store, the last head of one log that was acknowledged. A record is a copy into a mapped file
/// without a sync: it survives kill -9, and after a power cut it is at worst behind, never ahead. Two slots in turn, each with
/// a checksum and in a page of its own, so that a record cut short leaves the one before.
/// </summary>
public sealed class JournalWitness : IDisposable
{
    private const int SlotSize = 4096;
    private const int RecordSize = 8 + 16 + 8 + JournalHash.Size + 8;
    private const uint Seed = 0x53484a31;

    private readonly Lock gate = new();
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private JournalHead? last;
    private long turn;

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <exception cref="JournalRefusedException">The file is something else, or both slots are damaged.</exception>
    public JournalWitness(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            Fill(stream, path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        file = MemoryMappedFile.CreateFromFile(stream, null, 2 * SlotSize, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, 2 * SlotSize);
        try
        {
            Recall(path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The last head recorded, or null if there is none.</summary>
    public JournalHead? Read()
    {
        lock (gate)
        {
            return last;
        }
    }

    /// <summary>
    /// Records an acknowledged head. Of one epoch only a longer log is recorded: two activations may tell of their appends in
    /// any order.
    /// </summary>
    public void Record(JournalHead head)
    {
        lock (gate)
        {
            if (last is { } known && known.Epoch == head.Epoch && known.Length >= head.Length)
            {
                return;
            }

            Span<byte> record = stackalloc byte[RecordSize];
            Compose(record, ++turn, head);
            view.SafeMemoryMappedViewHandle.WriteSpan<byte>(SlotAt(turn), record);
            last = head;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            view.Dispose();
            file.Dispose();
        }
    }

    private static ulong SlotAt(long turn) => (ulong)(turn & 1) * SlotSize;

    private static void Compose(Span<byte> record, long turn, JournalHead head)
    {
        BinaryPrimitives.WriteInt64LittleEndian(record, turn);
        head.Epoch.TryWriteBytes(record[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], head.Length);
        head.Last.Write(record[32..]);
        BinaryPrimitives.WriteUInt64LittleEndian(record[^8..], Checksum(record[..^8]));
    }

    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var low = Seed;
        var high = ~Seed;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            low = BitOperations.Crc32C(low, word);
            high = BitOperations.Crc32C(high, word ^ low);
        }

        return ((ulong)high << 32) | low;
    }

    private static JournalRefusedException Unreadable(string path) =>
        new($"The witness {path} cannot be read, so it is unknown what was acknowledged. Delete it only if the store is known to be the newest copy.");

    // Zeros are written, not left to a hole in the file: a full disk must be found out here, not by a fault at a mapped page.
    private static void Fill(FileStream stream, string path)
    {
        if (stream.Length == 2 * SlotSize)
        {
            return;
        }

        var there = new byte[Math.Min(stream.Length, 2 * SlotSize)];
        stream.ReadExactly(there);
        if (stream.Length > 2 * SlotSize || there.AsSpan().ContainsAnyExcept((byte)0))
        {
            throw Unreadable(path);
        }

        stream.Position = 0;
        stream.Write(new byte[2 * SlotSize]);
    }

    private void Recall(string path)
    {
        Span<byte> record = stackalloc byte[RecordSize];
        var written = false;
        for (ulong slot = 0; slot < 2; slot++)
        {
            view.SafeMemoryMappedViewHandle.ReadSpan(slot * SlotSize, record);
            written |= record.ContainsAnyExcept((byte)0);
            var slotTurn = BinaryPrimitives.ReadInt64LittleEndian(record);
            if (slotTurn > turn && BinaryPrimitives.ReadUInt64LittleEndian(record[^8..]) == Checksum(record[..^8]))
            {
                turn = slotTurn;
                last = new JournalHead(
                    new Guid(record.Slice(8, 16)),
                    BinaryPrimitives.ReadInt64LittleEndian(record[24..]),
                    JournalHash.Read(record.Slice(32, JournalHash.Size)));
            }
        }

        if (written && last is null)
        {
            throw Unreadable(path);
        }
    }
}
