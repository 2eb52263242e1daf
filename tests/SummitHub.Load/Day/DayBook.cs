using SummitHub.Load.Timetable;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>Where the file has led the day so far.</summary>
internal sealed class DayBook
{
    private readonly Dictionary<string, BookedMeeting> _meetings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BookedMeeting> _aliases = new(StringComparer.Ordinal);
    private readonly WeekFile _week;

    /// <summary>As it stands before the day: the baseline confirmed, the waiting requests asked for or declined.</summary>
    public DayBook(WeekRun run)
    {
        _week = run.Inputs.Week;
        foreach (var meeting in _week.BaselineMeetings)
        {
            var booked = Add(meeting.Id, run.Requests[meeting.RequestId]);
            booked.Place(meeting.Start, meeting.End, meeting.VenueId, "confirmed");
        }

        foreach (var waiting in _week.Waiting)
            Add(waiting.RequestId, run.Requests[waiting.RequestId]).Status = waiting.Reason == "declined_by_requested" ? "declined" : "requested";
    }

    /// <summary>All meetings.</summary>
    public IEnumerable<BookedMeeting> Meetings => _meetings.Values;

    /// <summary>Statements that were begun and ended, by delegation.</summary>
    public Dictionary<string, (DateTimeOffset Start, DateTimeOffset? End)> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>Statements that are expected otherwise than planned, by commitment, in minutes.</summary>
    public Dictionary<string, int> Slipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Enters a meeting under its name in the product.</summary>
    public BookedMeeting Add(string id, MeetingRequest request) => _meetings[id] = new(id, request);

    /// <summary>The meeting of a request, known from now on by another name as well.</summary>
    public BookedMeeting Known(string request, string? alias)
    {
        var meeting = _meetings[request];
        if (alias is not null) _aliases[alias] = meeting;
        return meeting;
    }

    /// <summary>The meeting an event is about.</summary>
    public BookedMeeting Of(DayEvent happened) =>
        _meetings.GetValueOrDefault(happened.MeetingId!) ?? _aliases.GetValueOrDefault(happened.MeetingId!)
        ?? throw new InvalidDataException($"Event {happened.Seq} is about {happened.MeetingId}, which nobody knows.");

    /// <summary>The statements of a sitting that come after a delegation's, in their order.</summary>
    public IEnumerable<Commitment> After(string delegation, string sitting)
    {
        var speeches = _week.Delegations.Where(one => one.GeneralDebate is { Order: not null } && one.GeneralDebate.Date == _week.BusyDay && one.GeneralDebate.Sitting == sitting)
            .ToDictionary(one => one.Code, one => one.GeneralDebate!.Order!.Value, StringComparer.Ordinal);
        var commitments = _week.Commitments.ToDictionary(one => one.Id, StringComparer.Ordinal);
        return speeches.Where(one => one.Value > speeches[delegation]).OrderBy(one => one.Value).Select(one => commitments[StatementOf(one.Key)]);
    }

    /// <summary>The commitment that is a delegation's statement.</summary>
    public static string StatementOf(string delegation) => $"statement-{delegation.ToLowerInvariant()}";
}
