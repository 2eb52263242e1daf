namespace SummitHub.Contracts.Programme;

/// <summary>Where a meeting stands in its life.</summary>
[GenerateSerializer, Alias("summithub.MeetingPhase")]
public enum MeetingPhase
{
    /// <summary>Asked for; it holds no time.</summary>
    Requested,

    /// <summary>It holds a slot and may be evicted.</summary>
    Provisional,

    /// <summary>It holds its slot.</summary>
    Confirmed,

    /// <summary>It has started.</summary>
    InProgress,

    /// <summary>It has ended.</summary>
    Ended,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It was put off: to a later slot that it holds, or to none yet.</summary>
    Postponed,

    /// <summary>The request was declined.</summary>
    Declined,

    /// <summary>The request was taken back.</summary>
    Withdrawn,
}

/// <summary>What is reported from the floor.</summary>
[GenerateSerializer, Alias("summithub.Milestone")]
public enum Milestone
{
    /// <summary>A side has set out.</summary>
    EnRoute,

    /// <summary>A side has arrived.</summary>
    Arrived,

    /// <summary>The place is ready.</summary>
    RoomReady,

    /// <summary>The sides are seated.</summary>
    Seated,

    /// <summary>The meeting has started.</summary>
    Started,

    /// <summary>Five minutes are left.</summary>
    FiveMinutes,

    /// <summary>The meeting has ended.</summary>
    Ended,
}
