using System.Security.Claims;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>
/// What the pages read. Who the caller is, and so which audience he belongs to, is decided from the principal each time. An answer
/// of null means that there is nothing there or that he may not look: the two are the same on purpose.
/// </summary>
public interface IBoardReader
{
    /// <summary>The board of a scope, as in <see cref="Contracts.Board.IBoardHub.Watch"/>.</summary>
    ValueTask<BoardPage?> BoardAsync(SummitId summit, ClaimsPrincipal caller, string scope, CancellationToken cancellation);

    /// <summary>The board of the whole summit, for the wall: the one thing that a display reads.</summary>
    ValueTask<BoardPage?> WallAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>One meeting: a snapshot that holds that row alone, with a cursor to go on from, and the record of the caller's side.</summary>
    ValueTask<MeetingPage?> MeetingAsync(SummitId summit, MeetingId meeting, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>What every page of a summit has, without rows, for who may read at all.</summary>
    ValueTask<BoardPage?> PlainAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>What stands against the rules, for those who run the town; the snapshot holds the meetings that the list names.</summary>
    ValueTask<StandingPage?> StandingAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>What the caller's delegation has been told; the snapshot holds the meetings that the notices name.</summary>
    ValueTask<InboxPage?> InboxAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>Who is let in and by what, as far as the caller may know it; for who came by a session.</summary>
    ValueTask<AccessPage?> AccessAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation);

    /// <summary>About so many entries of the audit before an instant, the newest first.</summary>
    ValueTask<AuditReading?> AuditAsync(SummitId summit, ClaimsPrincipal caller, DateTimeOffset before, int most, CancellationToken cancellation);
}
