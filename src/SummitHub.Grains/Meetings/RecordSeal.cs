using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Orleans.Serialization;
using SummitHub.Contracts.Meetings;
using SummitHub.Domain.Meetings;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Meetings;

/// <summary>Seals and opens records, and hashes them under keys of their own, so that a hash tells nothing to who can only read the store.</summary>
internal sealed class RecordSeal
{
    private readonly byte[] _revisionKey;
    private readonly byte[] _operationKey;
    private readonly Serializer<SideContent> _contents;
    private readonly Serializer<RecordCommand> _commands;

    /// <summary>Derives the keys.</summary>
    public RecordSeal(KeyFile file, Serializer<SideContent> contents, Serializer<RecordCommand> commands)
    {
        (_contents, _commands) = (contents, commands);
        // From the key that stays, not from a master key: what was hashed before masters changed must still be known.
        _revisionKey = Derived.Key(file.Chain.Span, "summithub/record-revision/1");
        _operationKey = Derived.Key(file.Chain.Span, "summithub/record-operation/1");
    }

    /// <summary>Seals one side's part into its envelope.</summary>
    public SealedSide Seal(Envelope envelope, SideContent content) => new(content.Side, envelope.Seal(_contents.SerializeToArray(content)));

    /// <summary>Opens one side's part.</summary>
    /// <exception cref="CryptographicException">It was altered, or sealed under another key.</exception>
    public SideContent Open(Envelope envelope, SealedSide side) =>
        (_contents.Deserialize(envelope.Open(side.Envelope)) ?? throw new CryptographicException($"The envelope of {side.Side} is empty.")).Whole();

    /// <summary>The keyed hash of a revision as it is stored: whoever holds the key can tell whether the store was altered since.</summary>
    public ImmutableArray<byte> HashOf(MeetingKey key, long revision, ImmutableArray<SealedSide> sides)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _revisionKey);
        Append(hash, Encoding.UTF8.GetBytes($"{key}/{revision}"));
        foreach (var side in sides)
        {
            Append(hash, Encoding.UTF8.GetBytes(side.Side.ToString()));
            Append(hash, side.Envelope);
        }

        return [.. hash.GetHashAndReset()];
    }

    /// <summary>Names an operation and what it does.</summary>
    public DoneOperation NameOf(RecordOperation operation)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _operationKey);
        Append(hash, Encoding.UTF8.GetBytes(operation.Actor.Id));
        Append(hash, Encoding.UTF8.GetBytes(operation.Id.ToString()));
        var name = BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
        foreach (var command in operation.Commands) Append(hash, _commands.SerializeToArray(command));
        return new(name, BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset()));
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
