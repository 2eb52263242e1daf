using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>Where a meeting is, or would be, and when: what is held to the rules.</summary>
/// <param name="Meeting">The meeting, with its people and interpreters.</param>
/// <param name="Start">The first tick inside.</param>
/// <param name="End">The first tick after.</param>
/// <param name="Site">The place; null where it is not known.</param>
internal readonly record struct Place(Meeting Meeting, long Start, long End, Site? Site)
{
    /// <summary>Where the meeting stands; null where it holds nothing.</summary>
    public static Place? Of(Meeting meeting, Setting setting) =>
        meeting.HoldsTime && meeting.Expected is { } when
            ? new Place(meeting, when.Start.Ticks, when.End.Ticks, setting.Site(meeting.Planned?.Venue))
            : null;

    /// <summary>Where it is proposed to stand; null where nothing is proposed.</summary>
    public static Place? Proposed(Meeting meeting, Setting setting) =>
        meeting.Proposal is { Slot: var slot }
            ? new Place(meeting, slot.When.Start.Ticks, slot.When.End.Ticks, setting.Site(slot.Venue))
            : null;
}
