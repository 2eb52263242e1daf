namespace SummitHub.Contracts.Access;

/// <summary>Asks for a token, a display or a calendar.</summary>
/// <param name="Pass">What it is to be called.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Secret">The hash of the secret that the server has made.</param>
/// <param name="Label">What it is for: 1 to 80 characters.</param>
/// <param name="Scopes">What a token may be used for; left out for others.</param>
/// <param name="Holds">For how long it holds.</param>
/// <param name="Board">What a calendar shows: <c>delegation:KAZ</c>, <c>principal:kaz-p1</c> or <c>venue:booth-03</c>; null for others.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassAsk")]
public sealed record PassAsk(
    [property: Id(0)] PassId Pass,
    [property: Id(1)] PassKind Kind,
    [property: Id(2)] SecretHash Secret,
    [property: Id(3)] string Label,
    [property: Id(4)] Scopes Scopes,
    [property: Id(5)] TimeSpan Holds,
    [property: Id(6)] string? Board = null);
