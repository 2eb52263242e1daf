namespace SummitHub.Contracts.Access;

/// <summary>That a server vouches for somebody and asks for a session for him. Only servers can ask: who he is comes from no client.</summary>
/// <param name="Pass">What the session is to be called.</param>
/// <param name="Secret">The hash of its secret, which the server has made.</param>
/// <param name="Who">Who he is.</param>
/// <param name="By">How the server knows him.</param>
/// <param name="Device">The browser, in a few words.</param>
/// <param name="From">The address the call came from.</param>
[GenerateSerializer, Immutable, Alias("summithub.Admission")]
public sealed record Admission(
    [property: Id(0)] PassId Pass,
    [property: Id(1)] SecretHash Secret,
    [property: Id(2)] Actor Who,
    [property: Id(3)] SignIn By,
    [property: Id(4)] string Device,
    [property: Id(5)] string From = "");
