namespace SummitHub.Contracts.Access;

/// <summary>A no of who guards the door. Nothing was changed.</summary>
/// <param name="Reason">Why, as a name.</param>
/// <param name="Detail">A sentence for people.</param>
[GenerateSerializer, Immutable, Alias("summithub.AccessRefusal")]
public sealed record AccessRefusal([property: Id(0)] AccessRefusalReason Reason, [property: Id(1)] string Detail);

/// <summary>Why somebody was not let in, or may not let in others.</summary>
[GenerateSerializer, Alias("summithub.AccessRefusalReason")]
public enum AccessRefusalReason
{
    /// <summary>It is not his to do.</summary>
    NotYoursToDo,

    /// <summary>Something is missing, too long or out of its bounds.</summary>
    NotWellFormed,

    /// <summary>There are as many as there may be.</summary>
    TooMany,

    /// <summary>There is no such pass, or not for him to know of.</summary>
    NoSuchPass,

    /// <summary>There is no such invitation, or not for him to know of.</summary>
    NoSuchInvitation,

    /// <summary>There is no such person, or not for him to know of.</summary>
    NoSuchMember,

    /// <summary>The invitation was used before.</summary>
    InvitationUsed,

    /// <summary>The invitation has expired.</summary>
    InvitationExpired,

    /// <summary>The invitation was taken back.</summary>
    InvitationRevoked,

    /// <summary>He was removed and has to be invited again.</summary>
    Removed,

    /// <summary>The delegation has a chief: the desk gives a reason for naming another.</summary>
    ReasonNeeded,

    /// <summary>The desk would be left without anybody.</summary>
    LastOfTheDesk,
}
