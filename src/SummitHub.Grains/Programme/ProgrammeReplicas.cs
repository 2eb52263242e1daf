using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>The replicas of this server: one for each summit it serves, made when it is first asked for. Thread-safe.</summary>
public sealed class ProgrammeReplicas(
    IJournalStore store, LogReader reader, TimeProvider time, ILogger<ProgrammeReplicas> log) : IAsyncDisposable
{
    private static readonly TimeSpan LoadedIn = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<SummitId, Lazy<ProgrammeReplica>> replicas = new();

    /// <summary>Told of each replica when it is made, before it folds anything that is new.</summary>
    public event Action<ProgrammeReplica>? Made;

    /// <summary>The replica of a summit that has a log; null where there is none.</summary>
    /// <exception cref="ProgrammeUnavailableException">As <see cref="OfAsync"/>.</exception>
    public async ValueTask<ProgrammeReplica?> FindAsync(SummitId summit, CancellationToken cancellation)
    {
        if (!replicas.ContainsKey(summit) && await store.HeadAsync(summit, cancellation) is null) return null;
        var replica = await OfAsync(summit, cancellation);
        return replica.Read(v => v.State.Summit is null) ? null : replica;
    }

    /// <summary>The replica of a summit, loaded.</summary>
    /// <exception cref="ProgrammeUnavailableException">The log could not be read whole for 10 s.</exception>
    public async ValueTask<ProgrammeReplica> OfAsync(SummitId summit, CancellationToken cancellation)
    {
        var replica = replicas.GetOrAdd(summit, id => new Lazy<ProgrammeReplica>(() => Make(id))).Value;
        try
        {
            await replica.Loaded.WaitAsync(LoadedIn, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new ProgrammeUnavailableException($"The log of {summit} could not be read whole within {LoadedIn.TotalSeconds} s; the server's log says why.");
        }
        return replica;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas.Values) await replica.Value.DisposeAsync();
    }

    private ProgrammeReplica Make(SummitId summit)
    {
        var replica = new ProgrammeReplica(summit, store, reader, time, log);
        Made?.Invoke(replica);
        return replica;
    }
}
