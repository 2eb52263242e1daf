namespace SummitHub.Contracts.Programme;

/// <summary>Why an operation was refused. Names are sentences; clients get them as they stand here, in camel case.</summary>
[GenerateSerializer, Alias("summithub.RefusalReason")]
public enum RefusalReason
{
    /// <summary>The person holds another meeting then.</summary>
    PrincipalAlreadyMeetingThen = 0,

    /// <summary>The person has a commitment then.</summary>
    PrincipalCommittedThen = 1,

    /// <summary>The person is not in town then.</summary>
    PrincipalNotPresentThen = 2,

    /// <summary>The person has no time for the way from or to his next block.</summary>
    PrincipalCannotTravelInTime = 3,

    /// <summary>The person would hold more meetings that day than the rule pack allows.</summary>
    PrincipalHasTooManyMeetingsThatDay = 4,

    /// <summary>The room is full then.</summary>
    RoomTakenThen = 5,

    /// <summary>The room needs its rest before or after another meeting.</summary>
    RoomNeedsItsGap = 6,

    /// <summary>The venue is not open then.</summary>
    VenueNotOpenThen = 7,

    /// <summary>The venue has been closed for that time.</summary>
    VenueClosedThen = 8,

    /// <summary>The room has not enough seats.</summary>
    RoomTooSmall = 9,

    /// <summary>The interpreter is in another meeting then.</summary>
    InterpreterAlreadyWorkingThen = 10,

    /// <summary>The two delegations are kept apart.</summary>
    DelegationsAreKeptApart = 11,

    /// <summary>The meeting would not start and end on one day.</summary>
    MeetingSpansTwoDays = 12,

    /// <summary>The party is unavailable then; no more may be said to this asker.</summary>
    PartyUnavailableThen = 13,

    /// <summary>The room is unavailable then; no more may be said to this asker.</summary>
    RoomUnavailableThen = 14,

    /// <summary>An interpreter is unavailable then; no more may be said to this asker.</summary>
    InterpreterUnavailableThen = 15,

    /// <summary>The time lies outside the summit's days.</summary>
    OutsideTheSummit = 20,

    /// <summary>The fact is said to have happened in the future or too long ago.</summary>
    NotAPlausibleTime = 21,

    /// <summary>There is no such summit.</summary>
    NoSuchSummit = 30,

    /// <summary>There is no such meeting, or the asker may not know of it.</summary>
    NoSuchMeeting = 31,

    /// <summary>There is no such venue.</summary>
    NoSuchVenue = 32,

    /// <summary>There is no such principal in that delegation.</summary>
    NoSuchPrincipal = 33,

    /// <summary>There is no such delegation at the summit or in the meeting.</summary>
    NoSuchDelegation = 34,

    /// <summary>There is no such commitment.</summary>
    NoSuchCommitment = 35,

    /// <summary>There is no such interpreter.</summary>
    NoSuchInterpreter = 36,

    /// <summary>There is no such zone.</summary>
    NoSuchZone = 37,

    /// <summary>There is no such item in the record.</summary>
    NoSuchItem = 38,

    /// <summary>The name is taken already.</summary>
    AlreadyExists = 40,

    /// <summary>The meeting is not in a phase in which this can be done.</summary>
    NotInThatPhase = 41,

    /// <summary>Nothing is open that could be accepted or declined.</summary>
    NothingIsOpen = 42,

    /// <summary>The command names the same side, person or slot twice, or changes nothing.</summary>
    NothingWouldChange = 43,

    /// <summary>A text is empty, too long, or a number out of its bounds.</summary>
    NotWellFormed = 44,

    /// <summary>A reason is asked for.</summary>
    ReasonNeeded = 45,

    /// <summary>The asker's role does not do this.</summary>
    NotYoursToDo = 50,

    /// <summary>The meeting has changed since the version the plan was made on.</summary>
    MeetingHasChanged = 60,

    /// <summary>The operation id was used for another command.</summary>
    OperationIdUsedForAnother = 61,

    /// <summary>A later notice stands in the place of the one that was taken note of.</summary>
    NoticeOvertaken = 62,
}
