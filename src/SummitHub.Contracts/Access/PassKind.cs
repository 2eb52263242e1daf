namespace SummitHub.Contracts.Access;

/// <summary>What kind of pass it is.</summary>
[GenerateSerializer, Alias("summithub.PassKind")]
public enum PassKind
{
    /// <summary>A browser that somebody signed in with; its secret lives in a cookie.</summary>
    Session,

    /// <summary>A script of somebody's; its secret stands in the script's <c>Authorization</c> header.</summary>
    Token,

    /// <summary>A wall display: it reads one board and nothing else.</summary>
    Display,

    /// <summary>A calendar that reads the meetings of one delegation, person or room; its secret stands in the address it is fetched from.</summary>
    Calendar,
}
