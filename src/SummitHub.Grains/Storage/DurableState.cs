using System.Diagnostics.CodeAnalysis;

namespace SummitHub.Grains.Storage;

/// <summary>
/// A grain's state that is changed by one at a time, though calls interleave, and shows only what is stored: what a write has not
/// confirmed is never read. After a failed write nobody knows what is stored, so the activation goes and the next one reads it.
/// </summary>
/// <typeparam name="T">An immutable state.</typeparam>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle there is nothing to let go.")]
internal sealed class DurableState<T>(IPersistentState<T> stored, IGrainBase grain)
    where T : class
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private T? _confirmed;

    /// <summary>The state as it is stored.</summary>
    public T Now => _confirmed ??= stored.State;

    /// <summary>Makes the next state of the one now and stores it, unless it is the same one. Durable when it completes.</summary>
    public async Task ChangeAsync(Func<T, T> change)
    {
        await _turn.WaitAsync();
        try
        {
            var before = Now;
            var next = change(before);
            if (ReferenceEquals(next, before)) return;
            stored.State = next;
            await Try(stored.WriteStateAsync, before);
            _confirmed = next;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits for the write under way, so that the next activation reads what it wrote.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        _turn.Release();
    }

    /// <summary>Forgets everything.</summary>
    public async Task ClearAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await Try(stored.ClearStateAsync, Now);
            _confirmed = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task Try(Func<Task> write, T before)
    {
        try
        {
            await write();
        }
        catch
        {
            stored.State = before;
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
