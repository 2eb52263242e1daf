using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Domain.Notices;
using SummitHub.Grains.Delegations;

namespace SummitHub.Grains.Tests.Delegations;

public class DelegationInboxTests
{
    [Fact]
    public void A_full_inbox_lets_the_oldest_acknowledged_go_first_and_then_the_oldest()
    {
        var inbox = new DelegationInbox().With([.. Enumerable.Range(0, Inbox.MostItems).Select(Notice)], 500);
        foreach (var i in new[] { 100, 101, 102 }) inbox = inbox.Acknowledged(Notice(i).Id, "Aliya", DateTimeOffset.UnixEpoch);
        inbox = inbox.With([Notice(500), Notice(501)], 502);
        Assert.Equal(Inbox.MostItems, inbox.Items.Length);
        Assert.Equal((true, false, false, true), (inbox.Holds(Notice(0).Id), inbox.Holds(Notice(100).Id), inbox.Holds(Notice(101).Id), inbox.Holds(Notice(102).Id)));
        inbox = inbox.With([Notice(502), Notice(503)], 504);
        Assert.Equal((false, true, false), (inbox.Holds(Notice(0).Id), inbox.Holds(Notice(1).Id), inbox.Holds(Notice(102).Id)));
        Assert.Equal((504, Notice(503).Id), (inbox.Cursor, inbox.View(Escalation.Usual, DateTimeOffset.UnixEpoch).Items[0].Notice.Id));
    }

    [Fact]
    public void A_cursor_that_moves_on_over_nothing_is_no_revision()
    {
        var inbox = new DelegationInbox().With([], 7);
        Assert.Equal((7, 0), (inbox.Cursor, inbox.Revision));
    }

    private static Notice Notice(int number) =>
        new(NoticeId.Parse($"{number}-0-m"), null, 1, DateTimeOffset.UnixEpoch, "moved", "Desk", "", null, null, [], false);
}
