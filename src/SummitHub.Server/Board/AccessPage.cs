using SummitHub.Contracts.Access;

namespace SummitHub.Server.Board;

/// <summary>Who is let in, as the caller may know it.</summary>
/// <param name="Board">What every page has, without any meeting.</param>
/// <param name="Access">The people, invitations and passes.</param>
/// <param name="Now">When it was read, on the world's clock: passes live by it and not by the summit's.</param>
public sealed record AccessPage(BoardPage Board, AccessView Access, DateTimeOffset Now);
