namespace SummitHub.Grains.Programme;

/// <summary>
/// What a replica hears of its log: lengths, which are old news where the programme of this process was quicker, and that it is time to look
/// whatever was heard. Thread-safe; nothing here waits for a lock, since a store may tell it between two appends.
/// </summary>
internal sealed class LogNews : IDisposable
{
    private readonly SemaphoreSlim heard = new(0, 1);
    private long told;
    private bool due;

    /// <summary>The log has grown to a length. One shorter than the last may be another log's, which is no old news.</summary>
    public void Grew(long length)
    {
        if (Interlocked.Exchange(ref told, length) > length) Volatile.Write(ref due, true);
        Wake();
    }

    /// <summary>It is time to look.</summary>
    public void Look()
    {
        Volatile.Write(ref due, true);
        Wake();
    }

    /// <summary>Waits until something is heard.</summary>
    public Task WaitAsync(CancellationToken cancellation) => heard.WaitAsync(cancellation);

    /// <summary>Whether what was heard is news to who has read up to a length; being due is said once.</summary>
    public bool IsNewsAt(long length) => Interlocked.Exchange(ref due, false) || Volatile.Read(ref told) > length;

    /// <inheritdoc/>
    public void Dispose() => heard.Dispose();

    private void Wake()
    {
        try
        {
            if (heard.CurrentCount == 0) heard.Release();
        }
        catch (Exception already) when (already is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else was quicker, or nobody waits any more.
        }
    }
}
