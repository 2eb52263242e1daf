namespace SummitHub.Browser.Tests.House;

/// <summary>
/// How long a test waits before it says that something did not happen: generous, since the machine may be busy with other things.
/// What happens at all happens within a second.
/// </summary>
internal static class Deadlines
{
    /// <summary>Until a change is seen.</summary>
    public static readonly TimeSpan Seen = TimeSpan.FromSeconds(20);

    /// <summary>Until a board that was cut off says so in red, and for what ages with real time.</summary>
    public static readonly TimeSpan Aged = TimeSpan.FromSeconds(45);

    /// <summary>Until a server serves.</summary>
    public static readonly TimeSpan Started = TimeSpan.FromSeconds(90);
}
