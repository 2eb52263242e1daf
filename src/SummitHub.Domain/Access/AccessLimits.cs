namespace SummitHub.Domain.Access;

/// <summary>How much there may be of what lets people in, and for how long. What is not bounded here grows until it hurts.</summary>
public static class AccessLimits
{
    /// <summary>The most passes of a summit.</summary>
    public const int MostPasses = 10_000;

    /// <summary>The most sessions of one person; the longest unused goes when there is another.</summary>
    public const int MostSessionsOfOne = 100;

    /// <summary>The longest name or label, in characters.</summary>
    public const int LongestText = 80;

    /// <summary>For how long a session of an invitation holds: a summit with its week of preparation.</summary>
    public static readonly TimeSpan SessionHolds = TimeSpan.FromDays(14);

    /// <summary>For how long it may lie unused: a weekend between two days of a summit.</summary>
    public static readonly TimeSpan SessionIdles = TimeSpan.FromDays(3);

    /// <summary>For how long a session of a provider holds; after that the provider says again who he is.</summary>
    public static readonly TimeSpan ProviderSessionHolds = TimeSpan.FromHours(12);

    /// <summary>For how long it may lie unused.</summary>
    public static readonly TimeSpan ProviderSessionIdles = TimeSpan.FromHours(4);

    /// <summary>How long what is over is still told to servers; one that was away for longer is told everything.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>How much later than stored a use must be to be stored: uses are kept from lapsing, not counted.</summary>
    public static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(10);
}
