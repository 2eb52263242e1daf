namespace SummitHub.Contracts.Access;

/// <summary>A link that lets one person in once. Its secret stands in the link alone; what is stored is its hash.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Secret">By what it is found.</param>
/// <param name="For">Who he will be; of somebody who is in already, who he is.</param>
/// <param name="By">Who invited him.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="Reason">Why, where the desk names another chief.</param>
/// <param name="UsedAt">When it was used; null while it was not.</param>
/// <param name="UsedWith">The hash of the key it was used with: the same key again means the same use.</param>
/// <param name="Opened">The session it opened.</param>
/// <param name="RevokedAt">When it was taken back; null while it was not.</param>
/// <param name="RevokedBy">Who took it back, by name.</param>
[GenerateSerializer, Immutable, Alias("summithub.Invitation")]
public sealed record Invitation(
    [property: Id(0)] InvitationId Id,
    [property: Id(1)] SecretHash Secret,
    [property: Id(2)] Actor For,
    [property: Id(3)] Actor By,
    [property: Id(4)] DateTimeOffset MadeAt,
    [property: Id(5)] DateTimeOffset ExpiresAt,
    [property: Id(6)] string? Reason,
    [property: Id(7)] DateTimeOffset? UsedAt,
    [property: Id(8)] SecretHash? UsedWith,
    [property: Id(9)] PassId? Opened,
    [property: Id(10)] DateTimeOffset? RevokedAt,
    [property: Id(11)] string? RevokedBy)
{
    /// <summary>How it stands. What was used stays used, whatever comes after.</summary>
    public InvitationState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? InvitationState.Used : RevokedAt is not null ? InvitationState.Revoked : now >= ExpiresAt ? InvitationState.Expired : InvitationState.Open;
}

/// <summary>How an invitation stands.</summary>
[GenerateSerializer, Alias("summithub.InvitationState")]
public enum InvitationState
{
    /// <summary>It can be used.</summary>
    Open,

    /// <summary>It was used; it opens nothing any more.</summary>
    Used,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>Nobody used it in time.</summary>
    Expired,
}
