using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>
/// How the script plays one meeting: the sides set out and arrive, the room is made ready, it starts and ends. Every step is timed by
/// what the meeting expects when its turn comes, so that a meeting somebody moves is played at its new hour and a cancelled one never.
/// </summary>
internal static class MeetingCourse
{
    private static readonly TimeSpan BetweenMeetings = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>The course of a meeting in full, with what came out of it if a file says so.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="pace">How it goes.</param>
    /// <param name="turns">What is peculiar to it.</param>
    /// <param name="record">What came out.</param>
    public static DayCourse InFull(ImportedMeeting meeting, Pace pace, Turns turns, ImportedRecord? record)
    {
        var id = meeting.Id;
        var before = meeting.Terms.Parties.SelectMany((p, side) => new[]
        {
            (pace.SetOut[side % pace.SetOut.Length], SetOut(id, side, p.Delegation, pace)),
            (pace.Arrive[side % pace.Arrive.Length], Arrive(id, side, p.Delegation, pace)),
        });
        return new DayCourse(id.Value,
        [
            .. before.Append((pace.RoomReady, RoomReady(id, pace))).Concat(turns.Before).OrderBy(s => s.Item1).Select(s => s.Item2),
            Start(id, pace.Start),
            .. turns.During,
            FiveLeft(id),
            End(id, pace.End),
            .. record is null ? [] : RecordCourse.Of(meeting, record),
        ]);
    }

    /// <summary>The course of a meeting that lies before the opening: that it was held, and no more.</summary>
    public static DayCourse InShort(ImportedMeeting meeting, ImportedRecord? record) => new(
        meeting.Id.Value,
        [Start(meeting.Id, TimeSpan.Zero), End(meeting.Id, TimeSpan.Zero), .. record is null ? [] : RecordCourse.Of(meeting, record)]);

    /// <summary>When something is due against the expected start, while the meeting has not started.</summary>
    public static Func<IDayView, DateTimeOffset?> BeforeStart(MeetingId id, TimeSpan offset) =>
        view => view.Meeting(id) is { Phase: MeetingPhase.Confirmed or MeetingPhase.Provisional or MeetingPhase.Postponed, Expected: { } expected }
            ? expected.Start + offset
            : null;

    /// <summary>When something is due against the expected end, while the meeting runs.</summary>
    public static Func<IDayView, DateTimeOffset?> BeforeEnd(MeetingId id, TimeSpan offset) =>
        view => view.Meeting(id) is { Phase: MeetingPhase.InProgress, Expected: { } expected } ? expected.End + offset : null;

    /// <summary>Whether a meeting has started, or is over in any way.</summary>
    public static bool Begun(IDayView view, MeetingId id) =>
        view.Meeting(id)?.Phase is MeetingPhase.InProgress or MeetingPhase.Ended or MeetingPhase.Cancelled;

    private static DayStep SetOut(MeetingId id, int side, DelegationCode of, Pace pace) => new(
        $"en-route-{of.Value.ToLowerInvariant()}",
        view => Begun(view, id) || ArrivalOf(view, id, side) is { EnRouteAt: not null } or { ArrivedAt: not null },
        BeforeStart(id, pace.SetOut[side % pace.SetOut.Length]),
        (view, at) => Fact(id, $"en-route-{of.Value.ToLowerInvariant()}", of, new ReachMilestone(
            id, at, Milestone.EnRoute, of, view.Meeting(id)!.Expected!.Value.Start + pace.Arrive[side % pace.Arrive.Length])));

    private static DayStep Arrive(MeetingId id, int side, DelegationCode of, Pace pace) => new(
        $"arrived-{of.Value.ToLowerInvariant()}",
        view => Begun(view, id) || ArrivalOf(view, id, side) is { ArrivedAt: not null },
        BeforeStart(id, pace.Arrive[side % pace.Arrive.Length]),
        (_, at) => Fact(id, $"arrived-{of.Value.ToLowerInvariant()}", of, new ReachMilestone(id, at, Milestone.Arrived, of, null)));

    private static DayStep RoomReady(MeetingId id, Pace pace) => new(
        "room-ready",
        view => Begun(view, id) || view.Meeting(id) is { RoomReady: true } or { Planned.Venue: null },
        BeforeStart(id, pace.RoomReady),
        (_, at) => Cast.Asks(Cast.Desk, $"{id}-room-ready", new ReachMilestone(id, at, Milestone.RoomReady, null, null)));

    private static DayStep Start(MeetingId id, TimeSpan offset) => new(
        "started",
        view => Begun(view, id),
        view => BeforeStart(id, offset)(view) is { } due ? Later(due, FreeAt(view, id)) : null,
        (_, at) => Cast.Asks(Cast.Desk, $"{id}-started", new ReachMilestone(id, at, Milestone.Started, null, null)));

    private static DayStep FiveLeft(MeetingId id) => new(
        "five-minutes",
        view => view.Meeting(id) is { Phase: MeetingPhase.Ended or MeetingPhase.Cancelled } or { FiveMinutes: true },
        BeforeEnd(id, -FiveMinutes),
        (_, at) => Cast.Asks(Cast.Desk, $"{id}-five-minutes", new ReachMilestone(id, at, Milestone.FiveMinutes, null, null)));

    private static DayStep End(MeetingId id, TimeSpan offset) => new(
        "ended",
        view => view.Meeting(id)?.Phase is MeetingPhase.Ended or MeetingPhase.Cancelled,
        BeforeEnd(id, offset),
        (_, at) => Cast.Asks(Cast.Desk, $"{id}-ended", new ReachMilestone(id, at, Milestone.Ended, null, null)));

    // A fact is never refused, so it is on the script to let nobody into two meetings at once.
    private static DateTimeOffset? FreeAt(IDayView view, MeetingId id) => view.Meeting(id)!.Terms.Parties
        .Select(p => view.RunningOf(p.Principal)).Where(m => m is not null && m.Id != id).Max(m => m!.Expected?.End + BetweenMeetings);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static Arrival? ArrivalOf(IDayView view, MeetingId id, int side) =>
        view.Meeting(id) is { } meeting && side < meeting.Arrivals.Length ? meeting.Arrivals[side] : null;

    private static ProgrammeStep Fact(MeetingId id, string name, DelegationCode of, FactCommand fact) =>
        Cast.Asks(Cast.SiteOfficer(of), $"{id}-{name}", fact);
}
