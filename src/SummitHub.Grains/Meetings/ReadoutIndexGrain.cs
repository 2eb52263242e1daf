using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Meetings;

/// <inheritdoc cref="IReadoutIndexGrain"/>
[GrainType("summithub.readout-index")]
internal sealed class ReadoutIndexGrain : Grain, IReadoutIndexGrain
{
    private readonly DurableState<ReadoutIndex> _index;

    public ReadoutIndexGrain([PersistentState("index", GrainStores.Durable)] IPersistentState<ReadoutIndex> index) => _index = new(index, this);

    /// <inheritdoc/>
    public Task Note(MeetingId meeting) => _index.ChangeAsync(i => i.Meetings.Contains(meeting) ? i : i with { Meetings = i.Meetings.Add(meeting) });

    /// <inheritdoc/>
    public Task<ImmutableArray<MeetingId>> Read() => Task.FromResult(_index.Now.Meetings);
}

/// <summary>The meetings of which a readout was published at some time: no more than that, and never one that is confidential.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ReadoutIndex")]
internal sealed record ReadoutIndex
{
    /// <summary>The meetings, in the order in which they were noted.</summary>
    [Id(0)]
    public ImmutableArray<MeetingId> Meetings { get; init; } = [];
}
