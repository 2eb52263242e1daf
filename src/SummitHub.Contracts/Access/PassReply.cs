namespace SummitHub.Contracts.Access;

/// <summary>A pass, or why there is none.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Invitation">The invitation that was refused, where there is one: for the audit, not for who used it.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassReply")]
public sealed record PassReply([property: Id(0)] Pass? Pass, [property: Id(1)] AccessRefusal? Refusal, [property: Id(2)] Invitation? Invitation = null);
