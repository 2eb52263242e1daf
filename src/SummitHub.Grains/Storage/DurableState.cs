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
    private readonly Queue<Change> _waiting = new();
    private T? _confirmed;

    /// <summary>The state as it is stored.</summary>
    public T Now => _confirmed ??= stored.State;

    /// <summary>
    /// Makes the next state of the one now and stores it, unless it is the same one. Durable when it completes. What is asked while a
    /// write is under way is stored together by the next one, in the order in which it came.
    /// </summary>
    public async Task ChangeAsync(Func<T, T> change)
    {
        var mine = new Change(change);
        _waiting.Enqueue(mine);
        await _turn.WaitAsync();
        try
        {
            if (!mine.Carried.IsCompleted) await CarryAsync();
        }
        finally
        {
            _turn.Release();
        }

        await mine.Carried;
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

    private async Task CarryAsync()
    {
        var next = Now;
        var carried = new List<Change>();
        while (_waiting.TryDequeue(out var change))
        {
            carried.Add(change);
            next = change.Apply(next);
        }

        try
        {
            if (!ReferenceEquals(next, Now)) await Try(stored.WriteStateAsync, Now, next);
            _confirmed = next;
            carried.ForEach(c => c.Confirm());
        }
        catch (Exception error) // whoever waits for this write is told, each by his own task
        {
            carried.ForEach(c => c.Fail(error));
        }
    }

    private async Task Try(Func<Task> write, T before, T? next = null)
    {
        if (next is not null) stored.State = next;
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

    /// <summary>One change that waits for its write.</summary>
    private sealed class Change(Func<T, T> change)
    {
        private readonly TaskCompletionSource _carried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _refused;

        public Task Carried => _carried.Task;

        /// <summary>The state after it. One that throws changes nothing, and its caller alone is told.</summary>
        public T Apply(T state)
        {
            try
            {
                return change(state);
            }
            catch (Exception error) // it is its caller's
            {
                _refused = error;
                return state;
            }
        }

        public void Confirm()
        {
            if (_refused is { } error) _carried.SetException(error);
            else _carried.SetResult();
        }

        public void Fail(Exception error) => _carried.SetException(_refused ?? error);
    }
}
