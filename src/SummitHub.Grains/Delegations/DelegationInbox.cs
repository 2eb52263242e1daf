using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Notices;

namespace SummitHub.Grains.Delegations;

/// <summary>What is stored of a delegation's inbox. The cursor over the log stands with the notices it led to, in one write: so each is there once.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DelegationInbox")]
internal sealed record DelegationInbox
{
    /// <summary>The position of the log up to which notices were derived.</summary>
    [Id(0)]
    public long Cursor { get; init; }

    /// <summary>How often the inbox has changed.</summary>
    [Id(1)]
    public long Revision { get; init; }

    /// <summary>The notices, oldest first.</summary>
    [Id(2)]
    public ImmutableArray<InboxItem> Items { get; init; } = [];

    /// <summary>The inbox with what the log holds up to a position.</summary>
    public DelegationInbox With(ImmutableArray<Notice> notices, long upTo) => notices.IsEmpty
        ? this with { Cursor = upTo }
        : this with { Cursor = upTo, Revision = Revision + 1, Items = Trimmed(Told(notices)) };

    /// <summary>The inbox with a notice taken note of; the same one where it was before, or is not there.</summary>
    public DelegationInbox Acknowledged(NoticeId notice, string by, DateTimeOffset at)
    {
        var index = IndexOf(notice);
        return index < 0 || Items[index].AcknowledgedAt is not null
            ? this
            : this with { Revision = Revision + 1, Items = Items.SetItem(index, Items[index] with { AcknowledgedBy = by, AcknowledgedAt = at }) };
    }

    /// <summary>Whether it holds a notice.</summary>
    public bool Holds(NoticeId notice) => IndexOf(notice) >= 0;

    /// <summary>Whether it held a notice in whose place a later one stands.</summary>
    public bool Overtook(NoticeId notice) =>
        !Holds(notice) && Items.Any(i => i.Overtaken is not null && Overtaking.SameMeeting(notice, i.Notice));

    /// <summary>The inbox as it is read.</summary>
    public Inbox View(TellingRules rules, DateTimeOffset now) =>
        new(Revision, Items.Count(i => i.AcknowledgedAt is null), [.. Items.Reverse().Select(i => i with { Pressing = Escalation.Of(i, rules, now) })]);

    /// <summary>What nobody has taken note of, the newest first, but for what is of records.</summary>
    public ImmutableArray<InboxItem> Open(TellingRules rules, DateTimeOffset now) =>
    [
        .. Items.Reverse().Where(i => i.AcknowledgedAt is null && !Overtaking.IsOfRecord(i.Notice)).Select(i => i with { Pressing = Escalation.Of(i, rules, now) }),
    ];

    private ImmutableArray<InboxItem> Told(ImmutableArray<Notice> notices)
    {
        var items = Items.ToList();
        foreach (var notice in notices)
        {
            Overtaken? overtaken = null;
            var before = items.FindLastIndex(i => (overtaken = Overtaking.Of(notice, i)) is not null);
            if (before >= 0) items.RemoveAt(before);
            items.Add(new InboxItem(notice, null, null, overtaken));
        }
        return [.. items];
    }

    private int IndexOf(NoticeId notice)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].Notice.Id == notice) return i;
        }

        return -1;
    }

    /// <summary>Acknowledged ones go first, the oldest of them first; then the oldest.</summary>
    private static ImmutableArray<InboxItem> Trimmed(ImmutableArray<InboxItem> items)
    {
        var spare = items.Length - Inbox.MostItems;
        if (spare <= 0) return items;
        var acknowledged = Math.Min(spare, items.Count(i => i.AcknowledgedAt is not null));
        items = items.RemoveAll(i => i.AcknowledgedAt is not null && acknowledged-- > 0);
        return items.Length <= Inbox.MostItems ? items : items.RemoveRange(0, items.Length - Inbox.MostItems);
    }
}

/// <summary>What is stored of a delegation's people.</summary>
[GenerateSerializer, Immutable, Alias("summithub.DelegationPeople")]
internal sealed record DelegationPeople
{
    /// <summary>The most people on a delegation's staff.</summary>
    public const int MostStaff = 500;

    /// <summary>The staff, in the order in which they came.</summary>
    [Id(0)]
    public ImmutableArray<Actor> Staff { get; init; } = [];

    /// <summary>The staff with somebody on it, or as he is now.</summary>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public DelegationPeople With(Actor member)
    {
        var index = Staff.Select(s => s.Id).ToList().IndexOf(member.Id);
        if (index >= 0) return Staff[index] == member ? this : this with { Staff = Staff.SetItem(index, member) };
        if (Staff.Length >= MostStaff) throw new InvalidOperationException($"A delegation has at most {MostStaff} people on its staff.");
        return this with { Staff = Staff.Add(member) };
    }
}
