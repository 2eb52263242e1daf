using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>What is not well formed is refused with a clear answer, however it is crafted, and never throws.</summary>
public sealed class LimitTests
{
    private readonly Scene scene = new();

    [Fact]
    public void Texts_lengths_sides_and_batches_have_bounds()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Malformed(new Cancel(M("m-1"), null, new string('x', 201)), new Cancel(M("m-1"), null, "bell\u0007"), new Cancel(M("m-1"), null, "two\nlines"), new Cancel(M("m-1"), null, "turned \u202Edenrut"));
        Malformed(Booking(Slot(11, 0, "booth-1", 4)), Booking(Slot(11, 0, "booth-1", 481)), Booking(default));
        Malformed(Parties("kaz-p1"), Parties("kaz-p1", "kaz-p2"), Parties(), new BookMeeting(M("m-2"), Terms("kaz-p1", "pol-p1") with { Parties = default }, Slot(11, 0, "booth-1"), false));
        Malformed(new RequestMeeting(M("m-2"), Terms("kaz-p1", "pol-p1"), 20, [.. Enumerable.Repeat(Slot(11, 0, null).When, 21)], null));
        Malformed(new RequestMeeting(M("m-2"), Terms("kaz-p1", "pol-p1"), 20, default, null), new RequestMeeting(M("m-2"), Terms("kaz-p1", "pol-p1"), 20, [Slot(11, 0, null, 10).When], null));
        Malformed(new RunLate(M("m-1"), scene.Now, null, null, "late"), new RunLate(M("m-1"), scene.Now, null, At(9), "late"), new RunLate(M("m-1"), scene.Now, null, DateTimeOffset.MaxValue, "late"));
        Malformed(new ReportPartySize(M("m-1"), scene.Now, Kaz, 501), new ReportPartySize(M("m-1"), scene.Now, Kaz, -1));
        Malformed(new AdviseTravel(ZoneId.Parse("in"), Slot(11, 0, null).When, 241, "x"), new CloseVenue(V("hotel"), default, "x"));
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Desk).Reason);
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Desk, [.. Enumerable.Repeat(new Confirm(M("m-1"), null), 513)]).Reason);
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Desk, (ProgrammeCommand)null!).Reason);
    }

    [Fact]
    public void Marks_and_isolates_that_mixed_scripts_need_are_good()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, new Cancel(M("m-1"), null, "\u200Fألغي الاجتماع\u200F \u2066(booth 7)\u2069"));
        Assert.Equal(MeetingPhase.Cancelled, scene["m-1"].Phase);
    }

    [Fact]
    public void Unknown_names_are_named()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Assert.Equal(RefusalReason.NoSuchVenue, scene.No(Desk, Booking(Slot(11, 0, "nowhere"))).Reason);
        Assert.Equal(RefusalReason.NoSuchPrincipal, scene.No(Desk, Parties("kaz-p1", "pol-p9")).Reason);
        Assert.Equal(RefusalReason.NoSuchDelegation, scene.No(Desk, Parties("kaz-p1", "xyz-p1")).Reason);
        Assert.Equal(RefusalReason.NoSuchDelegation, scene.No(Desk, new ReportPartySize(M("m-1"), scene.Now, Geo, 3)).Reason);
        Assert.Equal(RefusalReason.NoSuchZone, scene.No(Desk, new AdviseTravel(ZoneId.Parse("moon"), Slot(11, 0, null).When, 1, "x")).Reason);
        Assert.Equal(RefusalReason.NoSuchCommitment, scene.No(Desk, new MarkCommitment(CommitmentId.Parse("c"), Milestone.Started, scene.Now)).Reason);
        Assert.Equal(RefusalReason.NoSuchMeeting, scene.No(Desk, new Confirm(default, null)).Reason);
        Assert.Equal(RefusalReason.AlreadyExists, scene.No(Desk, Scene.Booking("m-1", Slot(11, 0, "booth-1"), "kaz-p1", "pol-p1")).Reason);
    }

    [Fact]
    public void Instants_at_the_end_of_time_are_refused_and_do_not_overflow()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        var last = new Interval(DateTimeOffset.MaxValue.AddMinutes(-20), DateTimeOffset.MaxValue);
        var first = new Interval(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddMinutes(20));

        foreach (var when in new[] { first, last })
        {
            Assert.Equal(RefusalReason.OutsideTheSummit, scene.No(Desk, Booking(new Slot(when, V("booth-1")))).Reason);
            Assert.Equal(RefusalReason.OutsideTheSummit, scene.No(Desk, new CloseVenue(V("hotel"), when, "x")).Reason);
            Assert.Equal(RefusalReason.NotAPlausibleTime, scene.No(Desk, new ReachMilestone(M("m-1"), when.Start, Milestone.Started, null, null)).Reason);
            Assert.Equal(RefusalReason.NotAPlausibleTime, scene.No(Desk, new RunLate(M("m-1"), scene.Now, when.Start, when.End, "x")).Reason);
        }
    }

    [Fact]
    public void A_summit_is_founded_once_by_itself_and_hangs_together()
    {
        var state = new ProgrammeState();
        RefusalReason Asked(params ProgrammeCommand[] commands) =>
            Assert.IsType<Decision.Refuse>(state.Decide(new Operation(OperationId.Parse("op"), Desk, [.. commands]), 0, scene.Now)).Refusal.Reason;
        var summit = Make();

        Assert.Equal(RefusalReason.NoSuchSummit, Asked(new Confirm(M("m-1"), null)));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit), new Confirm(M("m-1"), null)));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(null!)));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit with { TimeZone = "Mars/Olympus" })));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit with { To = summit.From.AddDays(-1) })));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit with { Principals = summit.Principals.Add(summit.Principals[0]) })));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit with { Delegations = summit.Delegations.RemoveAt(0) })));
        Assert.Equal(RefusalReason.NotWellFormed, Asked(new FoundSummit(summit with { Zones = default })));
        Assert.Equal(RefusalReason.AlreadyExists, scene.No(Desk, new FoundSummit(summit)).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new FoundSummit(summit)).Reason);
    }

    [Fact]
    public void An_entry_out_of_order_or_of_a_later_version_stops_the_fold()
    {
        var entry = scene.Do(Desk, Scene.Booking("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1"));

        Assert.Throws<InvalidOperationException>(() => scene.State.Apply(entry));
        Assert.Throws<InvalidOperationException>(() => scene.State.Apply(entry with { Position = 3, Operation = OperationId.Parse("next"), Events = [new FromLater()] }));
    }

    [Fact]
    public void The_clock_of_the_log_never_runs_back()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Now = scene.Now.AddHours(-1);
        Assert.Equal(Morning, scene.Do(Desk, new Confirm(M("m-1"), null)).At);
    }

    private static BookMeeting Booking(Slot slot) => new(M("m-2"), Terms("kaz-p1", "pol-p1"), slot, false);

    private static BookMeeting Parties(params string[] people) => new(M("m-2"), Terms(people), Slot(11, 0, "booth-1"), false);

    private void Malformed(params ProgrammeCommand[] commands)
    {
        foreach (var command in commands)
            Assert.Equal((RefusalReason.NotWellFormed, command), (scene.No(Desk, command).Reason, command));
    }

    private sealed record FromLater : ProgrammeEvent;
}
