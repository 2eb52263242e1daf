using SummitHub.Load.Servers;
using SummitHub.Load.Week;

namespace SummitHub.Load.Day;

/// <summary>Compares what the server shows at the end of the day with where the file has led.</summary>
internal static class DayEnd
{
    /// <summary>Every difference, in words.</summary>
    public static IEnumerable<string> Differences(WeekRun run, DayBook book, SeenProgramme seen)
    {
        var rows = seen.Meetings.ToDictionary(one => one.Id, StringComparer.Ordinal);
        foreach (var meeting in book.Meetings)
        {
            if (!rows.TryGetValue(meeting.Id, out var row)) yield return $"{meeting.Id} is not shown";
            else foreach (var difference in Of(run, meeting, row)) yield return $"{meeting.Id}: {difference}";
        }

        if (rows.Count != book.Meetings.Count()) yield return $"{rows.Count} meetings are shown, the file has led to {book.Meetings.Count()}";
        var commitments = seen.Commitments.ToDictionary(one => one.Id, StringComparer.Ordinal);
        foreach (var (side, spoke) in book.Statements)
        {
            var row = commitments[DayBook.StatementOf(side)];
            if (row.Status != "ended" || row.Start != run.Shift.At(spoke.Start) || row.End != run.Shift.At(spoke.End!.Value))
                yield return $"{row.Id} is {row.Status} {row.Start:O} to {row.End:O}, expected ended {run.Shift.At(spoke.Start):O} to {run.Shift.At(spoke.End!.Value):O}";
        }
    }

    private static IEnumerable<string> Of(WeekRun run, BookedMeeting meeting, SeenMeeting row)
    {
        if (row.Status != meeting.Status) yield return $"it is {row.Status}, expected {meeting.Status}";
        foreach (var party in row.Parties)
            if (meeting.Principals[party.Delegation] != party.Principal || meeting.People[party.Delegation] != party.People)
                yield return $"{party.Delegation} sends {party.Principal} with {party.People}, expected {meeting.Principals[party.Delegation]} with {meeting.People[party.Delegation]}";
        if (meeting.Start is not { } start) yield break;
        if (row.PlannedStart != run.Shift.At(start)) yield return $"it is planned for {row.PlannedStart:O}, expected {run.Shift.At(start):O}";
        if (row.PlannedEnd != run.Shift.At(start + meeting.Length)) yield return $"it is planned to end {row.PlannedEnd:O}, expected {run.Shift.At(start + meeting.Length):O}";
        if (row.Venue != meeting.Venue) yield return $"it is at {row.Venue}, expected {meeting.Venue}";
        if (meeting.StartedAt is { } started && row.Start != run.Shift.At(started)) yield return $"it started {row.Start:O}, expected {run.Shift.At(started):O}";
        if (meeting.EndedAt is { } ended && row.End != run.Shift.At(ended)) yield return $"it ended {row.End:O}, expected {run.Shift.At(ended):O}";
    }
}
