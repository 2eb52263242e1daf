using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Board;

namespace SummitHub.Server.Pages;

/// <summary>A day of the board as rows on a time axis, by delegation or by room.</summary>
public sealed class BoardGrid
{
    private const int UsualFirstHour = 8;
    private const int UsualLastHour = 20;
    private readonly BoardSnapshot snapshot;
    private readonly Naming naming;

    /// <param name="page">The board.</param>
    /// <param name="naming">How things are called.</param>
    /// <param name="day">The local day.</param>
    /// <param name="byRoom">Whether its rows are rooms rather than delegations.</param>
    /// <param name="all">Whether rows are shown that have nothing that day.</param>
    public BoardGrid(BoardPage page, Naming naming, DateOnly day, bool byRoom, bool all)
    {
        (snapshot, this.naming, Day) = (page.Snapshot, naming, day);
        Meetings = [.. snapshot.Meetings.Where(m => (m.Start ?? m.PlannedStart) is { } start && naming.DayOf(start) == day)];
        Waiting = [.. snapshot.Meetings.Where(m => m.Start is null && m.PlannedStart is null && m.Status is MeetingStatus.Requested or MeetingStatus.Postponed)];
        Commitments = [.. snapshot.Commitments.Where(c => naming.DayOf(c.Start) == day)];
        Rows = byRoom ? ByRoom(all) : ByDelegation(all, page.Caller.Delegation);
        FirstHour = Math.Min(UsualFirstHour, Blocks.Select(b => b.Start / 60).DefaultIfEmpty(UsualFirstHour).Min());
        LastHour = Math.Max(UsualLastHour, Blocks.Select(b => (b.Start + b.Length + 59) / 60).DefaultIfEmpty(UsualLastHour).Max());
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Meetings that have an hour on this day.</summary>
    public IReadOnlyList<MeetingRow> Meetings { get; }

    /// <summary>Meetings that are asked for and have no hour yet.</summary>
    public IReadOnlyList<MeetingRow> Waiting { get; }

    /// <summary>Blocks of time that are no meetings.</summary>
    public IReadOnlyList<CommitmentRow> Commitments { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<GridRow> Rows { get; }

    /// <summary>The first hour of the axis.</summary>
    public int FirstHour { get; }

    /// <summary>The hour at which the axis ends.</summary>
    public int LastHour { get; }

    /// <summary>The day as a list, by the hour.</summary>
    public IEnumerable<BlockView> Agenda => Meetings.Select(m => BlockView.Of(m, null, Day, naming)).OrderBy(v => v.Start).ThenBy(v => v.Id, StringComparer.Ordinal);

    /// <summary>The day as a list by rooms, in the order of the rows, and by the hour in each; what has no room yet comes last.</summary>
    public IEnumerable<(string Key, string Name, IEnumerable<BlockView> Views)> AgendaByRoom
    {
        get
        {
            var meetings = Meetings.ToLookup(m => m.Venue);
            IEnumerable<BlockView> Views(VenueId? venue) => meetings[venue].Select(m => BlockView.Of(m, null, Day, naming)).OrderBy(v => v.Start).ThenBy(v => v.Id, StringComparer.Ordinal);
            var rooms = naming.Rooms.Where(v => meetings.Contains(v.Id)).Select(v => (v.Id.Value, naming.Venue(v.Id), Views(v.Id)));
            return meetings.Contains(null) ? rooms.Append(("", naming.Venue(null), Views(null))) : rooms;
        }
    }

    private IEnumerable<BlockView> Blocks => Rows.SelectMany(r => r.Blocks).Select(b => b.View);

    private List<GridRow> ByDelegation(bool all, DelegationCode? own)
    {
        var meetings = Meetings.SelectMany(m => m.Parties.Select(p => (p.Delegation, Meeting: m))).ToLookup(x => x.Delegation, x => x.Meeting);
        var commitments = Commitments.SelectMany(c => c.Delegations.Select(d => (Delegation: d, Commitment: c))).ToLookup(x => x.Delegation, x => x.Commitment);
        return [.. naming.Summit.Delegations
            .Where(d => all || meetings.Contains(d.Code) || commitments.Contains(d.Code))
            .Select(d => GridRow.Of(
                d.Code.Value,
                naming.Delegation(d.Code),
                d.Code.Value,
                $"/summits/{naming.Summit.Id}/delegations/{d.Code}?day={Day:yyyy-MM-dd}",
                meetings[d.Code].Select(m => BlockView.Of(m, d.Code, Day, naming)).Concat(commitments[d.Code].Select(c => BlockView.Of(c, Day, naming)))))
            .OrderBy(r => r.Key != own?.Value).ThenBy(r => !r.HasMeetings).ThenBy(r => r.Name, StringComparer.Create(naming.Words.Culture, ignoreCase: true))];
    }

    private List<GridRow> ByRoom(bool all)
    {
        var meetings = Meetings.Where(m => m.Venue is not null).ToLookup(m => m.Venue!.Value);
        return [.. naming.Rooms
            .Where(v => (all && v.Bookable) || meetings.Contains(v.Id))
            .Select(v => GridRow.Of(v.Id.Value, naming.Venue(v.Id), "", null, meetings[v.Id].Select(m => BlockView.Of(m, null, Day, naming))))];
    }
}
