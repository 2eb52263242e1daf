using Microsoft.Extensions.Logging;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace SummitHub.Grains.Storage;

/// <summary>
/// Keeps grains' states in one SQLite file, for the single process. A write is durable (synced) when it is answered and is made only
/// on the state that was read: otherwise <see cref="InconsistentStateException"/>. Etags are random, so that a state which was
/// cleared and written again is never taken for the one before.
/// </summary>
internal sealed partial class SqliteGrainStorage(
    string name, string path, IGrainStorageSerializer serializer, IActivatorProvider activators, IGrainFactory grains, ILogger<SqliteGrainStorage> log)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>, IAsyncDisposable
{
    private const int MostRevived = 10_000;

    private StateFile? _file;

    private StateFile File => _file ?? throw new InvalidOperationException($"The grain storage '{name}' is not open.");

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        observer.Subscribe($"{nameof(SqliteGrainStorage)}-{name}", ServiceLifecycleStage.ApplicationServices, Open, Close);
        observer.Subscribe($"{nameof(SqliteGrainStorage)}-{name}-revive", ServiceLifecycleStage.Active, Revive);
    }

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await File.ReadAsync(new(stateName, grainId.ToString()));
        grainState.State = stored is null ? New<T>() : serializer.Deserialize<T>(BinaryData.FromBytes(stored.Payload)) ?? New<T>();
        grainState.ETag = stored?.Etag;
        grainState.RecordExists = stored is not null;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = serializer.Serialize(grainState.State).ToMemory();
        var unfinished = grainState.State is IUnfinished { Unfinished: true };
        grainState.ETag = await Do(stateName, grainId, grainState.ETag, payload, unfinished);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Do(stateName, grainId, grainState.ETag, null, unfinished: false);
        grainState.State = New<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _file, null) is { } file) await file.DisposeAsync();
    }

    private async Task<string> Do(string stateName, GrainId grainId, string? etag, ReadOnlyMemory<byte>? payload, bool unfinished)
    {
        var write = new StateWrite(new(stateName, grainId.ToString()), etag, Guid.NewGuid().ToString("N"), payload, unfinished);
        return await File.WriteAsync(write)
            ? write.Written
            : throw new InconsistentStateException(
                $"The state '{stateName}' of {grainId} was written by another since it was read.", write.Stored ?? "none", etag ?? "none");
    }

    private T New<T>() => activators.GetActivator<T>().Create();

    private Task Open(CancellationToken ct)
    {
        _file = new StateFile(path);
        return Task.CompletedTask;
    }

    private async Task Close(CancellationToken ct) => await DisposeAsync();

    private async Task Revive(CancellationToken ct)
    {
        foreach (var grain in await File.UnfinishedAsync(MostRevived))
        {
            try
            {
                await grains.GetGrain(GrainId.Parse(grain)).AsReference<IRevivable>().Revive();
                LogRevived(grain);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                LogNotRevived(grain, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Revived {Grain}, which had left steps unfinished")]
    private partial void LogRevived(string grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not revive {Grain}, which had left steps unfinished; it goes on when it is next called")]
    private partial void LogNotRevived(string grain, Exception error);
}
