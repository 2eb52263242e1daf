using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using SummitHub.Contracts.Meetings;
using SummitHub.Domain.Meetings;

namespace SummitHub.Grains.Meetings;

/// <summary>Seals and opens records, and hashes them under keys of their own, so that a hash tells nothing to who can only read the store.</summary>
internal sealed class RecordSeal
{
    private readonly byte[] _masterKey;
    private readonly byte[] _revisionKey = new byte[32];
    private readonly byte[] _operationKey = new byte[32];
    private readonly Serializer<SideContent> _contents;
    private readonly Serializer<RecordCommand> _commands;

    /// <summary>Derives the keys.</summary>
    public RecordSeal(IOptions<SubstanceOptions> options, Serializer<SideContent> contents, Serializer<RecordCommand> commands)
    {
        (_masterKey, _contents, _commands) = (options.Value.MasterKey, contents, commands);
        Envelope.DeriveKey(_masterKey, "summithub/record-revision/1", _revisionKey);
        Envelope.DeriveKey(_masterKey, "summithub/record-operation/1", _operationKey);
    }

    /// <summary>Seals one side's part for it.</summary>
    public SealedSide Seal(MeetingKey key, SideContent content)
    {
        using var envelope = new Envelope(_masterKey, key.Summit, key.Meeting, content.Side);
        return new(content.Side, envelope.Seal(_contents.SerializeToArray(content)));
    }

    /// <summary>Opens one side's part.</summary>
    /// <exception cref="CryptographicException">It was altered, or sealed under another key.</exception>
    public SideContent Open(MeetingKey key, SealedSide side)
    {
        using var envelope = new Envelope(_masterKey, key.Summit, key.Meeting, side.Side);
        return _contents.Deserialize(envelope.Open(side.Envelope))
            ?? throw new CryptographicException($"The envelope of {side.Side} at {key} is empty.");
    }

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
