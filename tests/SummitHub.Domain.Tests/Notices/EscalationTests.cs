using System.Collections.Immutable;
using CsCheck;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Notices;

namespace SummitHub.Domain.Tests.Notices;

public class EscalationTests
{
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly TellingRules Rules = Escalation.Usual;
    private static readonly MeetingId Id = MeetingId.Parse("b-kaz-pol");

    [Theory]
    [InlineData(1440, 20)]
    [InlineData(120, 20)]
    [InlineData(119, 10)]
    [InlineData(30, 10)]
    [InlineData(29, 2)]
    [InlineData(0, 2)]
    [InlineData(-90, 2)]
    public void The_deadline_shrinks_with_the_time_to_the_start(int minutesBefore, int within) =>
        Assert.Equal(TimeSpan.FromMinutes(within), Escalation.Within(Rules, TimeSpan.FromMinutes(minutesBefore)));

    [Fact]
    public void Who_lets_his_time_pass_is_followed_by_the_next_and_the_last_by_the_desk()
    {
        // Three hours before: twenty minutes each, and the third has twenty minutes still.
        var item = Item(Noon.AddHours(3));
        (Role?, DateTimeOffset?)[] stands = [.. new[] { 0, 19, 20, 40, 60 }.Select(m => Escalation.Of(item, Rules, Noon.AddMinutes(m))!).Select(p => (p.With, p.Until))];
        Assert.Equal(
            [
                (Role.SiteOfficer, Noon.AddMinutes(20)), (Role.SiteOfficer, Noon.AddMinutes(20)), (Role.ControlOfficer, Noon.AddMinutes(40)), (Role.Chief, Noon.AddMinutes(60)), (null, null),
            ],
            stands);
    }

    [Fact]
    public void Close_to_the_start_the_desk_knows_within_minutes()
    {
        var item = Item(Noon.AddMinutes(20));
        Assert.Equal(Role.Chief, Escalation.Of(item, Rules, Noon.AddMinutes(5))!.With);
        Assert.Equal(new Pressing(null, null), Escalation.Of(item, Rules, Noon.AddMinutes(6)));
    }

    [Fact]
    public void By_the_earlier_of_the_old_hour_and_the_new_one_somebody_may_stand_there_in_vain()
    {
        var movedAway = Item(Noon.AddHours(5), was: Noon.AddMinutes(25));
        Assert.Equal(Noon.AddMinutes(2), Escalation.Of(movedAway, Rules, Noon)!.Until);
    }

    [Fact]
    public void What_somebody_took_note_of_and_what_has_no_hour_presses_nobody()
    {
        var item = Item(Noon.AddHours(1));
        Assert.Null(Escalation.Of(item with { AcknowledgedAt = Noon, AcknowledgedBy = "Aliya" }, Rules, Noon.AddHours(9)));
        Assert.Null(Escalation.Of(item with { Notice = item.Notice with { Is = null } }, Rules, Noon.AddHours(9)));
    }

    [Fact]
    public void A_pack_of_its_own_counts()
    {
        var hours = new TellingRules([new(0, 60)], [AskedToNote.Chief]);
        Assert.Equal(new Pressing(Role.Chief, Noon.AddMinutes(60)), Escalation.Of(Item(Noon.AddHours(9)), hours, Noon.AddMinutes(59)));
        Assert.Equal(new Pressing(null, null), Escalation.Of(Item(Noon.AddHours(9)), hours, Noon.AddMinutes(60)));
    }

    [Fact]
    public void As_time_passes_it_only_goes_on_and_never_comes_back() =>
        Gen.Select(Gen.Int[-60, 600], Gen.Int[0, 300], Gen.Int[0, 300]).Sample((start, one, more) =>
        {
            var item = Item(Noon.AddMinutes(start));
            var (sooner, later) = (Escalation.Of(item, Rules, Noon.AddMinutes(one))!, Escalation.Of(item, Rules, Noon.AddMinutes(one + more))!);
            Assert.True(Rank(sooner.With) <= Rank(later.With));
            Assert.True(sooner.Until is null || sooner.Until > Noon.AddMinutes(one));
        });

    [Fact]
    public void A_later_change_never_gives_more_time_than_the_first_that_nobody_noted() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 120], Gen.Int[0, 300]).Sample((start, after, looked) =>
        {
            var first = Item(Noon.AddMinutes(start));
            var later = Notice(Noon.AddMinutes(after), Noon.AddMinutes(start), null);
            var replaced = new InboxItem(later, null, null, Overtaking.Of(later, first));
            Assert.Equal(Escalation.Of(first, Rules, Noon.AddMinutes(looked)), Escalation.Of(replaced, Rules, Noon.AddMinutes(looked)));
        });

    private static int Rank(Role? with) => with switch { Role.SiteOfficer => 0, Role.ControlOfficer => 1, Role.Chief => 2, _ => 3 };

    private static InboxItem Item(DateTimeOffset start, DateTimeOffset? was = null) => new(Notice(Noon, start, was), null, null);

    private static Notice Notice(DateTimeOffset at, DateTimeOffset start, DateTimeOffset? was) => new(
        NoticeId.Parse($"{at.UtcTicks:x16}-{Id}"), Id, 1, at, "moved", "Desk", "", was is { } before ? Slot(before) : null, Slot(start), ImmutableArray<DelegationCode>.Empty, false);

    private static Slot Slot(DateTimeOffset start) => new(Interval.Of(start, TimeSpan.FromMinutes(20)), VenueId.Parse("booth-03"));
}
