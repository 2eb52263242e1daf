using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SummitHub.Contracts.Board;
using SummitHub.Domain.Access;
using SummitHub.Domain.Feeds;
using SummitHub.Server.Pages;

namespace SummitHub.Server.Feeds;

/// <summary>
/// Writes a calendar as iCalendar (RFC 5545), in the hours of the summit's town and with what its zone is. The same entries give the same
/// text to the letter, so that a calendar that has not changed is told so.
/// </summary>
/// <param name="naming">What things are called in the reader's language.</param>
/// <param name="home">Where pages of meetings are found.</param>
internal sealed class CalendarText(Naming naming, Uri home)
{
    private const string Product = "-//SummitHub//Programme//EN";

    /// <summary>How often readers are asked to look again (RFC 7986, 5.7).</summary>
    private const string LookAgain = "PT5M";

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(naming.Summit.TimeZone);

    /// <summary>Writes it.</summary>
    /// <param name="scope">Whose it is.</param>
    /// <param name="entries">What it holds.</param>
    /// <param name="changedAt">When the entry at a place of the log was decided.</param>
    public string Write(CalendarScope scope, ImmutableArray<CalendarEntry> entries, Func<long, DateTimeOffset> changedAt)
    {
        var calendar = new Calendar { ProductId = Product };
        calendar.AddProperty("X-WR-CALNAME", naming.List([naming.Whose(scope), naming.Summit.Title]));
        calendar.AddProperty("X-WR-TIMEZONE", naming.Summit.TimeZone);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", LookAgain);
        calendar.AddProperty("X-PUBLISHED-TTL", LookAgain);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(naming.Summit.TimeZone, naming.Summit.From.ToDateTime(TimeOnly.MinValue), includeHistoricalData: false));
        foreach (var entry in entries) calendar.Events.Add(Event(scope, entry, changedAt(entry.ChangedIn)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent Event(CalendarScope scope, CalendarEntry entry, DateTimeOffset changed) => new()
    {
        Uid = entry.Uid(naming.Summit.Id),
        Sequence = (int)Math.Min(entry.Sequence, int.MaxValue),
        Status = entry.Standing.ToString().ToUpperInvariant(),
        Transparency = entry.Standing == EntryStanding.Cancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
        // Without a METHOD both are when it was last revised (RFC 5545, 3.8.7.2).
        DtStamp = new CalDateTime(changed.UtcDateTime),
        LastModified = new CalDateTime(changed.UtcDateTime),
        Start = Local(entry.When.Start),
        End = Local(entry.When.End),
        Summary = Summary(scope, entry),
        Location = entry.Venue is { } venue ? naming.Venue(venue) : null,
        Description = Description(entry),
        Url = new Uri(home, $"/summits/{naming.Summit.Id}/meetings/{entry.Meeting.Id}"),
    };

    private CalDateTime Local(DateTimeOffset instant) => new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, zone).DateTime, DateTimeKind.Unspecified), naming.Summit.TimeZone);

    private string Summary(CalendarScope scope, CalendarEntry entry)
    {
        var row = entry.Meeting;
        var others = row.Parties.Where(p => p.Delegation != scope.Delegation && p.Principal != scope.Principal).Select(p => naming.Delegation(p.Delegation));
        var with = string.Join(naming.Words["list.and"], others);
        return entry.Standing == EntryStanding.Cancelled ? naming.Words.Because(Status(row), with) : with;
    }

    // Bilateral, confirmed. Was Tue 24, 10:00, booth 3: a late breakfast.
    private string Description(CalendarEntry entry)
    {
        var row = entry.Meeting;
        var lines = new List<string> { naming.List([naming.Called("format", row.Format), Status(row)]) };
        if (row.MovedFrom is { } was && entry.Standing != EntryStanding.Cancelled)
            lines.Add(naming.Words.Because(naming.Words.Say("moved.was", ("slot", naming.Slot(was, null))), BlockView.Cause(row.MoveReason, naming.Words)));
        else if (row.MoveReason.Length > 0) lines.Add(BlockView.Cause(row.MoveReason, naming.Words));
        return string.Join('\n', lines);
    }

    private string Status(MeetingRow row) => naming.Called("status", row.Status);
}
