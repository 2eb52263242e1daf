using CsCheck;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Feeds;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Tests.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Feeds;

public sealed class CalendarEntriesTests(ITestOutputHelper output)
{
    private static readonly CalendarScope Ours = new(Kaz, null, null);

    [Fact]
    public void Whatever_happens_an_entry_stays_is_one_and_is_revised_with_each_change_of_what_it_says()
    {
        var changes = 0;
        Asks.Any.Array[1, 60].Sample(
            asks =>
            {
                var run = new Run();
                var before = Entries(run);
                foreach (var ask in asks)
                {
                    if (run.Ask(ask) is not Decision.Accept) continue;
                    var now = Entries(run);
                    Assert.Empty(before.Keys.Except(now.Keys));
                    foreach (var (id, was) in before)
                    {
                        var entry = now[id];
                        Assert.True(entry.Sequence >= was.Sequence, $"{id} went back from {was.Sequence} to {entry.Sequence}.");
                        if ((was.When, was.Venue, was.Standing) == (entry.When, entry.Venue, entry.Standing)) continue;
                        Interlocked.Increment(ref changes);
                        Assert.True(entry.Sequence > was.Sequence && entry.ChangedIn > was.ChangedIn, $"{id} changed and says it did not.");
                    }
                    before = now;
                }
            },
            iter: 3000);
        output.WriteLine($"{changes} entries changed");
        Assert.True(changes > 1000, "Too few changes to mean anything.");
    }

    [Fact]
    public void A_meeting_is_in_the_calendars_of_its_sides_people_and_room_while_it_is_tentative_holds_and_is_cancelled()
    {
        var scene = new Scene();
        scene.Do(Desk, new BookMeeting(M("b"), Terms("kaz-p1", "pol-p1"), Slot(9, 0, "booth-1"), true));
        Assert.Equal(EntryStanding.Tentative, One(scene, Ours).Standing);
        scene.Do(Desk, null, "the host asks", new Confirm(M("b"), null));
        Assert.Equal(EntryStanding.Confirmed, One(scene, Ours).Standing);
        Assert.Equal("b@small.summithub", One(scene, Ours).Uid(SmallSummit.Id));
        scene.Do(Desk, new Postpone(M("b"), null, null, "fog"));
        foreach (var scope in (CalendarScope[])[Ours, new(Pol, null, null), new(null, P("kaz-p1"), null), new(null, null, V("booth-1"))])
            Assert.Equal((EntryStanding.Cancelled, Slot(9, 0, "booth-1").When), (One(scene, scope).Standing, One(scene, scope).When));
        Assert.Empty(CalendarEntries.Of(scene.State, Audience.Of(Kaz), new(null, null, V("booth-2"))));
        scene.Do(Desk, new Postpone(M("b"), null, Slot(10, 0, "booth-2"), "fog"));
        Assert.Equal(EntryStanding.Tentative, One(scene, Ours).Standing);
        scene.Do(Desk, null, "the host asks", new Confirm(M("b"), null));
        Assert.Equal((EntryStanding.Confirmed, Slot(10, 0, "booth-2").When), (One(scene, Ours).Standing, One(scene, Ours).When));
    }

    [Fact]
    public void A_confidential_meeting_is_in_no_calendar_and_a_request_without_a_slot_is_in_none_yet()
    {
        var scene = new Scene();
        scene.Do(Desk, new BookMeeting(M("s"), Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), Slot(9, 0, "booth-1"), false));
        scene.Do(Of(Kaz), new RequestMeeting(M("r"), Terms("kaz-p1", "ukr-p1"), 20, [Slot(9, 0, null, 180).When], null));
        foreach (var audience in (Audience[])[Audience.Of(Kaz), Audience.OfOfficer(Desk.Id), Audience.Desk])
            Assert.Empty(CalendarEntries.Of(scene.State, audience, Ours));
    }

    [Theory]
    [InlineData("delegation:KAZ", true)]
    [InlineData("principal:kaz-p1", true)]
    [InlineData("venue:booth-03", true)]
    [InlineData("venue:", false)]
    [InlineData(":KAZ", false)]
    [InlineData("all", false)]
    [InlineData("day:2019-09-24", false)]
    [InlineData(null, false)]
    public void A_calendar_is_of_one_delegation_person_or_room(string? text, bool good)
    {
        Assert.Equal(good, CalendarScope.TryParse(text, out var scope));
        Assert.Equal(good, scope != default);
    }

    private static CalendarEntry One(Scene scene, CalendarScope scope) => Assert.Single(CalendarEntries.Of(scene.State, Audience.Of(Kaz), scope));

    private static Dictionary<MeetingId, CalendarEntry> Entries(Run run)
    {
        var entries = CalendarEntries.Of(run.State, Audience.Of(Kaz), Ours);
        Assert.DoesNotContain(entries, e => e.Meeting.Visibility == Visibility.Confidential);
        return entries.ToDictionary(e => e.Meeting.Id);
    }
}
