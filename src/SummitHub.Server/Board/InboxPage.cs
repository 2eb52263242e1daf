using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Board;

namespace SummitHub.Server.Board;

/// <summary>What a delegation has been told.</summary>
/// <param name="Board">What every page has, with the meetings that the notices name.</param>
/// <param name="Inbox">The notices, newest first.</param>
/// <param name="Leave">By when the delegation's people must leave for the meetings that the notices name, where that can be said.</param>
public sealed record InboxPage(BoardPage Board, Inbox Inbox, IReadOnlyDictionary<MeetingId, Departure> Leave);
