namespace SummitHub.Grains.Meetings;

/// <summary>How substance is kept.</summary>
public sealed class SubstanceOptions
{
    /// <summary>How long a record waits before it tells the log again after a failure; it doubles each time.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest it waits.</summary>
    public TimeSpan RetryAtMost { get; set; } = TimeSpan.FromSeconds(30);
}
