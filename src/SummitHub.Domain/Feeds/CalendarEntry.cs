using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Feeds;

/// <summary>A meeting as a calendar holds it: one entry for as long as the meeting is known, whatever becomes of it (RFC 5545, 3.8.7.4).</summary>
/// <param name="Meeting">The meeting as the reader may know it.</param>
/// <param name="Sequence">How often it was revised, from zero.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="When">When it is held; where it holds no time any more, when it would have been.</param>
/// <param name="Venue">Where; of one that holds no time any more, where it would have been.</param>
/// <param name="ChangedIn">The place in the log of the entry that last changed it.</param>
public sealed record CalendarEntry(MeetingRow Meeting, long Sequence, EntryStanding Standing, Interval When, VenueId? Venue, long ChangedIn)
{
    /// <summary>The name of its entry in every calendar, for ever (RFC 7986, 5.3).</summary>
    /// <param name="summit">The summit, since names of meetings are its own.</param>
    public string Uid(SummitId summit) => $"{Meeting.Id}@{summit}.summithub";
}

/// <summary>Whether a meeting in a calendar holds (RFC 5545, 3.8.1.11).</summary>
public enum EntryStanding
{
    /// <summary>It may still be evicted, or was put off to a slot that nobody has confirmed.</summary>
    Tentative,

    /// <summary>It holds.</summary>
    Confirmed,

    /// <summary>It is not held, at least not then.</summary>
    Cancelled,
}
