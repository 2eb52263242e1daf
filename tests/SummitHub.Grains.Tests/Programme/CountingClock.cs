namespace SummitHub.Grains.Tests.Programme;

/// <summary>The world's clock, counting how often it is read.</summary>
internal sealed class CountingClock : TimeProvider
{
    private int reads;

    /// <summary>How often it was read.</summary>
    public int Reads => Volatile.Read(ref reads);

    public override DateTimeOffset GetUtcNow()
    {
        Interlocked.Increment(ref reads);
        return System.GetUtcNow();
    }
}
