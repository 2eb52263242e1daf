using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>Asks for an invitation.</summary>
/// <param name="Id">Its name, made of who asks and his key: asking again under it gives the same invitation another secret, if it is still open.</param>
/// <param name="Secret">The hash of the secret that the server has made.</param>
/// <param name="Guest">Who is invited; of <see cref="Again"/>, left out.</param>
/// <param name="Again">The person who is in already and signs in on another device; null for somebody new.</param>
/// <param name="Holds">For how long it can be used.</param>
/// <param name="Reason">Why the desk names another chief; otherwise left out.</param>
[GenerateSerializer, Immutable, Alias("summithub.InvitationAsk")]
public sealed record InvitationAsk(
    [property: Id(0)] InvitationId Id,
    [property: Id(1)] SecretHash Secret,
    [property: Id(2)] Guest? Guest,
    [property: Id(3)] string? Again,
    [property: Id(4)] TimeSpan Holds,
    [property: Id(5)] string? Reason);

/// <summary>Somebody who is to be let in.</summary>
/// <param name="Name">What he is called: at most 80 characters.</param>
/// <param name="Role">What he will be.</param>
/// <param name="Delegation">Whose he will be; null for the desk's.</param>
[GenerateSerializer, Immutable, Alias("summithub.Guest")]
public sealed record Guest(
    [property: Id(0)] string Name,
    [property: Id(1)] Role Role,
    [property: Id(2)] DelegationCode? Delegation);

/// <summary>An invitation, or why there is none.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Refusal">Why not.</param>
[GenerateSerializer, Immutable, Alias("summithub.InvitationReply")]
public sealed record InvitationReply([property: Id(0)] Invitation? Invitation, [property: Id(1)] AccessRefusal? Refusal);
