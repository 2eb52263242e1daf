using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme.Rules;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>
/// Cuts a refusal to what the asker may read. What he may not know of is unavailable then, and looks the same whether it is a meeting, a
/// commitment, a hold or an absence: only what he asked for himself is said.
/// </summary>
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

    private static Violation Cut(Draft draft, Violation violation, Interval asked, VenueId? venue)
    {
        var obstacle = violation.Obstacle;
        var mayRead = violation.Rule switch
        {
            _ when draft.Actor.Role == Role.System => true,
            _ when obstacle.Meeting is { } id => Standing.MayKnow(draft.Actor, draft.Meeting(id)!),
            _ when obstacle.Commitment is { } id => Audience.Of(draft.Actor) is { } a && SightRules.MaySee(a, draft.Commitment(id)!.Commitment, draft.Setting.Principal),
            RefusalReason.PrincipalNotPresentThen or RefusalReason.PrincipalHasTooManyMeetingsThatDay =>
                draft.Actor.Role == Role.Desk || draft.Setting.Principal(obstacle.Principal!.Value)?.Delegation == draft.Actor.Delegation,
            _ => true,
        };
        if (mayRead) return violation;
        return violation.Rule is RefusalReason.RoomTakenThen or RefusalReason.RoomNeedsItsGap or RefusalReason.DelegationsAreKeptApart
            ? new Violation(RefusalReason.RoomUnavailableThen, new Obstacle(null, null, null, venue, asked))
            : new Violation(RefusalReason.PartyUnavailableThen, new Obstacle(null, null, obstacle.Principal, null, asked));
    }

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
            RefusalReason.RoomTakenThen => $"{o.Venue} is taken then by meeting {o.Meeting}{when}.",
            RefusalReason.RoomNeedsItsGap => $"{o.Venue} needs its rest before or after meeting {o.Meeting}{when}.",
            RefusalReason.VenueNotOpenThen => $"{o.Venue} is not open then{when}.",
            RefusalReason.VenueClosedThen => $"{o.Venue} has been closed{when}.",
            RefusalReason.RoomTooSmall => $"{o.Venue} has not enough seats.",
            RefusalReason.InterpreterAlreadyWorkingThen => $"An interpreter works in meeting {o.Meeting} then{when}.",
            RefusalReason.DelegationsAreKeptApart => o.Meeting is null ? "These delegations are kept apart." : $"Delegations that are kept apart would be near each other: meeting {o.Meeting}{when}.",
            RefusalReason.MeetingSpansTwoDays => "A meeting starts and ends on one local day.",
            RefusalReason.RoomUnavailableThen => $"The room is unavailable then{when}.",
            _ => $"The party is unavailable then{when}.",
        };
    }
}
