using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Orleans.Serialization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>Turns entries into the bytes of the log and back: one byte of format, then the Orleans encoding, which is version-tolerant.</summary>
public sealed class LogCodec(Serializer serializer)
{
    /// <summary>The format written now. A reader refuses a higher one instead of guessing.</summary>
    public const byte Format = 1;

    // Operation ids are scoped to who asks; what he is called may change between two tries.
    private static readonly Actor Anybody = new("", "", Role.System, null);

    private readonly Serializer<LogEntry> entries = serializer.GetSerializer<LogEntry>();
    private readonly Serializer<Operation> operations = serializer.GetSerializer<Operation>();
    private ArrayBufferWriter<byte>? spare;

    /// <summary>The bytes of an entry.</summary>
    public byte[] Encode(LogEntry entry)
    {
        var buffer = Interlocked.Exchange(ref spare, null) ?? new ArrayBufferWriter<byte>(1024);
        buffer.GetSpan(1)[0] = Format;
        buffer.Advance(1);
        entries.Serialize(entry, buffer);
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        spare = buffer;
        return bytes;
    }

    /// <summary>The entry of these bytes.</summary>
    /// <exception cref="JournalRefusedException">They are of a later format, or say another position than they stand at.</exception>
    public LogEntry Decode(JournalEntry sealedEntry)
    {
        var bytes = sealedEntry.Payload;
        if (bytes.Length == 0 || bytes.Span[0] > Format)
            throw new JournalRefusedException($"Entry {sealedEntry.Position} is of format {(bytes.Length == 0 ? "none" : bytes.Span[0])}; this server reads up to {Format}. Start a newer server.");
        var entry = entries.Deserialize(bytes[1..])!;
        return entry.Position == sealedEntry.Position
            ? entry
            : throw new JournalRefusedException($"The entry at position {sealedEntry.Position} says that it is {entry.Position}.");
    }

    /// <summary>The first 16 bytes of the SHA-256 of what an operation asks, for whom and against what: tells a repetition from another under a used id.</summary>
    public UInt128 Hash(Operation operation)
    {
        var buffer = Interlocked.Exchange(ref spare, null) ?? new ArrayBufferWriter<byte>(1024);
        operations.Serialize(operation with { Actor = Anybody }, buffer);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        buffer.ResetWrittenCount();
        spare = buffer;
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
