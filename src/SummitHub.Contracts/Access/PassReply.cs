namespace SummitHub.Contracts.Access;

/// <summary>A pass, or why there is none.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Refusal">Why not.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassReply")]
public sealed record PassReply([property: Id(0)] Pass? Pass, [property: Id(1)] AccessRefusal? Refusal);
