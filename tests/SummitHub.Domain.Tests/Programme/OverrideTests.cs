using SummitHub.Contracts.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>The desk against rules: what is listed, what gives way, and what leaves the list.</summary>
public sealed class OverrideTests
{
    private readonly Scene scene = new();

    [Fact]
    public void An_override_is_listed_with_what_it_goes_against_and_raises_no_conflict()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        var entry = scene.Do(Desk, null, "fixed hour", Scene.Booking("m-2", Slot(10, 10, "booth-2"), "kaz-p1", "geo-p1"));

        var violation = new Violation(RefusalReason.PrincipalAlreadyMeetingThen, new Obstacle(M("m-1"), null, P("kaz-p1"), null, Slot(10, 0, null).When));
        Assert.Equal([violation], scene["m-2"].Overrides);
        Assert.Equal([new RuleOverridden(M("m-2"), violation, "fixed hour")], entry.Events.OfType<RuleOverridden>());
        Assert.Empty(scene["m-1"].Conflicts);
        Assert.Empty(scene["m-2"].Conflicts);
        Assert.Equal(1, scene["m-1"].Version);
    }

    [Fact]
    public void An_override_lapses_when_either_meeting_is_planned_out_of_the_way_and_is_no_licence_afterwards()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, null, "fixed hour", Scene.Booking("m-2", Slot(10, 10, "booth-2"), "kaz-p1", "geo-p1"));

        scene.Do(Desk, new Move(M("m-1"), null, Slot(12, 0, "booth-1"), "out of the way"));

        Assert.Empty(scene["m-2"].Overrides);
        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, scene.No(Desk, new Move(M("m-1"), null, Slot(10, 0, "booth-1"), "back")).Reason);
    }

    [Fact]
    public void What_is_provisional_gives_way_to_a_firm_booking_with_a_reason()
    {
        scene.Do(Desk, Scene.Booking("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1") with { Provisional = true });
        var no = scene.No(Desk, Scene.Booking("m-2", Slot(10, 10, "booth-1"), "kaz-p2", "geo-p1"));
        Assert.Equal((RefusalReason.RoomTakenThen, M("m-1")), (no.Reason, no.InTheWay[0].Meeting!.Value));

        scene.Do(Desk, null, "head of state", Scene.Booking("m-2", Slot(10, 10, "booth-1"), "kaz-p2", "geo-p1"));

        Assert.Equal((MeetingPhase.Postponed, (object?)null, "head of state"), (scene["m-1"].Phase, scene["m-1"].Expected, scene["m-1"].Reason));
        Assert.Empty(scene["m-2"].Overrides);
    }

    [Fact]
    public void What_is_provisional_does_not_push_what_is_provisional()
    {
        scene.Do(Desk, Scene.Booking("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1") with { Provisional = true });
        scene.Do(Desk, null, "perhaps", Scene.Booking("m-2", Slot(10, 10, "booth-1"), "kaz-p2", "geo-p1") with { Provisional = true });

        Assert.Equal(MeetingPhase.Provisional, scene["m-1"].Phase);
        Assert.Equal([RefusalReason.RoomTakenThen], scene["m-2"].Overrides.Select(v => v.Rule));
    }

    [Fact]
    public void Only_the_desk_overrides()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), null, "because", new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "")).Reason);
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Desk, null, " ", new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "")).Reason);
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Desk, null, new string('x', 201), new Move(M("m-1"), null, Slot(11, 0, "booth-1"), "")).Reason);
    }

    [Fact]
    public void With_a_reason_the_desk_acts_for_a_caller_at_once_and_against_rules()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(11, 0, "lounge"), "kaz-p1", "geo-p1");

        scene.Do(Desk, new(Kaz, "Aigerim"), "late plane", new Postpone(M("m-1"), null, Slot(11, 10, "booth-1"), "late plane"));

        Assert.Equal((MeetingPhase.Postponed, Slot(11, 10, "booth-1")), (scene["m-1"].Phase, scene["m-1"].Planned!.Value));
        Assert.Equal([RefusalReason.PrincipalAlreadyMeetingThen], scene["m-1"].Overrides.Select(v => v.Rule));
    }

    [Fact]
    public void A_fact_against_an_overridden_meeting_is_no_conflict_with_the_one_it_was_overridden_for()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, null, "fixed hour", Scene.Booking("m-2", Slot(10, 10, "booth-2"), "kaz-p1", "geo-p1"));
        scene.Now = At(10);

        scene.Do(Desk, new RunLate(M("m-1"), At(10), At(10, 5), null, "traffic"));

        Assert.Empty(scene["m-1"].Conflicts);
        Assert.Empty(scene["m-2"].Conflicts);
        Assert.Single(scene["m-2"].Overrides);
    }
}
