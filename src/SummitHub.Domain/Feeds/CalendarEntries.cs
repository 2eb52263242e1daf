using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Feeds;

/// <summary>
/// What a calendar holds: the meetings that have, or had, a slot, as far as its holder may know them. One that was moved is one entry with a raised
/// sequence; one that was cancelled, put off or taken back stays and says so, since what merely vanishes stands on in many a telephone.
/// </summary>
/// <remarks>
/// A confidential meeting is in no calendar, not even in its own sides': calendars are copied to the telephones and providers of whoever
/// has the address.
/// </remarks>
public static class CalendarEntries
{
    /// <summary>The entries of a calendar, by the names of their meetings.</summary>
    public static ImmutableArray<CalendarEntry> Of(ProgrammeState state, Audience audience, CalendarScope scope) =>
    [
        .. state.Meetings
            .Where(m => m.Terms.Visibility != Visibility.Confidential && IsIn(scope, m))
            .Select(m => Entry(state, m, audience)).OfType<CalendarEntry>()
            .OrderBy(e => e.Meeting.Id),
    ];

    private static CalendarEntry? Entry(ProgrammeState state, Meeting meeting, Audience audience)
    {
        var slot = meeting.Planned ?? meeting.MovedFrom;
        return slot is { } held && BoardRows.Row(state, meeting, audience) is { } row
            ? new CalendarEntry(row, meeting.Version - 1, StandingOf(meeting), meeting.Expected ?? held.When, held.Venue, meeting.ChangedIn)
            : null;
    }

    private static EntryStanding StandingOf(Meeting meeting) => meeting switch
    {
        { Planned: null } or { Phase: MeetingPhase.Cancelled or MeetingPhase.Declined or MeetingPhase.Withdrawn } => EntryStanding.Cancelled,
        { Phase: MeetingPhase.Provisional or MeetingPhase.Postponed or MeetingPhase.Requested } => EntryStanding.Tentative,
        _ => EntryStanding.Confirmed,
    };

    private static bool IsIn(CalendarScope scope, Meeting meeting) =>
        scope.Delegation is { } side ? meeting.HasSide(side)
        : scope.Principal is { } person ? meeting.Terms.Parties.Any(p => p.Principal == person)
        : scope.Venue is { } venue && (meeting.Planned ?? meeting.MovedFrom)?.Venue == venue;
}
