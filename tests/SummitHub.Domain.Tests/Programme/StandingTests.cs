using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Who may do and know what: rights before rules, and refusals that say no more than the asker may read.</summary>
public sealed class StandingTests
{
    private readonly Scene scene = new();

    [Fact]
    public void A_meeting_of_others_is_answered_exactly_as_one_there_is_not()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        var foreign = scene.No(Of(Geo), new Cancel(M("m-1"), 7, "mine now"));
        var unknown = scene.No(Of(Geo), new Cancel(M("m-x"), 7, "mine now"));

        Assert.Equal(RefusalReason.NoSuchMeeting, foreign.Reason);
        Assert.Equal((foreign.Reason, foreign.Detail.Replace("m-1", "m-x", StringComparison.Ordinal), foreign.InTheWay.Length), (unknown.Reason, unknown.Detail, unknown.InTheWay.Length));
    }

    [Fact]
    public void An_open_meeting_of_others_is_known_but_not_theirs_to_change()
    {
        scene.Do(Desk, new BookMeeting(M("m-1"), Terms(Visibility.Open, "kaz-p1", "pol-p1"), Slot(10, 0, "booth-1"), false));

        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Geo), new Cancel(M("m-1"), null, "mine now")).Reason);
    }

    [Fact]
    public void A_confidential_meeting_is_known_to_its_sides_and_to_the_officer_who_placed_it()
    {
        var other = Desk with { Id = "desk-2" };
        scene.Do(Desk, new BookMeeting(M("m-1"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), Slot(10, 0, "booth-1"), false));

        Assert.Equal(RefusalReason.NoSuchMeeting, scene.No(other, new Cancel(M("m-1"), null, "free the room")).Reason);
        var no = scene.No(other, Scene.Booking("m-2", Slot(10, 0, "booth-1"), "kaz-p1", "geo-p1"));
        Assert.Equal(
            (RefusalReason.PartyUnavailableThen, new Obstacle(null, null, P("kaz-p1"), null, Slot(10, 0, null).When)),
            (no.Reason, no.InTheWay[0]));
        Assert.Equal(new Obstacle(null, null, null, V("booth-1"), Slot(10, 0, null).When), no.InTheWay[1]);
        Assert.DoesNotContain("m-1", no.Detail, StringComparison.Ordinal);
        Assert.Equal(RefusalReason.PrincipalAlreadyMeetingThen, scene.No(Desk, Scene.Booking("m-2", Slot(10, 0, "booth-1"), "kaz-p1", "geo-p1")).Reason);
        scene.Do(Of(Pol), new Cancel(M("m-1"), null, "ill"));
    }

    [Fact]
    public void To_a_side_the_other_party_is_unavailable_alike_for_a_meeting_a_commitment_and_a_hold()
    {
        scene.Book("m-1", Slot(9, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Book("busy", Slot(10, 0, "booth-2"), "pol-p1", "geo-p1");
        scene.Do(Desk, new AddCommitment(new Commitment(CommitmentId.Parse("rest"), "rest", [P("pol-p1")], Slot(12, 0, null).When, null, null, 1, false, false)));
        scene.Book("held", Slot(16, 0, "booth-2"), "pol-p1", "ukr-p1");
        scene.Do(Of(Pol), new Move(M("held"), null, Slot(14, 0, "booth-2"), ""));

        Refusal Asked(int hour) => scene.No(Of(Kaz), new Move(M("m-1"), null, Slot(hour, 5, "booth-1"), ""));
        Refusal[] answers = [Asked(10), Asked(12), Asked(14)];

        Assert.All(answers, a => Assert.Equal(RefusalReason.PartyUnavailableThen, a.Reason));
        Assert.Equal(
            [.. new[] { 10, 12, 14 }.Select(h => new Obstacle(null, null, P("pol-p1"), null, Slot(h, 5, null).When))],
            answers.Select(a => a.InTheWay.Single()));
        var toPoland = scene.No(Of(Pol), new Move(M("m-1"), null, Slot(10, 5, "booth-1"), ""));
        Assert.Equal((RefusalReason.PrincipalAlreadyMeetingThen, M("busy")), (toPoland.Reason, toPoland.InTheWay[0].Meeting!.Value));
    }

    [Fact]
    public void Rights_are_asked_before_rules()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");

        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), Scene.Booking("m-2", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1")).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz, Role.SiteOfficer), new Cancel(M("m-1"), null, "ill")).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz, Role.Reader), new Cancel(M("m-x"), null, "ill")).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz, Role.Notetaker), new ReachMilestone(M("m-1"), scene.Now, Milestone.RoomReady, null, null)).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(new("wall", "Wall", Role.Display, null), new Confirm(M("m-1"), null)).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new RequestMeeting(M("m-2"), Terms("pol-p1", "kaz-p1"), 20, [], null)).Reason);
        scene.Do(Of(Kaz, Role.Notetaker), new ReachMilestone(M("m-1"), scene.Now, Milestone.Started, null, null));
    }

    [Fact]
    public void Everybody_of_the_table_has_a_right_or_none_for_each_doing()
    {
        foreach (var role in Enum.GetValues<Role>())
            foreach (var doing in Enum.GetValues<Doing>())
            {
                var extent = Rights.Of(new Actor("a", "A", role, Kaz), doing);
                Assert.True(role is not (Role.Reader or Role.Press or Role.Display) || extent == Extent.Not);
                Assert.True(role is not Role.System || extent == Extent.Any);
            }
        Assert.Equal(Extent.Not, Rights.Of(new Actor("a", "A", Role.Chief, null), Doing.Change));
    }

    [Fact]
    public void A_plan_made_on_an_old_version_is_refused_with_the_version_now()
    {
        scene.Book("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1");
        scene.Do(Desk, new Move(M("m-1"), 1, Slot(11, 0, "booth-1"), "first"));

        var no = scene.No(Desk, new Move(M("m-1"), 1, Slot(12, 0, "booth-1"), "second"));

        Assert.Equal((RefusalReason.MeetingHasChanged, true), (no.Reason, no.Detail.Contains("version 2", StringComparison.Ordinal)));
        Assert.Equal(2, scene["m-1"].Version);
    }

    [Fact]
    public void A_side_blocks_the_time_of_its_own_people_alone()
    {
        AddCommitment Rest(params string[] people) =>
            new(new Commitment(CommitmentId.Parse("rest"), "rest", [.. people.Select(P)], Slot(10, 0, null).When, null, null, 1, false, false));

        Assert.Equal(RefusalReason.NoSuchPrincipal, scene.No(Of(Kaz), Rest("kaz-p1", "pol-p1")).Reason);
        Assert.Equal(RefusalReason.NotWellFormed, scene.No(Of(Kaz), Rest()).Reason);
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz, Role.SiteOfficer), Rest("kaz-p1")).Reason);
        scene.Do(Of(Kaz), Rest("kaz-p1"));
        Assert.Equal(RefusalReason.NotYoursToDo, scene.No(Of(Kaz), new MarkCommitment(CommitmentId.Parse("rest"), Milestone.Started, scene.Now)).Reason);
    }

    [Fact]
    public void An_operation_is_known_by_its_actor_and_id()
    {
        var operation = new Operation(OperationId.Parse("op"), Desk, [Scene.Booking("m-1", Slot(10, 0, "booth-1"), "kaz-p1", "pol-p1")]);
        var accepted = Assert.IsType<Decision.Accept>(scene.State.Decide(operation, 1, scene.Now));
        scene.State.Apply(accepted.Entry);

        Assert.Equal(new Decision.Repeat(2), scene.State.Decide(operation, 1, scene.Now));
        Assert.Equal(RefusalReason.OperationIdUsedForAnother, Assert.IsType<Decision.Refuse>(scene.State.Decide(operation, 2, scene.Now)).Refusal.Reason);
        Assert.Equal(RefusalReason.AlreadyExists, Assert.IsType<Decision.Refuse>(scene.State.Decide(operation with { Actor = Desk with { Id = "desk-2" } }, 1, scene.Now)).Refusal.Reason);
    }
}
