namespace SummitHub.Contracts.Access;

/// <summary>What somebody is at the summit; it decides what he may do and see.</summary>
[GenerateSerializer, Alias("summithub.Role")]
public enum Role
{
    /// <summary>The host's protocol desk: runs rooms and timetable, sees logistics, never substance.</summary>
    Desk,

    /// <summary>The chief of a delegation: clears what is recorded, offers items.</summary>
    Chief,

    /// <summary>A control officer: keeps one principal's day.</summary>
    ControlOfficer,

    /// <summary>A site officer: taps milestones at the booth.</summary>
    SiteOfficer,

    /// <summary>A notetaker: records outcomes.</summary>
    Notetaker,

    /// <summary>One who reads his delegation's day.</summary>
    Reader,

    /// <summary>A press officer of a delegation.</summary>
    Press,

    /// <summary>A wall display of the desk.</summary>
    Display,

    /// <summary>The product itself: a cursor, a reminder, an import.</summary>
    System,
}
