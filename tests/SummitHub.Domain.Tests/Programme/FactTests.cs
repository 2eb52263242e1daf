using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Facts: what they change, what they break and name, and what repairs it.</summary>
public sealed class FactTests
{
    private readonly Scene scene = new() { Now = At(10) };

    public FactTests()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 30, "booth-1"), "kaz-p1", "geo-p1");
    }

    [Fact]
    public void A_meeting_that_starts_late_is_expected_to_last_as_long_as_planned()
    {
        scene.Now = At(10, 7);
        scene.Do(Desk, Reached("m-1", Milestone.Started, At(10, 6)));

        Assert.Equal((MeetingPhase.InProgress, new Interval(At(10, 6), At(10, 26))), (scene["m-1"].Phase, scene["m-1"].Expected!.Value));
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, Reached("m-1", Milestone.Started, At(10, 6))).Reason);
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, new Move(M("m-1"), null, Slot(12, 0, "booth-1"), "late")).Reason);
    }

    [Fact]
    public void A_meeting_that_runs_over_is_in_conflict_with_the_next_until_it_ends()
    {
        scene.Do(Desk, Reached("m-1", Milestone.Started, At(10)));
        scene.Do(Desk, new RunLate(M("m-1"), At(10), null, At(10, 40), "overrun"));

        Violation With(string other, string? person, string? room, Interval when) =>
            new(person is null ? RefusalReason.RoomTakenThen : RefusalReason.PrincipalAlreadyMeetingThen, new Obstacle(M(other), null, person is null ? null : P(person), room is null ? null : V(room), when));
        Assert.Equal([With("m-2", "kaz-p1", null, Slot(10, 30, null).When), With("m-2", null, "booth-1", Slot(10, 30, null).When)], scene["m-1"].Conflicts);
        Assert.Equal([With("m-1", "kaz-p1", null, new(At(10), At(10, 40))), With("m-1", null, "booth-1", new(At(10), At(10, 40)))], scene["m-2"].Conflicts);
        Assert.Equal("overrun", scene["m-1"].LateCause);

        scene.Now = At(10, 28);
        scene.Do(Desk, Reached("m-1", Milestone.Ended, At(10, 28)));
        Assert.Equal(new Interval(At(10), At(10, 28)), scene["m-1"].Expected);
        Assert.Empty(scene["m-1"].Conflicts);
        Assert.Empty(scene["m-2"].Conflicts);
    }

    [Fact]
    public void A_move_repairs_a_conflict_and_a_partial_repair_is_not_refused_for_the_rest()
    {
        scene.Do(Desk, new RunLate(M("m-1"), At(10), At(10, 20), null, "traffic"));
        Assert.Equal(2, scene["m-2"].Conflicts.Length);

        scene.Do(Desk, new ChangeRoom(M("m-2"), null, V("booth-2"), "first the room"));
        Assert.Equal([RefusalReason.PrincipalAlreadyMeetingThen], scene["m-2"].Conflicts.Select(c => c.Rule));
        scene.Do(Desk, new Move(M("m-2"), null, Slot(11, 0, "booth-2"), "then the hour"));
        Assert.Empty(scene["m-2"].Conflicts);
        Assert.Empty(scene["m-1"].Conflicts);
    }

    [Fact]
    public void A_late_meeting_keeps_its_new_hour_when_it_gets_another_room()
    {
        scene.Do(Desk, new RunLate(M("m-1"), At(10), At(10, 5), null, "traffic"));
        scene.Do(Desk, new ChangeRoom(M("m-1"), null, V("booth-2"), "leak"));

        Assert.Equal(
            (new Interval(At(10, 5), At(10, 25)), Slot(10, 0, "booth-2"), "traffic"),
            (scene["m-1"].Expected!.Value, scene["m-1"].Planned!.Value, scene["m-1"].LateCause!));
    }

    [Fact]
    public void Arrivals_are_noted_for_each_side_and_reports_come_late()
    {
        scene.Do(Of(Pol), new ReachMilestone(M("m-1"), At(9, 50), Milestone.EnRoute, Pol, At(9, 58)));
        scene.Do(Of(Pol), new ReachMilestone(M("m-1"), At(9, 57), Milestone.Arrived, Pol, null));
        scene.Do(Desk, Reached("m-1", Milestone.RoomReady, At(9, 55)));
        scene.Do(Desk, Reached("m-1", Milestone.Started, At(10)));
        scene.Do(Desk, new ReachMilestone(M("m-1"), At(9, 59), Milestone.Arrived, Kaz, null));

        Assert.Equal([new Arrival(null, null, At(9, 59)), new Arrival(At(9, 50), At(9, 58), At(9, 57))], scene["m-1"].Arrivals);
        Assert.True(scene["m-1"].RoomReady);
        Assert.Equal(RefusalReason.NoSuchDelegation, scene.No(Desk, new ReachMilestone(M("m-1"), At(10), Milestone.Arrived, Geo, null)).Reason);
        Assert.Equal(RefusalReason.NoSuchDelegation, scene.No(Desk, Reached("m-1", Milestone.Arrived, At(10))).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Pol), new ReachMilestone(M("m-1"), At(10), Milestone.Arrived, Kaz, null)).Reason);
        Assert.Equal(RefusalReason.NotAPlausibleTime, scene.No(Of(Pol), new ReachMilestone(M("m-1"), At(10), Milestone.EnRoute, Pol, At(10).AddDays(2))).Reason);
    }

    [Fact]
    public void A_fact_has_happened_within_the_day_before()
    {
        Assert.Equal(RefusalReason.NotAPlausibleTime, scene.No(Desk, Reached("m-1", Milestone.RoomReady, At(10, 2))).Reason);
        Assert.Equal(RefusalReason.NotAPlausibleTime, scene.No(Desk, Reached("m-1", Milestone.RoomReady, At(9).AddDays(-1))).Reason);
        scene.Do(Desk, Reached("m-1", Milestone.RoomReady, At(10, 1)));
    }

    [Fact]
    public void A_slipped_speech_is_in_conflict_with_the_meeting_it_slips_into()
    {
        var id = CommitmentId.Parse("statement-pol");
        scene.Do(Desk, new AddCommitment(new Commitment(id, "speech", [P("pol-p1")], new(At(9), At(9, 15)), V("lounge"), "morning", 1, true, true)));

        scene.Do(Desk, new SlipCommitment(id, new(At(9, 55), At(10, 10)), "speeches"));
        Assert.Equal([RefusalReason.PrincipalCommittedThen], scene["m-1"].Conflicts.Select(c => c.Rule));
        scene.Do(Desk, new MarkCommitment(id, Milestone.Started, At(9, 40)));
        Assert.Equal(new Interval(At(9, 40), At(9, 55)), scene.State.Commitment(id)!.Expected);
        Assert.Empty(scene["m-1"].Conflicts);
        scene.Do(Desk, new MarkCommitment(id, Milestone.Ended, At(9, 59)));

        // Three minutes to the booth are needed, one is left.
        Assert.Equal([RefusalReason.PrincipalCannotTravelInTime], scene["m-1"].Conflicts.Select(c => c.Rule));
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, new SlipCommitment(id, new(At(11), At(12)), "again")).Reason);
    }

    [Fact]
    public void A_closed_room_and_a_freeze_name_the_meetings_they_break()
    {
        scene.Do(Desk, new CloseVenue(V("booth-1"), new(At(10, 40), At(11)), "leak"));
        Assert.Empty(scene["m-1"].Conflicts);
        Assert.Equal([new Violation(RefusalReason.VenueClosedThen, new Obstacle(null, null, null, V("booth-1"), new(At(10, 40), At(11))))], scene["m-2"].Conflicts);

        scene.Book("m-3", Slot(11, 13, "hotel"), "geo-p1", "pol-p1");
        scene.Do(Desk, new AdviseTravel(ZoneId.Parse("out"), new(At(10), At(12)), 15, "motorcade"));
        Assert.Equal([M("m-2")], scene["m-3"].Conflicts.Select(c => c.Obstacle.Meeting!.Value));
        Assert.Contains(scene["m-2"].Conflicts, c => c.Rule == RefusalReason.PrincipalCannotTravelInTime && c.Obstacle.Meeting == M("m-3"));

        scene.Do(Desk, new Cancel(M("m-3"), null, "freeze"));
        Assert.Equal([RefusalReason.VenueClosedThen], scene["m-2"].Conflicts.Select(c => c.Rule));
    }

    [Fact]
    public void More_people_than_seats_is_a_conflict_and_not_a_refusal()
    {
        scene.Do(Of(Pol), new ReportPartySize(M("m-1"), At(10), Pol, 13));
        Assert.Equal([RefusalReason.RoomTooSmall], scene["m-1"].Conflicts.Select(c => c.Rule));
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Pol), new ReportPartySize(M("m-1"), At(10), Kaz, 3)).Reason);

        scene.Do(Of(Pol), new ReportPartySize(M("m-1"), At(10), Pol, 12));
        Assert.Empty(scene["m-1"].Conflicts);
    }

    [Fact]
    public void A_record_is_noted_by_the_product_alone_and_does_not_change_the_shared_face()
    {
        var noted = new NoteRecord(M("m-1"), At(10), [new SideRecord(Kaz, RecordState.Drafted)], 1, [1]);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Desk, noted).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), noted).Reason);

        scene.Do(new("cursor", "Cursor", Contracts.Access.Role.System, null), noted);

        Assert.Equal([new SideRecord(Kaz, RecordState.Drafted)], scene["m-1"].Records);
        Assert.Equal((1L, 1L), (scene["m-1"].RecordRevision, scene["m-1"].Version));
    }

    private static ReachMilestone Reached(string id, Milestone milestone, DateTimeOffset at) => new(M(id), at, milestone, null, null);
}
