namespace SummitHub.Contracts.Access;

/// <summary>Uses an invitation: it opens one session, once.</summary>
/// <param name="Invitation">The hash of the invitation's secret.</param>
/// <param name="Key">The hash of a key the page has made: with the same one, a use whose answer was lost is answered again.</param>
/// <param name="Pass">What the session is to be called.</param>
/// <param name="Session">The hash of the session's secret, which the server has made.</param>
/// <param name="Device">The browser, in a few words.</param>
/// <param name="From">The address the call came from.</param>
[GenerateSerializer, Immutable, Alias("summithub.Acceptance")]
public sealed record Acceptance(
    [property: Id(0)] SecretHash Invitation,
    [property: Id(1)] SecretHash Key,
    [property: Id(2)] PassId Pass,
    [property: Id(3)] SecretHash Session,
    [property: Id(4)] string Device,
    [property: Id(5)] string From);
