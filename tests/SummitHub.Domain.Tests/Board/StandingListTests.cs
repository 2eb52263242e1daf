using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Tests.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Board;

/// <summary>What the desk has to keep in mind.</summary>
public sealed class StandingListTests
{
    private static readonly Audience Reader = Audience.OfOfficer(Desk.Id);

    private readonly Scene scene = new() { Now = At(8) };

    private StandingView List => StandingList.Of(scene.State, Reader, scene.Now);

    [Fact]
    public void An_override_stands_with_its_reason_who_and_when_until_it_lapses()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, null, "fixed hour", Scene.Booking("m-2", Slot(10, 10, "booth-2"), "kaz-p1", "geo-p1"));

        var violation = new Violation(RefusalReason.PrincipalAlreadyMeetingThen, new Obstacle(M("m-1"), null, P("kaz-p1"), null, Slot(10, 0, null).When));
        Assert.Equal([new StandingOverride(M("m-2"), violation, "fixed hour", "Duty officer", At(8), false)], List.Overrides);

        scene.Now = At(9);
        scene.Do(Desk, new Move(M("m-1"), null, Slot(12, 0, "booth-1"), "out of the way"));
        Assert.Empty(List.Overrides);
    }

    [Fact]
    public void A_conflict_of_two_meetings_is_listed_once_with_since_when_until_it_is_repaired()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 30, "booth-2"), "kaz-p1", "geo-p1");
        scene.Now = At(9);
        scene.Do(Of(Pol, Contracts.Access.Role.SiteOfficer), new RunLate(M("m-1"), At(9), At(10, 20), null, "traffic"));

        var conflict = new Violation(RefusalReason.PrincipalAlreadyMeetingThen, new Obstacle(M("m-2"), null, P("kaz-p1"), null, Slot(10, 30, null).When));
        Assert.Equal([new StandingConflict(M("m-1"), conflict, At(9))], List.Conflicts);

        scene.Do(Desk, new Move(M("m-2"), null, Slot(11, 30, "booth-2"), "later"));
        Assert.Empty(List.Conflicts);
    }

    [Fact]
    public void What_only_ran_over_is_no_more_to_repair_when_both_have_begun()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(10, 30, "booth-2"), "kaz-p1", "geo-p1");
        scene.Now = At(10, 40);
        scene.Do(Desk, new ReachMilestone(M("m-1"), At(10), Milestone.Started, null, null), new RunLate(M("m-1"), At(10, 20), null, At(10, 50), "overrun"));
        Assert.Single(List.Conflicts);

        scene.Do(Desk, new ReachMilestone(M("m-2"), At(10, 40), Milestone.Started, null, null));
        Assert.NotEmpty(scene["m-2"].Conflicts);
        Assert.Empty(List.Conflicts);
    }

    [Fact]
    public void A_meeting_that_the_reader_may_not_know_of_is_on_no_list_and_named_in_none()
    {
        var chief = Of(Kaz, Contracts.Access.Role.Chief);
        scene.Do(chief, new RequestMeeting(M("m-1"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), 20, [Slot(9, 0, null, 180).When], null));
        scene.Do(Of(Pol), new Accept(M("m-1"), null, Slot(10, 0, null)));
        scene.Book("m-2", Slot(10, 30, "booth-2"), "kaz-p1", "geo-p1");
        scene.Do(chief, new RunLate(M("m-1"), At(8), At(10, 20), null, "traffic"));

        var known = Assert.Single(List.Conflicts);
        Assert.Equal((M("m-2"), (MeetingId?)null, RefusalReason.PartyUnavailableThen), (known.Meeting, known.Conflict.Obstacle.Meeting, known.Conflict.Rule));
    }

    [Fact]
    public void Closures_and_advisories_stand_until_their_time_is_over()
    {
        scene.Do(Desk, new CloseVenue(V("booth-1"), new Interval(At(9), At(10)), "leak"), new AdviseTravel(ZoneId.Parse("in"), new Interval(At(9), At(11)), 15, "freeze"));
        Assert.Equal([new Closure(V("booth-1"), new Interval(At(9), At(10)), "leak")], List.Closures);

        scene.Now = At(10);
        Assert.Empty(List.Closures);
        Assert.Equal([new Advisory(ZoneId.Parse("in"), new Interval(At(9), At(11)), 15, "freeze")], List.Advisories);
    }
}
