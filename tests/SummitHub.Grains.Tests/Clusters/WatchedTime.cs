using Microsoft.Extensions.Time.Testing;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>A clock a test moves, which tells when somebody has set a timer by it and how often it was read: so nobody runs ahead of a service.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly TaskCompletionSource set = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int reads;

    /// <summary>Done when the first timer is set.</summary>
    public Task Set => set.Task;

    /// <summary>Lets time pass and waits until it was noticed.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        var before = Volatile.Read(ref reads);
        Advance(by);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Volatile.Read(ref reads) == before)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public override long GetTimestamp()
    {
        Interlocked.Increment(ref reads);
        return base.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        set.TrySetResult();
        return timer;
    }
}
