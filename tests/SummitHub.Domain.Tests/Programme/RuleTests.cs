using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Each rule of the timetable, by what it refuses and what it just allows.</summary>
public sealed class RuleTests
{
    private readonly Scene scene = new();

    [Fact]
    public void A_person_has_time_for_the_way_and_the_checkpoint_to_the_minute()
    {
        scene.Book("m-1", Slot(10, 0, "hotel"), "pol-p1", "geo-p1");

        // 8 minutes by car and 12 at the checkpoint from 10:20.
        Refused(RefusalReason.PrincipalCannotTravelInTime, "m-2", Slot(10, 39, "booth-1"), "pol-p1", "kaz-p1");
        scene.Book("m-2", Slot(10, 40, "booth-1"), "pol-p1", "kaz-p1");
    }

    [Fact]
    public void A_head_of_state_passes_the_checkpoint_in_the_fast_lane()
    {
        scene.Book("m-1", Slot(10, 0, "hotel"), "kaz-p1", "geo-p1");

        Refused(RefusalReason.PrincipalCannotTravelInTime, "m-2", Slot(10, 32, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 33, "booth-1"), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void The_way_out_costs_less_and_nobody_travels_within_a_venue_or_to_an_unknown_one()
    {
        scene.Book("m-1", Slot(10, 0, "lounge"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 20, "lounge"), "kaz-p1", "geo-p1");
        scene.Book("m-3", Slot(10, 40, null), "kaz-p1", "ukr-p1");

        Refused(RefusalReason.PrincipalCannotTravelInTime, "m-4", Slot(10, 30, "hotel"), "pol-p1", "kaz-p2");
        scene.Book("m-4", Slot(10, 31, "hotel"), "pol-p1", "kaz-p2");
    }

    [Fact]
    public void A_commitment_holds_its_people_and_asks_for_the_way_to_it()
    {
        scene.Do(Desk, Speech("speech", Slot(10, 0, "hotel").When, "hotel", "pol-p1"));

        var no = Refused(RefusalReason.PrincipalCommittedThen, "m-1", Slot(10, 10, "booth-1"), "pol-p1", "kaz-p1");
        Assert.Equal([new Obstacle(null, CommitmentId.Parse("speech"), P("pol-p1"), null, Slot(10, 0, null).When)], no.InTheWay);
        Refused(RefusalReason.PrincipalCannotTravelInTime, "m-1", Slot(10, 30, "booth-1"), "pol-p1", "kaz-p1");
        scene.Book("m-1", Slot(9, 29, "booth-1"), "pol-p1", "kaz-p1");
    }

    [Fact]
    public void A_travel_advisory_makes_the_way_longer_while_it_lasts()
    {
        scene.Book("m-1", Slot(10, 0, "hotel"), "pol-p1", "geo-p1");
        scene.Do(Desk, new AdviseTravel(ZoneId.Parse("out"), Interval.Of(At(9), TimeSpan.FromHours(2)), 10, "motorcade"));

        Refused(RefusalReason.PrincipalCannotTravelInTime, "m-2", Slot(10, 49, "booth-1"), "pol-p1", "kaz-p1");
        scene.Book("m-2", Slot(10, 50, "booth-1"), "pol-p1", "kaz-p1");
        scene.Book("m-3", Slot(12, 0, "hotel"), "pol-p1", "geo-p1");
        scene.Book("m-4", Slot(12, 40, "booth-1"), "pol-p1", "kaz-p1");
    }

    [Fact]
    public void A_person_holds_no_more_meetings_a_day_than_his_level()
    {
        for (var i = 0; i < 4; i++) scene.Book($"m-{i}", Slot(9 + i, 0, "lounge"), "pol-p1", "kaz-p1");
        scene.Do(Desk, new Cancel(M("m-0"), null, "called home"));
        scene.Book("m-4", Slot(14, 0, "lounge"), "pol-p1", "kaz-p1");

        Refused(RefusalReason.PrincipalHasTooManyMeetingsThatDay, "m-5", Slot(15, 0, "lounge"), "pol-p1", "kaz-p1");
        scene.Book("m-5", Slot(At(9).AddDays(1), "lounge"), "pol-p1", "kaz-p1");
    }

    [Fact]
    public void A_person_is_met_only_while_he_is_in_town()
    {
        var town = Make();
        town = town with { Principals = [.. town.Principals.Select(p => p.Id == P("kaz-p1") ? p with { Present = new Interval(At(10), At(12)) } : p)] };
        var other = new Scene(town);

        Assert.Equal(RefusalReason.PrincipalNotPresentThen, other.No(Desk, Scene.Booking("m-1", Slot(9, 50, "booth-1"), "kaz-p1", "pol-p1")).Reason);
        Assert.Equal(RefusalReason.PrincipalNotPresentThen, other.No(Desk, Scene.Booking("m-1", Slot(11, 50, "booth-1"), "kaz-p1", "pol-p1")).Reason);
        other.Book("m-1", Slot(10, 0, "booth-1", 120), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void A_room_is_taken_by_one_meeting_and_rests_after_it()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        var taken = Refused(RefusalReason.RoomTakenThen, "m-2", Slot(10, 19, "booth-1"), "kaz-p2", "pol-p2");
        Assert.Equal([new Obstacle(M("m-1"), null, null, V("booth-1"), Slot(10, 0, null).When)], taken.InTheWay);
        Refused(RefusalReason.RoomNeedsItsGap, "m-2", Slot(10, 24, "booth-1"), "kaz-p2", "pol-p2");
        Refused(RefusalReason.RoomNeedsItsGap, "m-2", Slot(9, 36, "booth-1"), "kaz-p2", "pol-p2");
        scene.Book("m-2", Slot(10, 25, "booth-1"), "kaz-p2", "pol-p2");
        scene.Book("m-3", Slot(9, 35, "booth-1"), "kaz-p2", "pol-p2");
    }

    [Fact]
    public void Each_place_of_a_lounge_rests_by_itself()
    {
        var lounge = new Scene(Make(rules: r => r with { KeptApart = [] }));
        lounge.Book("m-1", Slot(10, 0, "lounge"), "kaz-p1", "pol-p1");
        lounge.Book("m-2", Slot(10, 10, "lounge"), "kaz-p2", "pol-p2");

        Assert.Equal(RefusalReason.RoomTakenThen, lounge.No(Desk, Scene.Booking("m-3", Slot(10, 15, "lounge"), "geo-p1", "ukr-p1")).Reason);
        // The first place has rested at 10:25, while the second is taken until 10:30.
        Assert.Equal(RefusalReason.RoomNeedsItsGap, lounge.No(Desk, Scene.Booking("m-3", Slot(10, 24, "lounge"), "geo-p1", "ukr-p1")).Reason);
        lounge.Book("m-3", Slot(10, 25, "lounge"), "geo-p1", "ukr-p1");
    }

    [Fact]
    public void A_venue_is_open_to_the_minute_by_the_local_clock()
    {
        Refused(RefusalReason.VenueNotOpenThen, "m-1", Slot(7, 59, "booth-1"), "kaz-p1", "pol-p1");
        Refused(RefusalReason.VenueNotOpenThen, "m-1", Slot(19, 41, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-1", Slot(8, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(19, 40, "booth-1"), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void A_closed_room_takes_nobody()
    {
        scene.Do(Desk, new CloseVenue(V("booth-1"), new Interval(At(10), At(11)), "leak"));

        var no = Refused(RefusalReason.VenueClosedThen, "m-1", Slot(10, 50, "booth-1"), "kaz-p1", "pol-p1");
        Assert.Equal(new Interval(At(10), At(11)), no.InTheWay[0].When);
        scene.Book("m-1", Slot(11, 0, "booth-1"), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void A_room_seats_all_who_are_known_to_come()
    {
        MeetingTerms Of(int one, int other) => Terms() with { Parties = [Party("kaz-p1", one), Party("pol-p1", other)] };

        Assert.Equal(RefusalReason.RoomTooSmall, scene.No(Desk, new BookMeeting(M("m-1"), Of(4, 3), Slot(10, 0, "booth-2"), false)).Reason);
        scene.Do(Desk, new BookMeeting(M("m-1"), Of(6, 0), Slot(10, 0, "booth-2"), false));
    }

    [Fact]
    public void A_named_interpreter_is_in_one_meeting_at_a_time()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 10, "lounge"), "kaz-p2", "pol-p2");
        scene.Do(Desk, Interprets("m-1", "int-1"));

        Assert.Equal(RefusalReason.InterpreterAlreadyWorkingThen, scene.No(Desk, Interprets("m-2", "int-1")).Reason);
        Assert.Equal(RefusalReason.NoSuchInterpreter, scene.No(Desk, Interprets("m-2", "int-9")).Reason);
        scene.Do(Desk, Interprets("m-2", "int-2"));
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, Interprets("m-2", "int-2")).Reason);
    }

    [Fact]
    public void Anybody_may_interpret_where_the_rule_pack_lists_nobody_but_in_one_meeting_at_a_time()
    {
        var other = new Scene(Make(rules: r => r with { Interpreters = [] }));
        other.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        other.Book("m-2", Slot(10, 10, "lounge"), "kaz-p2", "pol-p2");

        other.Do(Desk, Interprets("m-1", "somebody"));

        Assert.Equal(RefusalReason.InterpreterAlreadyWorkingThen, other.No(Desk, Interprets("m-2", "somebody")).Reason);
    }

    [Fact]
    public void Delegations_that_are_kept_apart_neither_meet_nor_come_near()
    {
        Refused(RefusalReason.DelegationsAreKeptApart, "m-1", Slot(10, 0, "booth-1"), "geo-p1", "ukr-p1");
        scene.Book("m-1", Slot(10, 0, "booth-1"), "geo-p1", "kaz-p1");

        // Adjacency counts from either side, and so do five minutes of rest.
        Refused(RefusalReason.DelegationsAreKeptApart, "m-2", Slot(10, 24, "booth-2"), "ukr-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 25, "booth-2"), "ukr-p1", "pol-p1");
        scene.Book("m-3", Slot(12, 0, "lounge"), "geo-p1", "kaz-p1");
        Refused(RefusalReason.DelegationsAreKeptApart, "m-4", Slot(12, 10, "lounge"), "ukr-p1", "pol-p1");
    }

    [Fact]
    public void A_meeting_ends_by_midnight_of_the_day_it_began()
    {
        Refused(RefusalReason.MeetingSpansTwoDays, "m-1", Slot(23, 45, "mission", 16), "kaz-p1", "pol-p1");
        scene.Book("m-1", Slot(23, 45, "mission", 15), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void The_summit_begins_and_ends_at_local_midnight()
    {
        Refused(RefusalReason.OutsideTheSummit, "m-1", Slot(At(0).AddMinutes(-1), "mission"), "kaz-p1", "pol-p1");
        Refused(RefusalReason.OutsideTheSummit, "m-1", Slot(At(0).AddDays(3).AddMinutes(-14), "mission", 15), "kaz-p1", "pol-p1");
        scene.Book("m-1", Slot(At(0), "mission"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(At(0).AddDays(3).AddMinutes(-15), "mission", 15), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void On_the_day_clocks_go_back_hours_are_the_walls_and_the_day_is_25_hours_long()
    {
        var autumn = new Scene(Make(from: new DateOnly(2019, 11, 2), rules: r => r with { MeetingsADay = [new LevelCap(Level.M, 2)] }));
        DateTimeOffset Utc(int day, int hour, int minute = 0) => new(2019, 11, day, hour, minute, 0, TimeSpan.Zero);

        // 08:00 is 12:00 UTC on the Saturday and 13:00 UTC on the Sunday.
        autumn.Book("m-1", Slot(Utc(2, 12), "booth-1"), "kaz-p1", "pol-p1");
        Assert.Equal(RefusalReason.VenueNotOpenThen, autumn.No(Desk, Scene.Booking("m-2", Slot(Utc(3, 12), "booth-1"), "kaz-p1", "pol-p1")).Reason);
        autumn.Book("m-2", Slot(Utc(3, 13), "booth-1"), "kaz-p1", "pol-p1");
        // The Sunday is from 04:00 UTC to 05:00 UTC of the Monday: 23:45 to 24:00 is on it, and counts to its two.
        autumn.Book("m-3", Slot(Utc(4, 4, 45), "mission", 15), "kaz-p1", "pol-p1");
        Assert.Equal(RefusalReason.PrincipalHasTooManyMeetingsThatDay, autumn.No(Desk, Scene.Booking("m-4", Slot(Utc(3, 4), "mission"), "kaz-p1", "pol-p1")).Reason);
        // 01:50 to 01:10 by the wall is twenty minutes.
        autumn.Book("m-5", Slot(Utc(3, 5, 50), "mission"), "kaz-p2", "geo-p1");
    }

    [Fact]
    public void Commitments_of_one_person_do_not_overlap_unless_the_desk_says_why()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "pol-p1", "kaz-p1");
        var speech = Speech("speech", Slot(10, 10, null).When, null, "pol-p1", "geo-p1");

        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, scene.No(Desk, speech).Reason);
        scene.Do(Desk, null, "the list of speakers stands", speech);

        Assert.Equal(
            [new Violation(RefusalReason.PrincipalCommittedThen, new Obstacle(null, CommitmentId.Parse("speech"), P("pol-p1"), null, Slot(10, 10, null).When))],
            scene["m-1"].Conflicts);
        Assert.Equal(RefusalReason.PrincipalCommittedThen, scene.No(Desk, Speech("rest", Slot(10, 15, null).When, null, "geo-p1")).Reason);
    }

    private static AddCommitment Speech(string id, Interval when, string? venue, params string[] people) =>
        new(new Commitment(CommitmentId.Parse(id), "speech", [.. people.Select(P)], when, venue is null ? null : V(venue), null, 1, true, false));

    private static AssignInterpreters Interprets(string meeting, params string[] who) => new(M(meeting), null, ["en-ru"], [.. who.Select(InterpreterId.Parse)], "");

    private Refusal Refused(RefusalReason reason, string id, Slot slot, params string[] people)
    {
        var no = scene.No(Desk, Scene.Booking(id, slot, people));
        Assert.Equal(reason, no.Reason);
        return no;
    }

}
