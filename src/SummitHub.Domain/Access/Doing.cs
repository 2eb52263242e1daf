namespace SummitHub.Domain.Access;

/// <summary>The kinds of things that people do, as far as rights tell them apart.</summary>
public enum Doing
{
    /// <summary>Founding the summit.</summary>
    Found,

    /// <summary>Booking and scheduling meetings, naming interpreters.</summary>
    Place,

    /// <summary>Asking for a meeting.</summary>
    Request,

    /// <summary>Accepting, declining, proposing, taking back.</summary>
    Answer,

    /// <summary>Moving, putting off, cancelling, confirming; another room, another person.</summary>
    Change,

    /// <summary>Reporting who is on his way or has arrived, the room, the seats, the five minutes.</summary>
    ReportMilestone,

    /// <summary>Reporting start and end.</summary>
    ReportStartOrEnd,

    /// <summary>Reporting a delay, the number of people, what media do.</summary>
    ReportLogistics,

    /// <summary>Noting that a record has changed.</summary>
    NoteRecord,

    /// <summary>Blocking principals' time.</summary>
    Commit,

    /// <summary>Reporting of speeches, closed rooms and travel.</summary>
    ReportTown,

    /// <summary>Asking when others are busy.</summary>
    AskBusy,

    /// <summary>Reading a record, as one's own side.</summary>
    ReadRecord,

    /// <summary>Writing briefs, drafting items, settling a record.</summary>
    KeepRecord,

    /// <summary>Offering items to the other sides, accepting and declining theirs.</summary>
    ClearRecord,

    /// <summary>Reading what one's delegation has been told.</summary>
    ReadInbox,

    /// <summary>Taking note of it for the delegation.</summary>
    Acknowledge,
}

/// <summary>How far a right goes.</summary>
public enum Extent
{
    /// <summary>It is not his to do.</summary>
    Not,

    /// <summary>For his own side.</summary>
    OwnSide,

    /// <summary>For anybody.</summary>
    Any,
}
