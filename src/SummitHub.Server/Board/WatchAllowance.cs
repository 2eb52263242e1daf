namespace SummitHub.Server.Board;

/// <summary>How often one line may ask for a board anew: a snapshot costs more than all the frames of a minute. Thread-safe.</summary>
internal sealed class WatchAllowance(TimeProvider time)
{
    /// <summary>The most calls of <c>Watch</c> within <see cref="Within"/>.</summary>
    public const int Most = 20;

    /// <summary>The span they are counted in.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<long> taken = new(Most);

    /// <summary>Takes one; false where none is left for now.</summary>
    public bool Take()
    {
        lock (gate)
        {
            while (taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Within) taken.Dequeue();
            if (taken.Count == Most) return false;
            taken.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
