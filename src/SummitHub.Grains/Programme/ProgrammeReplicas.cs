using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>The replicas of this server: one for each summit it serves, made when it is first asked for. Thread-safe.</summary>
public sealed class ProgrammeReplicas(
    IJournalStore store, LogReader reader, LogCodec codec, TimeProvider time, ILogger<ProgrammeReplicas> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SummitId, Lazy<ProgrammeReplica>> replicas = new();

    /// <summary>Told of each replica when it is made, before it folds anything that is new.</summary>
    public event Action<ProgrammeReplica>? Made;

    /// <summary>The replica of a summit that has a log; null where there is none.</summary>
    public async ValueTask<ProgrammeReplica?> FindAsync(SummitId summit, CancellationToken cancellation)
    {
        if (!replicas.ContainsKey(summit) && await store.HeadAsync(summit, cancellation) is null) return null;
        var replica = await OfAsync(summit, cancellation);
        return replica.Read(v => v.State.Summit is null) ? null : replica;
    }

    /// <summary>The replica of a summit, loaded.</summary>
    public async ValueTask<ProgrammeReplica> OfAsync(SummitId summit, CancellationToken cancellation)
    {
        var replica = replicas.GetOrAdd(summit, id => new Lazy<ProgrammeReplica>(() => Make(id))).Value;
        await replica.Loaded.WaitAsync(cancellation);
        return replica;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas.Values) await replica.Value.DisposeAsync();
    }

    private ProgrammeReplica Make(SummitId summit)
    {
        var replica = new ProgrammeReplica(summit, store, reader, codec, time, log);
        Made?.Invoke(replica);
        return replica;
    }
}
