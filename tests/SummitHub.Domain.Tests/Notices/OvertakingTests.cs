using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Notices;

namespace SummitHub.Domain.Tests.Notices;

public class OvertakingTests
{
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly MeetingId Id = MeetingId.Parse("b-kaz-pol");
    private static readonly Slot Ten = At(10), Eleven = At(11), Twelve = At(12);

    [Fact]
    public void A_later_change_keeps_one_line_of_what_went_before()
    {
        var first = new InboxItem(Notice(0, "moved", Ten, Eleven), null, null);
        var second = Take(Notice(5, "moved", Eleven, Twelve), first);
        var third = Take(Notice(9, "late", Twelve, Twelve), second);
        Assert.Equal(new Overtaken("moved", Ten, Noon, 1), second.Overtaken);
        Assert.Equal(new Overtaken("moved", Ten, Noon, 2), third.Overtaken);
        Assert.Equal(new Overtaken("cancelled", Ten, Noon, 1), Overtaking.Of(Notice(9, "scheduled", null, Twelve), new(Notice(0, "cancelled", Ten, null), null, null)));
    }

    [Fact]
    public void What_was_taken_note_of_another_meeting_and_what_is_of_the_record_stay()
    {
        var moved = new InboxItem(Notice(0, "moved", Ten, Eleven), null, null);
        var later = Notice(5, "cancelled", Eleven, null);
        Assert.NotNull(Overtaking.Of(later, moved));
        Assert.Null(Overtaking.Of(later, moved with { AcknowledgedAt = Noon, AcknowledgedBy = "Aliya" }));
        Assert.Null(Overtaking.Of(later with { Meeting = MeetingId.Parse("b-kaz-geo") }, moved));
        Assert.Null(Overtaking.Of(Notice(5, "recordOffered", null, null), moved));
        Assert.NotNull(Overtaking.Of(Notice(5, "recordOffered", null, null), new(Notice(0, "recordOffered", null, null), null, null)));
    }

    [Fact]
    public void A_notice_that_is_gone_is_known_by_its_meeting()
    {
        Assert.True(Overtaking.SameMeeting(NoticeId.Parse("0000000000000001-b-kaz-pol"), Notice(5, "moved", Ten, Eleven)));
        Assert.False(Overtaking.SameMeeting(NoticeId.Parse("0000000000000001-x-b-kaz-pol"), Notice(5, "moved", Ten, Eleven)));
        Assert.False(Overtaking.SameMeeting(NoticeId.Parse("b-kaz-pol"), Notice(5, "moved", Ten, Eleven)));
    }

    [Fact]
    public void Who_does_not_know_yet_is_told_of_what_is_still_to_be_held_and_the_desks_first()
    {
        var kaz = DelegationCode.Parse("KAZ");
        InboxItem Open(int minute, string kind, Slot? was, Slot? now, DateTimeOffset looked) =>
            new InboxItem(Notice(minute, kind, was, now), null, null) is var item ? item with { Pressing = Escalation.Of(item, Escalation.Usual, looked) } : throw new InvalidOperationException();
        var at = Noon.AddMinutes(70);
        var late = Open(0, "moved", Ten, new Slot(Interval.Of(Noon.AddHours(3), TimeSpan.FromMinutes(20)), null), at);
        var fresh = Open(65, "moved", null, new Slot(Interval.Of(Noon.AddHours(5), TimeSpan.FromMinutes(20)), null), at);
        var over = Open(60, "moved", Ten, Eleven, at);
        var record = Open(66, "recordOffered", null, null, at);
        var unaware = UnawareRules.Ordered(UnawareRules.Of(kaz, [fresh, over, record, late], at));
        Assert.Equal([(true, Noon), (false, Noon.AddMinutes(65))], unaware.Select(u => (u.With is null, u.Since)));
        Assert.Empty(UnawareRules.Of(kaz, [fresh, late], Noon.AddHours(9)));
    }

    private static InboxItem Take(Notice later, InboxItem earlier) => new(later, null, null, Overtaking.Of(later, earlier));

    private static Slot At(int hour) => new(Interval.Of(new(2019, 9, 24, hour, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(20)), VenueId.Parse("booth-03"));

    private static Notice Notice(int minute, string kind, Slot? was, Slot? now) =>
        new(NoticeId.Parse($"{minute:x16}-{Id}"), Id, 1, Noon.AddMinutes(minute), kind, "Desk", "", was, now, [], false);
}
