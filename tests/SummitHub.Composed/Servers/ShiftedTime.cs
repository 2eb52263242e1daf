namespace SummitHub.Composed.Servers;

/// <summary>The machine's clock, which can be set for a moment: what is made while it is slow has expired when it is right again.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    /// <summary>Sets it forward by so much, or back.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));
}
