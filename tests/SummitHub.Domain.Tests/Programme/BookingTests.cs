using SummitHub.Contracts.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Bookings and moves by the desk.</summary>
public sealed class BookingTests
{
    private readonly Scene scene = new();

    [Fact]
    public void A_booked_meeting_holds_its_slot()
    {
        var booked = scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Assert.Equal(
            (MeetingPhase.Confirmed, Slot(10, 0, "booth-1"), Slot(10, 0, "booth-1").When, 1L, "desk-1", TimeSpan.FromMinutes(20)),
            (booked.Phase, booked.Planned!.Value, booked.Expected!.Value, booked.Version, booked.PlacedBy, booked.Duration));
        Assert.Equal([Kaz, Pol], booked.Accepted);
    }

    [Fact]
    public void What_somebody_has_decided_is_an_estimate_no_more()
    {
        var terms = Terms("kaz-p1", "pol-p1") with { Estimated = ["date", "start", "duration_minutes", "venue", "interpretation"] };
        scene.Do(Desk, new BookMeeting(M("m-1"), terms, Slot(10, 0, "booth-1"), false));
        Assert.Equal(terms.Estimated, scene["m-1"].Terms.Estimated);

        scene.Do(Desk, new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "hall is needed"));
        Assert.Equal(["duration_minutes", "venue", "interpretation"], scene["m-1"].Terms.Estimated);
        scene.Do(Desk, new ChangeRoom(M("m-1"), null, V("booth-2"), "leak"));
        Assert.Equal(["duration_minutes", "interpretation"], scene["m-1"].Terms.Estimated);
    }

    [Fact]
    public void A_second_meeting_of_a_person_at_that_time_is_refused_naming_the_first()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        var no = scene.No(Desk, Scene.Booking("m-2", Slot(10, 10, "booth-2"), "kaz-p1", "geo-p1"));

        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, no.Reason);
        Assert.Equal([new Obstacle(M("m-1"), null, P("kaz-p1"), null, Slot(10, 0, null).When)], no.InTheWay);
    }

    [Fact]
    public void The_desk_moves_a_meeting_at_once_and_needs_a_reason()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Assert.Equal(RefusalReason.ReasonNeeded, scene.No(Desk, new Move(M("m-1"), null, Slot(11, 0, "booth-2"), " ")).Reason);
        scene.Do(Desk, new Move(M("m-1"), 1, Slot(11, 0, "booth-2"), "hall is needed"));

        var moved = scene["m-1"];
        Assert.Equal(
            (Slot(11, 0, "booth-2"), Slot(10, 0, "booth-1"), "hall is needed", 2L, MeetingPhase.Confirmed),
            (moved.Planned!.Value, moved.MovedFrom!.Value, moved.Reason, moved.Version, moved.Phase));
        scene.Book("m-2", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
    }

    [Fact]
    public void A_swap_in_one_operation_is_judged_by_where_it_ends()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(11, 0, "booth-1"), "kaz-p1", "geo-p1");

        scene.Do(Desk, new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "swap"), new Move(M("m-2"), null, Slot(10, 0, "booth-1"), "swap"));

        Assert.Equal((Slot(11, 0, "booth-1"), Slot(10, 0, "booth-1")), (scene["m-1"].Planned!.Value, scene["m-2"].Planned!.Value));
        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, scene.No(
            Desk,
            new Move(M("m-1"), null, Slot(12, 0, "booth-1"), "clash"),
            new Move(M("m-2"), null, Slot(12, 0, "booth-2"), "clash")).Reason);
    }
}
