namespace SummitHub.Domain.Notices;

/// <summary>What a notice tells, the weightiest first: where one entry did several things to a meeting, the first of them is told. In camel
/// case, the name stands in the notice.</summary>
internal enum NoticeKind
{
    Cancelled,
    Postponed,
    Moved,
    RoomChanged,
    Scheduled,
    Declined,
    Withdrawn,
    Requested,
    Proposed,
    PrincipalSubstituted,
    Accepted,
    ProposalDropped,
    Late,
    Conflict,
    RecordOffered,
}
