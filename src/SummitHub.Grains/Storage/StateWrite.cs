namespace SummitHub.Grains.Storage;

/// <summary>One queued write of a grain's state: it waits for its turn in the writer's next transaction.</summary>
/// <param name="key">Whose state.</param>
/// <param name="expected">The etag the writer believes to be stored; null for no row.</param>
/// <param name="written">The etag to store.</param>
/// <param name="payload">The state; null to take the row away.</param>
/// <param name="unfinished">Whether the grain has work to be revived for after a crash.</param>
internal sealed class StateWrite(StateKey key, string? expected, string written, ReadOnlyMemory<byte>? payload, bool unfinished)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _matched;

    public StateKey Key => key;

    public string Written => written;

    public ReadOnlyMemory<byte>? Payload => payload;

    public bool Unfinished => unfinished;

    /// <summary>What was stored when its turn came.</summary>
    public string? Stored { get; private set; }

    /// <summary>True when it is durable, false when another etag was stored; faulted when its transaction failed and nobody knows.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Compares the etag; only a write that matches is carried out.</summary>
    public bool Matches(string? stored)
    {
        Stored = stored;
        return _matched = stored == expected;
    }

    /// <summary>Its transaction is durable.</summary>
    public void Committed() => _done.TrySetResult(_matched);

    /// <summary>Its transaction failed.</summary>
    public void Failed(Exception error) => _done.TrySetException(error);
}

/// <summary>A named state of a grain.</summary>
internal readonly record struct StateKey(string Name, string Grain);

/// <summary>A state as it is stored.</summary>
internal sealed record StoredState(string Etag, byte[] Payload);
