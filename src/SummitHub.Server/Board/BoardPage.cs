using SummitHub.Contracts.Access;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>A board, as the caller's audience sees it.</summary>
/// <param name="Summit">The summit: its days, venues, delegations and people.</param>
/// <param name="Snapshot">The rows, and where to go on from.</param>
/// <param name="Caller">Who looks.</param>
/// <param name="Unread">How many notices to his delegation nobody has taken note of; null for who has no inbox.</param>
public sealed record BoardPage(Summit Summit, BoardSnapshot Snapshot, Actor Caller, int? Unread);
