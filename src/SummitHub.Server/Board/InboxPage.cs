using SummitHub.Contracts.Delegations;

namespace SummitHub.Server.Board;

/// <summary>What a delegation has been told.</summary>
/// <param name="Board">What every page has, with the meetings that the notices name.</param>
/// <param name="Inbox">The notices, newest first.</param>
public sealed record InboxPage(BoardPage Board, Inbox Inbox);
