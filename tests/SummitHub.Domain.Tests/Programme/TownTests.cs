using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Rooms that are closed and opened again, and series of speeches that slip.</summary>
public sealed class TownTests
{
    private static readonly Interval Morning = new(At(9), At(12));

    private readonly Scene scene = new() { Now = At(8) };

    [Fact]
    public void A_room_that_is_opened_again_repairs_what_its_closing_broke()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, new CloseVenue(V("booth-1"), Morning, "leak"));
        Assert.Equal([new Violation(RefusalReason.VenueClosedThen, new Obstacle(null, null, null, V("booth-1"), Morning))], scene["m-1"].Conflicts);

        scene.Do(Desk, new ReopenVenue(V("booth-1"), Morning));

        Assert.Empty(scene["m-1"].Conflicts);
        Assert.Empty(scene["m-1"].Standing);
        Assert.Empty(scene.State.Closures);
        scene.Book("m-2", Slot(11, 0, "booth-1"), "kaz-p2", "geo-p1");
    }

    [Fact]
    public void A_closure_is_named_by_its_room_and_time_and_is_there_once()
    {
        scene.Do(Desk, new CloseVenue(V("booth-1"), Morning, "leak"));

        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, new CloseVenue(V("booth-1"), Morning, "again")).Reason);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, new ReopenVenue(V("booth-1"), new Interval(At(9), At(11)))).Reason);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, new ReopenVenue(V("booth-2"), Morning)).Reason);
        Assert.Equal(RefusalReason.NoSuchVenue, scene.No(Desk, new ReopenVenue(V("nowhere"), Morning)).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new ReopenVenue(V("booth-1"), Morning)).Reason);
    }

    [Fact]
    public void What_is_closed_and_opened_in_one_operation_stands_as_it_was_said_last()
    {
        scene.Do(Desk, new CloseVenue(V("booth-1"), Morning, "leak"));

        scene.Do(Desk, new ReopenVenue(V("booth-1"), Morning), new CloseVenue(V("booth-1"), Morning, "flood"));

        Assert.Equal([new VenueShut(V("booth-1"), Morning, "flood")], scene.State.Closures);
    }

    [Fact]
    public void A_street_that_is_free_again_repairs_what_its_freeze_broke()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("m-2", Slot(11, 0, "mission"), "kaz-p1", "geo-p1");
        scene.Do(Desk, new AdviseTravel(ZoneId.Parse("far"), Morning, 30, "freeze"));
        Assert.Equal([RefusalReason.PrincipalCannotTravelInTime], scene["m-2"].Conflicts.Select(c => c.Rule));

        scene.Do(Desk, new EaseTravel(ZoneId.Parse("far"), Morning));

        Assert.Empty(scene["m-2"].Conflicts);
        Assert.Empty(scene.State.Advisories);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, new EaseTravel(ZoneId.Parse("far"), Morning)).Reason);
        Assert.Equal(RefusalReason.NoSuchZone, scene.No(Desk, new EaseTravel(ZoneId.Parse("nowhere"), Morning)).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new EaseTravel(ZoneId.Parse("far"), Morning)).Reason);
    }

    [Fact]
    public void A_series_slips_from_its_plan_and_leaves_what_has_begun()
    {
        for (var i = 1; i <= 4; i++) scene.Do(Desk, new AddCommitment(Speech(i)));
        scene.Now = At(9, 20);
        scene.Do(Desk, new MarkCommitment(Speech(1).Id, Milestone.Started, At(9, 2)), new MarkCommitment(Speech(1).Id, Milestone.Ended, At(9, 20)));
        scene.Do(Desk, new MarkCommitment(Speech(2).Id, Milestone.Started, At(9, 20)));

        scene.Do(Desk, new SlipSeries(Speech(2).Id, 10, "general_debate_overran"));
        scene.Do(Desk, new SlipSeries(Speech(3).Id, 25, "general_debate_overran"));

        Assert.Equal([At(9, 2), At(9, 20), At(9, 55), At(10, 10)], Enumerable.Range(1, 4).Select(i => scene.State.Commitment(Speech(i).Id)!.Expected.Start));
        scene.Do(Desk, new SlipSeries(Speech(3).Id, 0, ""));
        Assert.Equal(At(9, 45), scene.State.Commitment(Speech(4).Id)!.Expected.Start);
        Assert.Equal(RefusalReason.NothingWouldChange, scene.No(Desk, new SlipSeries(Speech(3).Id, 0, "")).Reason);
    }

    [Fact]
    public void A_series_that_slips_into_a_meeting_puts_it_in_conflict()
    {
        scene.Do(Desk, new AddCommitment(Speech(1)), new AddCommitment(Speech(2)));
        scene.Book("m-1", Slot(9, 40, "booth-1"), "kaz-p1", "pol-p1");

        scene.Do(Desk, new SlipSeries(Speech(1).Id, 30, "general_debate_overran"));

        Assert.Contains(scene["m-1"].Conflicts, c => c.Rule == RefusalReason.PrincipalCommittedThen && c.Obstacle.Commitment == Speech(2).Id);
    }

    [Theory]
    [InlineData(-1, RefusalReason.NotWellFormed)]
    [InlineData(481, RefusalReason.NotWellFormed)]
    public void A_series_slips_within_bounds(int minutes, RefusalReason reason)
    {
        scene.Do(Desk, new AddCommitment(Speech(1)), new AddCommitment(Speech(2) with { Series = null }));

        Assert.Equal(reason, scene.No(Desk, new SlipSeries(Speech(1).Id, minutes, "")).Reason);
        Assert.Equal(RefusalReason.NotInThatPhase, scene.No(Desk, new SlipSeries(Speech(2).Id, 5, "")).Reason);
        Assert.Equal(RefusalReason.NoSuchCommitment, scene.No(Desk, new SlipSeries(Speech(3).Id, 5, "")).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new SlipSeries(Speech(1).Id, 5, "")).Reason);
    }

    private static Commitment Speech(int order) =>
        new(CommitmentId.Parse($"s-{order}"), "speech", [P(order % 2 == 0 ? "kaz-p1" : "geo-p1")], Slot(9, 15 * (order - 1), null, 15).When, null, "morning", order, true, false);
}
