using SummitHub.Grains.Journal;

namespace SummitHub.Server.Journal;

/// <summary>Lets the store prove its promise before anything is trusted to it; the server does not start otherwise.</summary>
internal sealed partial class StoreProof(IJournalStore store, ILogger<StoreProof> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken) => LogPromise(log, await store.ProveAsync(cancellationToken));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Promise}")]
    private static partial void LogPromise(ILogger log, string promise);
}
