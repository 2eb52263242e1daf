namespace SummitHub.Contracts.Access;

/// <summary>Somebody who was let in to the summit: a desk officer, a chief of delegation, one of his staff.</summary>
/// <param name="Who">Who he is.</param>
/// <param name="Since">When he came in first.</param>
/// <param name="InvitedBy">Who invited him, by name; how the server knows him, where nobody did.</param>
/// <param name="RemovedAt">When he was removed; null while he was not.</param>
/// <param name="RemovedBy">Who removed him, by name.</param>
[GenerateSerializer, Immutable, Alias("summithub.Member")]
public sealed record Member(
    [property: Id(0)] Actor Who,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] string InvitedBy,
    [property: Id(3)] DateTimeOffset? RemovedAt,
    [property: Id(4)] string? RemovedBy);
