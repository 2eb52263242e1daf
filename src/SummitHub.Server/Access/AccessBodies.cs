using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>Invites somebody.</summary>
/// <param name="Name">What he is called.</param>
/// <param name="Role">What he will be.</param>
/// <param name="Delegation">Whose; null for the desk.</param>
/// <param name="Hours">For how many hours the link can be used; three days where it is not said.</param>
/// <param name="Reason">Why the desk names another chief.</param>
public sealed record InviteBody(string Name, Role Role, DelegationCode? Delegation = null, double Hours = 72, string? Reason = null);

/// <summary>Gives somebody who is in already a link for another device.</summary>
/// <param name="Member">Who; null for oneself.</param>
/// <param name="Minutes">For how many minutes the link can be used.</param>
public sealed record DeviceBody(string? Member = null, double Minutes = 15);

/// <summary>Makes a token.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may be used for: <c>read</c>, <c>change</c>, <c>record</c>, <c>audit</c>.</param>
/// <param name="Days">For how many days it holds.</param>
public sealed record TokenBody(string Label, IReadOnlyList<Scopes> Scopes, double Days = 14);

/// <summary>Makes a display.</summary>
/// <param name="Label">Where it hangs.</param>
/// <param name="Days">For how many days it holds.</param>
public sealed record DisplayBody(string Label, double Days = 14);

/// <summary>Makes the address of a calendar.</summary>
/// <param name="Label">Whose telephone it is for.</param>
/// <param name="Of">Whose meetings it holds: <c>delegation:KAZ</c>, <c>principal:kaz-p1</c> or <c>venue:booth-03</c>.</param>
/// <param name="Days">For how many days it holds.</param>
public sealed record CalendarBody(string Label, string Of, double Days = 14);

/// <summary>Uses a link.</summary>
/// <param name="Secret">What stands in its fragment.</param>
public sealed record JoinBody(string Secret);

/// <summary>A link that was made. It is shown once; nobody can look it up again.</summary>
/// <param name="Id">The name of what it belongs to.</param>
/// <param name="Link">The link: what opens is in its fragment, which browsers send to nobody; that of a calendar is all in its address.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record LinkMade(string Id, string Link, DateTimeOffset ExpiresAt);

/// <summary>A token that was made. It is shown once.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Token">The token, for the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
public sealed record TokenMade(string Id, string Token, DateTimeOffset ExpiresAt);

/// <summary>Where somebody who came in or went out goes on.</summary>
/// <param name="To">An address here.</param>
public sealed record LetIn(string To);
