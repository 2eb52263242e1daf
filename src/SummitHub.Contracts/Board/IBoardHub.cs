using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Board;

/// <summary>What a board asks of <c>/hubs/board</c>.</summary>
public interface IBoardHub
{
    /// <summary>
    /// Joins the caller's audience, which is decided from who he is, and answers what he lacks: the delta after the cursor, or a
    /// snapshot where there is none or it does not hold. Changes may arrive before the answer does: keep them and apply after.
    /// </summary>
    /// <param name="summit">The summit.</param>
    /// <param name="scope"><c>day:2019-09-24</c>, <c>delegation:KAZ</c>, <c>venue:booth-03</c> or <c>all</c>: what the snapshot holds.
    /// Deltas hold the whole audience's changes; the board keeps those of its scope.</param>
    /// <param name="cursor">Where it left off; null for a first look.</param>
    Task<WatchReply> Watch(SummitId summit, string scope, string? cursor);

    /// <summary>Says up to which version the board has shown; one that falls 10 s behind, or 256 KB of what was sent more than 2 s ago, is dropped and resumes.</summary>
    Task Seen(long version);
}

/// <summary>What <c>/hubs/board</c> tells a board.</summary>
public interface IBoardClient
{
    /// <summary>Something changed for this audience. In order, at most once on a connection; a gap shows in the versions.</summary>
    Task Changed(BoardDelta delta);

    /// <summary>When the server last confirmed the head of the log (real UTC), and the audience's version then. At least every 2 s.</summary>
    Task AsOf(DateTimeOffset instant, long version);

    /// <summary>The inbox has another revision.</summary>
    Task Noticed(long revision);

    /// <summary>Who looks at this audience's board; best effort.</summary>
    Task Present(ImmutableArray<Person> people);

    /// <summary>The summit's clock was set.</summary>
    Task Clock(SummitClock clock);
}
