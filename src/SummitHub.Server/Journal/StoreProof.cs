using SummitHub.Grains.Journal;

namespace SummitHub.Server.Journal;

/// <summary>
/// Keeps the data folder to this process, and lets the store prove its promise before anything is trusted to it; the server does not start
/// otherwise. What the folder holds is read once and kept in memory: a second process would answer by what is old.
/// </summary>
internal sealed partial class StoreProof(SummitHubOptions options, IJournalStore store, ILogger<StoreProof> log) : IHostedLifecycleService, IDisposable
{
    private FileStream? _held;

    /// <exception cref="JournalRefusedException">The folder is another process's, or the store does not keep what it is given.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The system lets go of it with the process, however that ends.
            _held = new FileStream(Path.Combine(options.Data, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new JournalRefusedException($"{options.Data} is in use by another server: stop it first, or set SummitHub__Data to a folder of this one's own.", taken);
        }
        LogPromise(log, await store.ProveAsync(cancellationToken));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _held?.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Promise}")]
    private static partial void LogPromise(ILogger log, string promise);
}
