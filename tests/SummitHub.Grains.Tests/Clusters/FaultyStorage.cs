using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>A store that fails when the test says so, before a write or after it, and is the real one otherwise.</summary>
internal sealed class FaultyStorage(IServiceProvider services, string inner, StoreFaults faults) : IGrainStorage
{
    private readonly IGrainStorage _inner = services.GetRequiredKeyedService<IGrainStorage>(inner);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        _inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var fault = faults.Take(grainId);
        if (fault == StoreFault.Before) throw new IOException("The disk is full, the test says.");
        var copy = new GrainState<T>(grainState.State!, grainState.ETag) { RecordExists = grainState.RecordExists };
        await _inner.WriteStateAsync(stateName, grainId, copy);
        if (fault == StoreFault.After) throw new IOException("The answer was lost, the test says.");
        (grainState.ETag, grainState.RecordExists) = (copy.ETag, copy.RecordExists);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        _inner.ClearStateAsync(stateName, grainId, grainState);
}

/// <summary>The faults to come, by the key of the grain.</summary>
internal sealed class StoreFaults
{
    private readonly ConcurrentDictionary<string, StoreFault> _next = new();

    public void FailNext(string grainKey, StoreFault fault) => _next[grainKey] = fault;

    public StoreFault? Take(GrainId grain) => _next.TryRemove(grain.Key.ToString()!, out var fault) ? fault : null;
}

internal enum StoreFault
{
    Before,
    After,
}
