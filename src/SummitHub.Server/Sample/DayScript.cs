using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>
/// The script of the sample's days. What it reports is invented, but for the outcomes, and marked as simulated: an overrunning speech at
/// the opening, a Kazakh meeting that runs over so that the next one gets another booth, another that starts late, and
/// the plain course of all the others.
/// </summary>
internal static class DayScript
{
    /// <summary>When the sample opens: 10:40 in New York on 24 September 2019, with the third speech of the debate running long.</summary>
    public static readonly DateTimeOffset OpensAt = new DateTimeOffset(2019, 9, 24, 10, 40, 0, TimeSpan.FromHours(-4)).ToUniversalTime();

    private const int Seed = 74;
    private static readonly MeetingId Poland = MeetingId.Parse("kzb-1");
    private static readonly MeetingId Georgia = MeetingId.Parse("kzb-2");
    private static readonly MeetingId Ukraine = MeetingId.Parse("kzb-3");
    private static readonly TimeSpan Overrun = TimeSpan.FromMinutes(16);

    private static readonly Dictionary<string, TimeSpan> Lengths = new()
    {
        ["statement-bra"] = new(0, 20, 0),
        ["statement-usa"] = new(0, 20, 0),
        ["statement-egy"] = new(0, 26, 40),
        ["statement-tur"] = new(0, 19, 30),
        ["statement-jor"] = new(0, 31, 0),
    };

    private static readonly Dictionary<string, DateTimeOffset> Forecasts = new() { ["statement-egy"] = OpensAt + new TimeSpan(0, 1, 10) };

    /// <summary>The courses of everything in the summit: in short for what lies before the opening, in full for the rest.</summary>
    public static ImmutableArray<DayCourse> Of(ImportedSummit summit)
    {
        var records = summit.Records.ToDictionary(r => r.Meeting);
        return
        [
            .. summit.Commitments.Where(c => c.Series is not null).GroupBy(c => c.Series).Select(s => SittingCourse.Of([.. s.OrderBy(c => c.Order)], Lengths, Forecasts, Seed)),
            Advisory(),
            RoomChange(),
            .. summit.Meetings.Select(m => CourseOf(m, records.GetValueOrDefault(m.Id))),
        ];
    }

    private static DayCourse CourseOf(ImportedMeeting meeting, ImportedRecord? record) => meeting.Slot.When.End <= OpensAt
        ? MeetingCourse.InShort(meeting, record)
        : MeetingCourse.InFull(meeting, meeting.Id == Poland ? Pace.Opening : Pace.For(meeting.Id.Value, Seed), TurnsOf(meeting), record);

    private static Turns TurnsOf(ImportedMeeting meeting)
    {
        if (meeting.Id == Poland) return new([Photo(meeting), People(meeting, DelegationCode.Parse("POL"), 8)], [Over(meeting, new(0, 3, 0), Overrun)]);
        if (meeting.Id == Ukraine) return new([Late(meeting, DelegationCode.Parse("UKR"), new(0, 12, 0), "motorcade_traffic")], []);
        var often = Pace.ChanceOf($"over-{meeting.Id}", Seed).Next(8) == 0 && meeting.Id != Georgia;
        return often ? new([], [Over(meeting, new(0, 1, 30), new(0, 4, 0))]) : Turns.None;
    }

    private static (TimeSpan, DayStep) Photo(ImportedMeeting meeting) => (new(0, -17, -30), new DayStep(
        "media",
        view => MeetingCourse.Begun(view, meeting.Id) || view.Meeting(meeting.Id)?.Terms.Media is not null,
        MeetingCourse.BeforeStart(meeting.Id, new(0, -17, -30)),
        (_, at) => Cast.Asks(Cast.SiteOfficer(meeting.Terms.Parties[0].Delegation), $"{meeting.Id}-media", new ReportMedia(meeting.Id, at, "photo"))));

    private static (TimeSpan, DayStep) People(ImportedMeeting meeting, DelegationCode side, int people) => (new(0, -16, -30), new DayStep(
        "people",
        view => MeetingCourse.Begun(view, meeting.Id) || view.Meeting(meeting.Id)?.Terms.Parties.Any(p => p.Delegation == side && p.People > 0) == true,
        MeetingCourse.BeforeStart(meeting.Id, new(0, -16, -30)),
        (_, at) => Cast.Asks(Cast.SiteOfficer(side), $"{meeting.Id}-people", new ReportPartySize(meeting.Id, at, side, people))));

    private static (TimeSpan, DayStep) Late(ImportedMeeting meeting, DelegationCode side, TimeSpan by, string cause) => (new(0, -16, 0), new DayStep(
        "late",
        view => MeetingCourse.Begun(view, meeting.Id) || view.Meeting(meeting.Id)?.LateCause is not null,
        MeetingCourse.BeforeStart(meeting.Id, new(0, -16, 0)),
        (view, at) => Cast.Asks(Cast.SiteOfficer(side), $"{meeting.Id}-late", new RunLate(meeting.Id, at, view.Meeting(meeting.Id)!.Expected!.Value.Start + by, null, cause))));

    private static DayStep Over(ImportedMeeting meeting, TimeSpan told, TimeSpan by) => new(
        "over",
        view => view.Meeting(meeting.Id) is not { } known || known.Phase is MeetingPhase.Ended or MeetingPhase.Cancelled || known.LateCause == "overrun",
        MeetingCourse.BeforeEnd(meeting.Id, -told),
        (view, at) => Cast.Asks(Cast.Desk, $"{meeting.Id}-over", new RunLate(meeting.Id, at, null, view.Meeting(meeting.Id)!.Expected!.Value.End + by, "overrun")));

    private static DayCourse Advisory() => new("advisory",
    [
        new DayStep(
            "motorcade",
            _ => false,
            _ => OpensAt + new TimeSpan(0, 2, 20),
            (_, at) => at > OpensAt + TimeSpan.FromHours(1) ? null : Cast.Asks(Cast.Desk, "advisory", new AdviseTravel(
                ZoneId.Parse("midtown-east"), Interval.Of(OpensAt + new TimeSpan(0, 2, 20), TimeSpan.FromMinutes(30)), 5, "motorcade_priority"))),
    ]);

    private static DayCourse RoomChange() => new("room-change",
    [
        new DayStep(
            "room-changed",
            view => MeetingCourse.Begun(view, Georgia) || view.Meeting(Poland) is null or { Phase: MeetingPhase.Ended or MeetingPhase.Cancelled },
            view => view.Meeting(Poland) is { Phase: MeetingPhase.InProgress, LateCause: "overrun", Planned: { } one, Expected: { } held }
                && view.Meeting(Georgia) is { Planned: { } next, Expected: { } expected }
                && one.Venue == next.Venue && expected.Start - held.End < TimeSpan.FromMinutes(5)
                    ? one.When.End + TimeSpan.FromMinutes(2)
                    : null,
            (_, _) => Cast.Asks(Cast.Desk, "room-changed", new ChangeRoom(Georgia, null, VenueId.Parse("booth-04"), "previous_meeting_overran"))),
    ]);
}
