using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Tests.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Board;

/// <summary>By when to leave is said only where it can be known, and to nobody who may not know where from.</summary>
public sealed class DeparturesTests
{
    private readonly Scene scene = new() { Now = At(9) };

    [Fact]
    public void The_way_from_where_one_is_last_counts_with_the_checkpoint_of_that_direction()
    {
        Book("before", Slot(10, 0, "hotel"));
        Book("next", Slot(11, 0, "booth-1"));

        // 8 minutes by car and 5 in the fast lane of heads of State; his colleague stands in the queue for 12.
        Assert.Equal(new Departure(At(10, 47), V("hotel"), 13, true), To("next"));
        Assert.Equal(new Departure(At(10, 40), V("hotel"), 20, true), To("next", Pol));
    }

    [Fact]
    public void An_advisory_makes_the_way_longer()
    {
        Book("before", Slot(10, 0, "hotel"));
        Book("next", Slot(11, 0, "booth-1"));
        scene.Do(Desk, new AdviseTravel(ZoneId.Parse("out"), new Interval(At(9), At(12)), 10, "motorcade_traffic"));

        Assert.Equal(new Departure(At(10, 37), V("hotel"), 23, true), To("next"));
    }

    [Fact]
    public void Where_the_meeting_before_runs_over_the_hour_stays_until_there_is_no_time_left()
    {
        Book("before", Slot(10, 0, "hotel"));
        Book("next", Slot(11, 0, "booth-1"));
        scene.Now = At(10, 10);
        scene.Do(Desk, new ReachMilestone(M("before"), At(10, 2), Milestone.Started, null, null));
        scene.Do(Desk, new RunLate(M("before"), At(10, 10), null, At(10, 45), "overrun"));
        Assert.Equal(At(10, 47), To("next")!.By);

        scene.Do(Desk, new RunLate(M("before"), At(10, 10), null, At(10, 50), "overrun"));
        Assert.Null(To("next"));
    }

    [Theory]
    [InlineData("booth-1", 10, 0)]
    [InlineData(null, 10, 0)]
    [InlineData("hotel", 9, 0)]
    public void Nothing_is_said_of_the_same_place_an_unknown_one_or_one_that_was_left_long_ago(string? venue, int hour, int minute)
    {
        Book("before", Slot(hour, minute, venue));
        Book("next", Slot(11, 0, "booth-1"));
        Assert.Null(To("next"));
    }

    [Fact]
    public void Who_may_not_know_of_the_meeting_before_is_not_told_by_an_hour()
    {
        scene.Do(Desk, new BookMeeting(M("before"), Terms(Visibility.Confidential, "kaz-p1", "geo-p1"), Slot(10, 0, "hotel"), false));
        Book("next", Slot(11, 0, "booth-1"));

        Assert.NotNull(To("next"));
        Assert.Null(new Departures(scene.State, Audience.ReadersOf(Kaz), Kaz).To(M("next")));
    }

    [Fact]
    public void A_meeting_that_was_cancelled_has_no_way_to_it()
    {
        Book("before", Slot(10, 0, "hotel"));
        Book("next", Slot(11, 0, "booth-1"));
        scene.Do(Desk, new Cancel(M("next"), null, "no time"));
        Assert.Null(To("next"));
    }

    private void Book(string id, Slot slot) => scene.Book(id, slot, "kaz-p1", "pol-p1");

    private Departure? To(string id, DelegationCode? own = null) =>
        new Departures(scene.State, Audience.Of(own ?? Kaz), own ?? Kaz).To(M(id));
}
