namespace SummitHub.Grains.Meetings;

/// <summary>How substance is kept.</summary>
public sealed class SubstanceOptions
{
    /// <summary>The length of the master key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The key from which every delegation's key is derived. Whoever loses it loses the substance; it is never stored beside it.</summary>
    public byte[] MasterKey { get; set; } = [];

    /// <summary>How long a record waits before it tells the log again after a failure; it doubles each time.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest it waits.</summary>
    public TimeSpan RetryAtMost { get; set; } = TimeSpan.FromSeconds(30);
}
