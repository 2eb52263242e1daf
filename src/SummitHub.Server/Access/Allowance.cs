namespace SummitHub.Server.Access;

/// <summary>How often something may be done within a span, whoever does it. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="most">The most times.</param>
/// <param name="within">The span they are counted in.</param>
internal sealed class Allowance(TimeProvider time, int most, TimeSpan within)
{
    private readonly Lock gate = new();
    private readonly Queue<long> taken = new();

    /// <summary>Takes one; false where none is left for now.</summary>
    public bool Take()
    {
        lock (gate)
        {
            while (taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= within) taken.Dequeue();
            if (taken.Count == most) return false;
            taken.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}
