using System.Collections.Immutable;
using System.Text.Json;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Notices;

/// <summary>One event as a notice would tell it to one of the meeting's sides.</summary>
internal sealed record NoticeFact(Meeting Meeting, NoticeKind Kind, string Reason, Slot? Was, Slot? Is)
{
    /// <summary>Reads an event; null for one that is no notice to this side.</summary>
    public static NoticeFact? Of(MeetingEvent happened, Meeting meeting, DelegationCode recipient, Func<MeetingId, Meeting?> meetings) => happened switch
    {
        MeetingRequested => new(meeting, NoticeKind.Requested, "", null, null),
        SideAccepted => new(meeting, NoticeKind.Accepted, "", null, meeting.Planned),
        RequestDeclined declined => new(meeting, NoticeKind.Declined, declined.Reason, null, null),
        RequestWithdrawn => new(meeting, NoticeKind.Withdrawn, "", null, null),
        SlotProposed proposed => new(meeting, NoticeKind.Proposed, proposed.Reason, meeting.Planned, proposed.Slot),
        ProposalDropped dropped => new(meeting, NoticeKind.ProposalDropped, dropped.Reason, null, meeting.Planned),
        SlotGiven given => new(meeting, KindOf(given.Change), given.Reason, given.From, given.To),
        MeetingPostponed postponed => new(meeting, NoticeKind.Postponed, postponed.Reason, null, null),
        MeetingCancelled cancelled => new(meeting, NoticeKind.Cancelled, cancelled.Reason, meeting.Planned, null),
        PrincipalSubstituted other => new(meeting, NoticeKind.PrincipalSubstituted, other.Reason, null, meeting.Planned),
        ExpectationChanged { Cause.Length: > 0 } late =>
            new(meeting, NoticeKind.Late, late.Cause, new(late.From, meeting.Planned?.Venue), new(late.To, meeting.Planned?.Venue)),
        ConflictRaised raised => new(meeting, NoticeKind.Conflict, Why(raised.Conflict, meeting, recipient, meetings), null, meeting.Planned),
        RecordNoted noted when noted.Sides.Any(s => s.Delegation == recipient) => new(meeting, NoticeKind.RecordOffered, "", null, null),
        _ => null,
    };

    /// <summary>A kind as it stands in notices.</summary>
    public static string NameOf(NoticeKind kind) => Names[(int)kind];

    /// <summary>The kinds as they stand in notices, the weightiest first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<NoticeKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static NoticeKind KindOf(SlotChange change) => change switch
    {
        SlotChange.Scheduled => NoticeKind.Scheduled,
        SlotChange.RoomChanged => NoticeKind.RoomChanged,
        SlotChange.Postponed => NoticeKind.Postponed,
        _ => NoticeKind.Moved,
    };

    /// <summary>
    /// The rule that is broken, as far as the side may know what by: of the other side's person no more than that he is unavailable. A
    /// block of its own person is its own, so that no commitment need be looked up.
    /// </summary>
    private static string Why(Violation conflict, Meeting meeting, DelegationCode recipient, Func<MeetingId, Meeting?> meetings)
    {
        var rule = conflict.Rule;
        if (conflict.Obstacle.Principal is null)
            rule = new Discretion(Audience.Of(recipient), meetings, _ => null, _ => null).Cut(conflict, null, null).Rule;
        else if (meeting.Terms.Parties.Any(p => p.Principal == conflict.Obstacle.Principal && p.Delegation != recipient))
            rule = RefusalReason.PartyUnavailableThen;
        return JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());
    }
}
