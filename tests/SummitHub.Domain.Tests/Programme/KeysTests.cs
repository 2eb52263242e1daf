using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Who turns which key: requests and their answers, moves by one side, the desk in its own name and for a delegation that called in.</summary>
public sealed class KeysTests
{
    private readonly Scene scene = new();

    [Fact]
    public void A_request_holds_no_time_and_is_placed_when_it_is_accepted_within_its_windows()
    {
        Request();
        scene.Book("m-2", Slot(9, 0, "booth-1"), "kaz-p1", "geo-p1");

        scene.Do(Of(Pol), new Accept(M("m-1"), 1, Slot(10, 0, "booth-1")));

        Assert.Equal((MeetingPhase.Confirmed, Slot(10, 0, "booth-1"), 2L), (scene["m-1"].Phase, scene["m-1"].Planned!.Value, scene["m-1"].Version));
        Assert.Equal([Kaz, Pol], scene["m-1"].Accepted);
    }

    [Fact]
    public void A_slot_outside_the_windows_is_a_counter_proposal_that_holds_until_it_is_accepted()
    {
        Request();
        scene.Do(Of(Pol), new Accept(M("m-1"), null, Slot(14, 0, "booth-1")));

        Assert.Equal((MeetingPhase.Requested, Slot(14, 0, "booth-1"), Pol), (scene["m-1"].Phase, scene["m-1"].Proposal!.Slot, scene["m-1"].Proposal!.By));
        Assert.Equal(RefusalReason.RoomTakenThen, scene.No(Desk, Scene.Booking("m-2", Slot(14, 10, "booth-1"), "kaz-p2", "geo-p1")).Reason);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Of(Pol), new Accept(M("m-1"), null, null)).Reason);
        scene.Do(Of(Kaz), new Accept(M("m-1"), null, null));

        Assert.Equal((MeetingPhase.Confirmed, Slot(14, 0, "booth-1")), (scene["m-1"].Phase, scene["m-1"].Planned!.Value));
        Assert.Null(scene["m-1"].Proposal);
    }

    [Fact]
    public void A_request_accepted_in_principle_waits_for_the_desk()
    {
        Request();
        Assert.Equal(RefusalReason.ReasonNeeded, scene.No(Desk, new Schedule(M("m-1"), null, Slot(10, 0, "booth-1"), false)).Reason);
        scene.Do(Of(Pol), new Accept(M("m-1"), null, null));

        scene.Do(Desk, new Schedule(M("m-1"), null, Slot(15, 0, "booth-1"), false));

        Assert.Equal((MeetingPhase.Confirmed, Slot(15, 0, "booth-1")), (scene["m-1"].Phase, scene["m-1"].Planned!.Value));
    }

    [Fact]
    public void The_desk_pencils_a_request_in_and_the_last_side_makes_it_firm()
    {
        Request();
        scene.Do(Desk, new Schedule(M("m-1"), null, Slot(10, 0, "booth-1"), true));
        Assert.Equal(MeetingPhase.Provisional, scene["m-1"].Phase);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Of(Kaz), new Confirm(M("m-1"), null)).Reason);

        scene.Do(Of(Pol), new Confirm(M("m-1"), null));

        Assert.Equal(MeetingPhase.Confirmed, scene["m-1"].Phase);
    }

    [Fact]
    public void Only_the_side_that_is_asked_declines_and_only_the_side_that_asks_takes_back()
    {
        Request();
        Assert.Equal(RefusalReason.NothingIsOpen, scene.No(Of(Kaz), new Decline(M("m-1"), null, "no")).Reason);
        Assert.Equal(RefusalReason.NothingIsOpen, scene.No(Of(Pol), new Withdraw(M("m-1"), null)).Reason);

        scene.Do(Of(Pol), new Decline(M("m-1"), null, "no time"));
        Assert.Equal((MeetingPhase.Declined, "no time"), (scene["m-1"].Phase, scene["m-1"].Reason));

        Request("m-2");
        scene.Do(Of(Kaz), new Withdraw(M("m-2"), null));
        Assert.Equal(MeetingPhase.Withdrawn, scene["m-2"].Phase);
    }

    [Fact]
    public void Three_sides_need_three_keys()
    {
        scene.Do(Of(Kaz), new RequestMeeting(M("m-1"), Terms("kaz-p1", "pol-p1", "geo-p1"), 20, [Slot(9, 0, null, 240).When], null));

        scene.Do(Of(Pol), new Accept(M("m-1"), null, Slot(10, 0, "booth-1")));
        Assert.Equal([Pol, Kaz], scene["m-1"].Accepted);
        scene.Do(Of(Geo), new Accept(M("m-1"), null, null));

        Assert.Equal(MeetingPhase.Confirmed, scene["m-1"].Phase);
    }

    [Fact]
    public void A_move_by_one_side_is_a_proposal_that_holds_both_slots_until_the_other_signs()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Of(Kaz), new Move(M("m-1"), 1, Slot(12, 0, "booth-2"), "speech"));

        Assert.Equal(Slot(10, 0, "booth-1"), scene["m-1"].Planned);
        Assert.Equal(RefusalReason.RoomTakenThen, scene.No(Desk, Scene.Booking("m-2", Slot(10, 0, "booth-1"), "kaz-p2", "geo-p1")).Reason);
        Assert.Equal(RefusalReason.RoomTakenThen, scene.No(Desk, Scene.Booking("m-2", Slot(12, 0, "booth-2"), "kaz-p2", "geo-p1")).Reason);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Of(Kaz), new Accept(M("m-1"), null, null)).Reason);

        scene.Do(Of(Pol), new Accept(M("m-1"), null, null));

        var moved = scene["m-1"];
        Assert.Equal((Slot(12, 0, "booth-2"), Slot(10, 0, "booth-1"), "speech", MeetingPhase.Confirmed), (moved.Planned!.Value, moved.MovedFrom!.Value, moved.Reason, moved.Phase));
        scene.Book("m-2", Slot(10, 0, "booth-1"), "kaz-p2", "geo-p1");
    }

    [Fact]
    public void A_proposal_that_has_expired_holds_nothing_and_cannot_be_accepted()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Of(Kaz), new Move(M("m-1"), 1, Slot(12, 0, "booth-2"), "speech"));
        scene.Now = scene.Now.AddMinutes(60);

        Assert.Equal(RefusalReason.NothingIsOpen, scene.No(Of(Pol), new Accept(M("m-1"), null, null)).Reason);
        scene.Book("m-2", Slot(12, 0, "booth-2"), "kaz-p2", "geo-p1");
        scene.Do(Of(Pol), new Decline(M("m-1"), null, "too late anyway"));
        Assert.Equal((MeetingPhase.Confirmed, (object?)null), (scene["m-1"].Phase, scene["m-1"].Proposal));
    }

    [Fact]
    public void Rules_are_asked_again_when_a_proposal_is_accepted()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Of(Kaz), new Move(M("m-1"), 1, Slot(12, 0, "booth-2"), "speech"));
        scene.Do(Desk, new CloseVenue(V("booth-2"), Slot(12, 0, null).When, "leak"));

        Assert.Equal(RefusalReason.VenueClosedThen, scene.No(Of(Pol), new Accept(M("m-1"), null, null)).Reason);
        scene.Do(Of(Pol), new Decline(M("m-1"), null, "closed"));
        Assert.Null(scene["m-1"].Proposal);
    }

    [Fact]
    public void The_desk_turns_the_key_of_a_side_that_called_in()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        scene.Do(Desk, new OnBehalf(Kaz, "Aigerim, by phone"), null, new Move(M("m-1"), null, Slot(12, 0, "booth-2"), ""));
        Assert.Equal(Kaz, scene["m-1"].Proposal!.By);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Desk, new Accept(M("m-1"), null, null)).Reason);
        Assert.Equal(RefusalReason.NoSuchDelegation, scene.No(Desk, new OnBehalf(Geo, "nobody"), null, new Accept(M("m-1"), null, null)).Reason);
        var entry = scene.Do(Desk, new OnBehalf(Pol, "Jan, by phone"), null, new Accept(M("m-1"), null, null));

        Assert.Equal((Slot(12, 0, "booth-2"), new OnBehalf(Pol, "Jan, by phone")), (scene["m-1"].Planned!.Value, entry.OnBehalf));
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new OnBehalf(Pol, "me"), null, new Confirm(M("m-1"), null)).Reason);
    }

    [Fact]
    public void A_side_puts_off_at_once_and_proposes_the_later_slot()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Of(Kaz), new Postpone(M("m-1"), null, Slot(14, 0, "booth-1"), "papers"));
        scene.Do(Of(Pol), new Accept(M("m-1"), null, null));
        Assert.Equal((MeetingPhase.Postponed, Slot(14, 0, "booth-1")), (scene["m-1"].Phase, scene["m-1"].Planned!.Value));

        scene.Do(Desk, new Confirm(M("m-1"), null));
        Assert.Equal(MeetingPhase.Confirmed, scene["m-1"].Phase);
        scene.Do(Of(Pol), new Postpone(M("m-1"), null, null, "papers"));
        Assert.Equal((MeetingPhase.Postponed, (object?)null, "papers"), (scene["m-1"].Phase, scene["m-1"].Expected, scene["m-1"].Reason));
        scene.Book("m-2", Slot(14, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, new Schedule(M("m-1"), null, Slot(16, 0, "booth-1"), false));
        Assert.Equal(MeetingPhase.Confirmed, scene["m-1"].Phase);
    }

    [Fact]
    public void A_side_sends_another_of_its_people_who_is_free()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 0, "lounge"), "kaz-p2", "geo-p1");

        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, scene.No(Of(Kaz), new Substitute(M("m-1"), null, Kaz, P("kaz-p2"), "")).Reason);
        Assert.Equal(RefusalReason.NoSuchPrincipal, scene.No(Of(Pol), new Substitute(M("m-1"), null, Pol, P("geo-p1"), "")).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Pol), new Substitute(M("m-1"), null, Kaz, P("kaz-p2"), "")).Reason);
        Assert.Equal(RefusalReason.ReasonNeeded, scene.No(Desk, new Substitute(M("m-1"), null, Pol, P("pol-p2"), "")).Reason);
        scene.Do(Of(Pol), new Substitute(M("m-1"), null, Pol, P("pol-p2"), "ill"));

        Assert.Equal([Party("kaz-p1"), Party("pol-p2")], scene["m-1"].Terms.Parties);
        scene.Book("m-3", Slot(10, 0, "hotel"), "pol-p1", "ukr-p1");
    }

    [Fact]
    public void Either_side_cancels_with_a_reason_and_nothing_is_held_any_more()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        Assert.Equal(RefusalReason.ReasonNeeded, scene.No(Of(Pol), new Cancel(M("m-1"), null, "")).Reason);
        scene.Do(Of(Pol), new Cancel(M("m-1"), null, "ill"));

        Assert.Equal(MeetingPhase.Cancelled, scene["m-1"].Phase);
        scene.Book("m-2", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "back")).Reason);
    }

    [Fact]
    public void An_office_is_offered_to_its_owner_and_the_desk_alone()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 0, "lounge"), "kaz-p2", "ukr-p1");

        Assert.Equal(RefusalReason.RoomUnavailableThen, scene.No(Of(Kaz), new ChangeRoom(M("m-1"), null, V("office"), "")).Reason);
        scene.Do(Of(Kaz), new ChangeRoom(M("m-2"), null, V("office"), ""));
        scene.Do(Desk, new Move(M("m-1"), null, Slot(14, 0, "office"), "lent"));
    }

    private void Request(string id = "m-1") =>
        scene.Do(Of(Kaz), new RequestMeeting(M(id), Terms("kaz-p1", "pol-p1"), 20, [new(At(9), At(13))], null));
}
