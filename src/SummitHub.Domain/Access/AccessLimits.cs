namespace SummitHub.Domain.Access;

/// <summary>How much there may be of what lets people in, and for how long. What is not bounded here grows until it hurts.</summary>
public static class AccessLimits
{
    /// <summary>The most passes of a summit that hold.</summary>
    public const int MostPasses = 10_000;

    /// <summary>The most sessions of one person; the longest unused goes when there is another.</summary>
    public const int MostSessionsOfOne = 100;

    /// <summary>The most tokens of one person.</summary>
    public const int MostTokensOfOne = 10;

    /// <summary>The most calendars of one person.</summary>
    public const int MostCalendarsOfOne = 20;

    /// <summary>The most displays of a summit.</summary>
    public const int MostDisplays = 100;

    /// <summary>The most people of a summit, those who were removed too.</summary>
    public const int MostMembers = 10_000;

    /// <summary>The most people of one delegation, and of the desk.</summary>
    public const int MostMembersOfOne = 500;

    /// <summary>The most open invitations to one delegation, and to the desk.</summary>
    public const int MostOpenInvitationsOfOne = 200;

    /// <summary>The most invitations of a summit that are remembered.</summary>
    public const int MostInvitations = 10_000;

    /// <summary>The most notes that wait for the audit: beyond that nobody is let in or out until it has them.</summary>
    public const int MostUnaudited = 10_000;

    /// <summary>The longest name, label or reason, in characters.</summary>
    public const int LongestText = 80;

    /// <summary>The longest text of the audit, in characters.</summary>
    public const int LongestAudited = 120;

    /// <summary>For how long a session of an invitation holds: a summit with its week of preparation.</summary>
    public static readonly TimeSpan SessionHolds = TimeSpan.FromDays(14);

    /// <summary>For how long it may lie unused: a weekend between two days of a summit.</summary>
    public static readonly TimeSpan SessionIdles = TimeSpan.FromDays(3);

    /// <summary>For how long a session of a provider holds; after that the provider says again who he is.</summary>
    public static readonly TimeSpan ProviderSessionHolds = TimeSpan.FromHours(12);

    /// <summary>For how long it may lie unused.</summary>
    public static readonly TimeSpan ProviderSessionIdles = TimeSpan.FromHours(4);

    /// <summary>The shortest an invitation, token, display or calendar may be asked to hold.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>The longest an invitation may be asked to hold.</summary>
    public static readonly TimeSpan LongestInvitation = TimeSpan.FromDays(14);

    /// <summary>The longest an invitation to another device of one's own holds.</summary>
    public static readonly TimeSpan LongestOwnInvitation = TimeSpan.FromMinutes(15);

    /// <summary>The longest a token, display or calendar may be asked to hold.</summary>
    public static readonly TimeSpan LongestToken = TimeSpan.FromDays(90);

    /// <summary>How long the use of an invitation is answered again to the page whose answer was lost.</summary>
    public static readonly TimeSpan AnsweredAgain = TimeSpan.FromMinutes(2);

    /// <summary>How long what is over is still told to servers; one that was away for longer is told everything.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>How long after its end an invitation is remembered, so that who uses it is told why it opens nothing.</summary>
    public static readonly TimeSpan InvitationRemembered = TimeSpan.FromDays(14);

    /// <summary>How much later than stored a use must be to be stored: uses are kept from lapsing, not counted.</summary>
    public static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(10);
}
