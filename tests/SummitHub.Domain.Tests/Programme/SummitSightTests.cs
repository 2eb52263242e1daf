using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>What a summit says of itself to whom.</summary>
public sealed class SummitSightTests
{
    private static readonly Interval Stay = new(At(10), At(20));

    private static readonly Summit Told = Make(rules: r => r with { MeetingsADayOf = [new PersonCap(P("kaz-p1"), 3)] }) with
    {
        Principals = [.. Make().Principals.Select(p => p with { Present = Stay })],
    };

    [Fact]
    public void The_desk_alone_reads_who_is_in_town_when_who_is_spared_and_who_is_kept_apart()
    {
        foreach (var audience in (Audience[])[Audience.Desk, Audience.OfOfficer("desk-1")]) Assert.Same(Told, SummitSight.Of(audience, Told));
        foreach (var audience in (Audience[])[Audience.Of(Kaz), Audience.ReadersOf(Kaz), Audience.Of(Geo), Audience.DeskWall, Audience.Wall])
        {
            var cut = SummitSight.Of(audience, Told);
            Assert.Empty(cut.Rules.KeptApart);
            Assert.Empty(cut.Rules.MeetingsADayOf);
            Assert.All(cut.Principals, p => Assert.Null(p.Present));
            Assert.Equal(Told.Principals.Select(p => p with { Present = null }), cut.Principals);
        }
    }

    [Fact]
    public void Whom_the_host_keeps_apart_shows_in_no_refusal_but_the_desk_s()
    {
        var scene = new Scene();
        scene.Book("m-1", Slot(10, 0, "booth-1"), "geo-p1", "kaz-p1");
        scene.Book("m-2", Slot(14, 0, "booth-2"), "ukr-p1", "pol-p1");
        scene.Do(Of(Geo), new RequestMeeting(M("m-3"), Terms("geo-p1", "ukr-p1"), 20, [], null));

        // Poland's officer knows of neither reason nor neighbour; nor would he if the neighbour were his own meeting.
        Assert.Equal(RefusalReason.RoomUnavailableThen, scene.No(Of(Pol), new Propose(M("m-2"), null, Slot(10, 0, "booth-2"), "")).Reason);
        Assert.Equal(RefusalReason.RoomUnavailableThen, scene.No(Of(Ukr), new Propose(M("m-2"), null, Slot(10, 0, "booth-2"), "")).Reason);
        Assert.Equal(RefusalReason.PartyUnavailableThen, scene.No(Of(Geo), new Propose(M("m-3"), null, Slot(12, 0, "lounge"), "")).Reason);
        Assert.Equal(RefusalReason.DelegationsAreKeptApart, scene.No(Desk, new Move(M("m-2"), null, Slot(10, 0, "booth-2"), "earlier")).Reason);
        Assert.Equal(RefusalReason.DelegationsAreKeptApart, scene.No(Desk, new Schedule(M("m-3"), null, Slot(12, 0, "lounge"), true)).Reason);
    }
}
