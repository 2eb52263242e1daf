using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Board;

/// <summary>What the desk has to keep in mind.</summary>
/// <param name="Board">What every page has, with the meetings that stand on the list.</param>
/// <param name="Standing">The list.</param>
/// <param name="Unaware">Who does not know yet of changes to meetings that are still to be held.</param>
/// <param name="Speeches">The commitments of series that are expected today and have not ended, by the hour.</param>
public sealed record StandingPage(BoardPage Board, StandingView Standing, ImmutableArray<Unaware> Unaware, ImmutableArray<CommitmentRow> Speeches)
{
    private readonly Dictionary<MeetingId, MeetingRow> rows = Board.Snapshot.Meetings.ToDictionary(m => m.Id);

    /// <summary>A meeting that is named on the list; null where the reader may not know of it.</summary>
    public MeetingRow? Row(MeetingId meeting) => rows.GetValueOrDefault(meeting);
}
