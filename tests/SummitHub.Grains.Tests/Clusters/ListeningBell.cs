using System.Collections.Concurrent;
using System.Threading.Channels;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Delegations;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>A bell one can wait for.</summary>
internal sealed class ListeningBell : INoticeBell
{
    private readonly ConcurrentDictionary<DelegationKey, Channel<long>> _rings = new();

    public void Rang(SummitId summit, DelegationCode delegation, long revision) => Of(new(summit, delegation)).Writer.TryWrite(revision);

    public Task<long> NextAsync(SummitId summit, DelegationCode delegation) =>
        Of(new(summit, delegation)).Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(SubstanceCluster.Deadline);

    private Channel<long> Of(DelegationKey key) => _rings.GetOrAdd(key, _ => Channel.CreateUnbounded<long>());
}
