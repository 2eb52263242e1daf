using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Puts a refusal into words, cut to what the asker may read.</summary>
internal static class Cutting
{
    public static Refusal Refuse(Draft draft, Placing placing, List<Violation> violations)
    {
        var meeting = draft.Meeting(placing.Meeting)!;
        var place = (placing.Proposed ? Place.Proposed(meeting, draft.Setting) : Place.Of(meeting, draft.Setting))!.Value;
        var asked = Spans.Of(place.Start, place.End);
        return Refuse(placing.Meeting, [.. violations.Select(v => Cut(draft, v, asked, place.Site?.Id)).Distinct()]);
    }

    public static Refusal Refuse(Draft draft, Commitment commitment, Violation violation) =>
        Refuse(null, [Cut(draft, violation, commitment.When, commitment.Venue)]);

    private static Refusal Refuse(MeetingId? meeting, ImmutableArray<Violation> violations) =>
        new(violations[0].Rule, Sentence(violations[0]), meeting, [.. violations.Select(v => v.Obstacle)]);

    private static Violation Cut(Draft draft, Violation violation, Interval asked, VenueId? venue) => draft.Actor.Role == Role.System
        ? violation
        : new Discretion(Audience.Of(draft.Actor), draft.Meeting, draft.Commitment, draft.Setting.Principal).Cut(violation, asked, venue);

    private static string Sentence(Violation violation)
    {
        var (o, when) = (violation.Obstacle, violation.Obstacle.When is { } w ? $" ({w.Start:yyyy-MM-dd HH:mm} to {w.End:HH:mm} UTC)" : "");
        return violation.Rule switch
        {
            RefusalReason.PrincipalAlreadyMeetingThen => $"{o.Principal} holds meeting {o.Meeting} then{when}.",
            RefusalReason.PrincipalCommittedThen => $"{o.Principal} is committed then by {o.Commitment}{when}.",
            RefusalReason.PrincipalNotPresentThen => $"{o.Principal} is in town only{when}.",
            RefusalReason.PrincipalCannotTravelInTime => $"{o.Principal} has no time for the way to or from {o.Meeting?.Value ?? o.Commitment?.Value}{when}.",
            RefusalReason.PrincipalHasTooManyMeetingsThatDay => $"{o.Principal} would hold more meetings that day than the rules allow.",
            RefusalReason.RoomTakenThen => $"{o.Venue} is taken then by {Taker(o)}{when}.",
            RefusalReason.RoomNeedsItsGap => $"{o.Venue} needs its rest before or after {Taker(o)}{when}.",
            RefusalReason.VenueNotOpenThen => $"{o.Venue} is not open then{when}.",
            RefusalReason.VenueClosedThen => $"{o.Venue} has been closed{when}.",
            RefusalReason.RoomTooSmall => $"{o.Venue} has not enough seats.",
            RefusalReason.InterpreterAlreadyWorkingThen => $"An interpreter is taken then by {Taker(o)}{when}.",
            RefusalReason.DelegationsAreKeptApart =>
                o is { Meeting: null, Commitment: null } ? "These delegations are kept apart." : $"Delegations that are kept apart would be near each other: {Taker(o)}{when}.",
            RefusalReason.MeetingSpansTwoDays => "A meeting starts and ends on one local day.",
            RefusalReason.RoomUnavailableThen => $"The room is unavailable then{when}.",
            RefusalReason.InterpreterUnavailableThen => $"An interpreter is unavailable then{when}.",
            _ => $"The party is unavailable then{when}.",
        };
    }

    private static string Taker(Obstacle o) => o.Meeting is { } meeting ? $"meeting {meeting}" : $"the hold {o.Commitment}";
}
