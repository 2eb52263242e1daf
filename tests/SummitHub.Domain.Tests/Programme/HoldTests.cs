using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>What the desk keeps free without saying for what, and that a confidential meeting stands in the way just like it.</summary>
public sealed class HoldTests
{
    private static readonly Actor Other = Desk with { Id = "desk-2" };
    private static readonly CommitmentId Id = CommitmentId.Parse("h-1");
    private readonly Scene scene = new();

    [Fact]
    public void A_hold_takes_a_room_a_person_and_an_interpreter_as_a_meeting_does_and_tells_only_who_placed_it()
    {
        scene.Do(Desk, Hold(Slot(10, 0, "booth-1"), "int-1", "kaz-p1"));
        scene.Book("m-1", Slot(10, 30, "booth-1"), "geo-p1", "pol-p1");
        scene.Do(Desk, new AssignInterpreters(M("m-1"), null, [], [InterpreterId.Parse("int-1")], ""));

        Assert.Equal((RefusalReason.RoomTakenThen, Id), Why(Desk, Slot(10, 0, "booth-1"), "geo-p1", "pol-p1"));
        Assert.Equal((RefusalReason.PrincipalCommittedThen, Id), Why(Desk, Slot(10, 0, null), "kaz-p1", "pol-p1"));
        Assert.Equal((RefusalReason.RoomUnavailableThen, null), Why(Other, Slot(10, 0, "booth-1"), "geo-p1", "pol-p1"));
        Assert.Equal((RefusalReason.PartyUnavailableThen, null), Why(Other, Slot(10, 0, null), "kaz-p1", "pol-p1"));
        Assert.Equal(RefusalReason.InterpreterUnavailableThen, scene.No(Other, new Move(M("m-1"), null, Slot(10, 10, "booth-2"), "earlier")).Reason);
    }

    [Fact]
    public void A_hold_that_is_taken_back_frees_what_it_took()
    {
        scene.Do(Desk, Hold(Slot(10, 0, "booth-1"), null));
        Assert.Equal(RefusalReason.NoSuchCommitment, scene.No(Other, new DropCommitment(Id, "")).Reason);
        scene.Do(Desk, new DropCommitment(Id, "not needed"));
        scene.Book("m-1", Slot(10, 0, "booth-1"), "geo-p1", "pol-p1");
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, new DropCommitment(Id, "")).Reason);
        Assert.Equal(RefusalReason.AlreadyExists, scene.No(Desk, Hold(Slot(12, 0, "booth-1"), null)).Reason);
    }

    [Fact]
    public void A_hold_is_a_plan_and_finds_no_room_where_a_meeting_is()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "geo-p1", "pol-p1");
        var no = scene.No(Desk, Hold(Slot(10, 10, "booth-1"), null));
        Assert.Equal((RefusalReason.RoomTakenThen, M("m-1")), (no.Reason, no.InTheWay.Single().Meeting));
        Assert.Equal(RefusalReason.RoomNeedsItsGap, scene.No(Desk, Hold(Slot(10, 20, "booth-1"), null)).Reason);
        scene.Do(Desk, null, "the host asks", Hold(Slot(10, 10, "booth-1"), null));
        Assert.Equal((RefusalReason.RoomTakenThen, Id), scene["m-1"].Conflicts.Select(c => (c.Rule, c.Obstacle.Commitment!.Value)).Single());
    }

    [Fact]
    public void Rooms_and_interpreters_are_held_by_the_desk_alone_and_a_side_takes_back_its_own_rest_but_no_hold()
    {
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), Hold(Slot(10, 0, "booth-1"), null, "kaz-p1")).Reason);
        scene.Do(Of(Kaz), new AddCommitment(new Commitment(CommitmentId.Parse("rest"), "rest", [P("kaz-p1")], Slot(12, 0, null).When, null, null, 1, false, false)));
        scene.Do(Desk, Hold(Slot(10, 0, "booth-1"), null, "kaz-p1"));
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new DropCommitment(Id, "")).Reason);
        Assert.Equal(RefusalReason.NoSuchCommitment, scene.No(Of(Pol), new DropCommitment(CommitmentId.Parse("rest"), "")).Reason);
        Assert.Equal(RefusalReason.NoSuchCommitment, scene.No(Desk, new SlipCommitment(CommitmentId.Parse("rest"), Slot(13, 0, null).When, "")).Reason);
        scene.Do(Of(Kaz), new DropCommitment(CommitmentId.Parse("rest"), ""));
    }

    [Fact]
    public void A_confidential_meeting_gives_way_to_nobody_who_may_not_know_of_it_and_its_sides_are_told_of_what_was_put_over_it()
    {
        scene.Do(Desk, new BookMeeting(M("m-1"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), Slot(10, 0, "booth-1"), Provisional: true));
        scene.Do(Other, null, "no other room", new BookMeeting(M("m-2"), Terms("geo-p1", "ukr-p1"), Slot(12, 0, null), false));
        scene.Do(Other, null, "no other room", new BookMeeting(M("m-3"), Terms("geo-p1", "kaz-p2"), Slot(10, 0, "booth-1"), false));

        Assert.Equal(MeetingPhase.Provisional, scene["m-1"].Phase);
        Assert.Equal([RefusalReason.RoomTakenThen], scene["m-3"].Overrides.Select(v => v.Rule));
        Assert.Equal(M("m-3"), scene["m-1"].Conflicts.Single().Obstacle.Meeting);
    }

    [Fact]
    public void A_confidential_meeting_does_not_fill_a_day_for_those_that_are_not()
    {
        for (var i = 0; i < 4; i++)
            scene.Do(Desk, new BookMeeting(M($"m-{i}"), Terms(i == 0 ? Visibility.Confidential : Visibility.Ordinary, "pol-p1", i % 2 == 0 ? "geo-p1" : "ukr-p1"), Slot(9 + i, 0, null), false));
        scene.Do(Other, new BookMeeting(M("m-4"), Terms("pol-p1", "kaz-p1"), Slot(14, 0, null), false));
        Assert.Equal(RefusalReason.PrincipalHasTooManyMeetingsThatDay, scene.No(Other, new BookMeeting(M("m-5"), Terms("pol-p1", "kaz-p1"), Slot(15, 0, null), false)).Reason);
        Assert.Equal(RefusalReason.PrincipalHasTooManyMeetingsThatDay, scene.No(Desk, new BookMeeting(M("m-5"), Terms(Visibility.Confidential, "pol-p1", "kaz-p1"), Slot(15, 0, null), false)).Reason);
    }

    [Fact]
    public void What_was_put_into_the_rest_of_a_room_is_no_override_any_more_when_the_hold_or_confidential_meeting_beside_it_goes()
    {
        scene.Do(Desk, Hold(Slot(10, 20, "booth-1"), null));
        scene.Do(Desk, new BookMeeting(M("m-1"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), Slot(12, 20, "booth-1"), Provisional: false));
        foreach (var (id, hour) in ((string, int)[])[("m-2", 10), ("m-3", 12)])
        {
            scene.Do(Other, null, "no other room", new BookMeeting(M(id), Terms("geo-p1", "kaz-p2"), Slot(hour, 0, "booth-1"), false));
            Assert.Equal([RefusalReason.RoomNeedsItsGap], scene[id].Overrides.Select(v => v.Rule));
        }

        scene.Do(Desk, new DropCommitment(Id, "not needed"));
        scene.Do(Desk, new Cancel(M("m-1"), null, "not needed"));

        Assert.Empty(scene["m-2"].Overrides);
        Assert.Empty(scene["m-3"].Overrides);
        Assert.Equal(scene["m-2"].Version, scene["m-3"].Version);
    }

    [Fact]
    public void The_officer_whom_the_sides_name_is_the_one_of_the_desk_who_places_their_confidential_meeting()
    {
        scene.Do(Of(Kaz), new RequestMeeting(M("m-1"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1") with { Officer = Other.Id }, 20, [], null));
        Assert.Equal(RefusalReason.NoSuchMeeting, scene.No(Desk, new Schedule(M("m-1"), null, Slot(10, 0, "booth-1"), true)).Reason);
        scene.Do(Other, new Schedule(M("m-1"), null, Slot(10, 0, "booth-1"), true));
        Assert.Equal(Other.Id, scene["m-1"].PlacedBy);
    }

    private static AddCommitment Hold(Slot slot, string? interpreter, params string[] people) => new(new Commitment(
        Id, "hold", [.. people.Select(P)], slot.When, slot.Venue, null, 1, Public: false, Estimated: false, HoldsRoom: slot.Venue is not null,
        Interpreter: interpreter is null ? null : InterpreterId.Parse(interpreter)));

    private (RefusalReason Reason, CommitmentId? Commitment) Why(Actor actor, Slot slot, params string[] people)
    {
        var no = scene.No(actor, Scene.Booking("m-x", slot, people));
        return (no.Reason, no.InTheWay[0].Commitment);
    }
}
