namespace SummitHub.Contracts.Access;

/// <summary>Asks for a token or a display.</summary>
/// <param name="Pass">What it is to be called.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Secret">The hash of the secret that the server has made.</param>
/// <param name="Label">What it is for: 1 to 80 characters.</param>
/// <param name="Scopes">What a token may be used for; left out for a display.</param>
/// <param name="Holds">For how long it holds.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassAsk")]
public sealed record PassAsk(
    [property: Id(0)] PassId Pass,
    [property: Id(1)] PassKind Kind,
    [property: Id(2)] SecretHash Secret,
    [property: Id(3)] string Label,
    [property: Id(4)] Scopes Scopes,
    [property: Id(5)] TimeSpan Holds);
