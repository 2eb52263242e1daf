using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Load.Timetable;

/// <summary>A week as the product is told of it.</summary>
internal sealed class SummitOfWeek(Inputs inputs, Shift shift)
{
    /// <summary>The summit to found.</summary>
    public Summit Summit(string id) => new(
        SummitId.Parse(id), inputs.Week.Event, shift.TimeZone, shift.On(inputs.Week.From), LastDay,
        [.. inputs.City.Zones.Select(zone => new Contracts.Summits.Zone(ZoneId.Parse(zone.Id), zone.Id, zone.IsInside, zone.IsInside))],
        [.. inputs.Venues.Values.Select(Venue)], Travel(inputs.City.Travel),
        [.. inputs.Week.Delegations.Select(one => new Contracts.Summits.Delegation(DelegationCode.Parse(one.Code), null, one.Kind, [new("en", one.NameEn)], []))],
        [.. inputs.Week.Delegations.SelectMany(side => side.Principals.Select(one => Principal(side, one)))],
        Rules(inputs.Rules));

    // Speeches go on after the last day of meetings.
    private DateOnly LastDay => inputs.Week.Commitments
        .Select(one => shift.On(DateOnly.FromDateTime(one.End.DateTime))).Append(shift.On(inputs.Week.To)).Max();

    /// <summary>The blocks that are no meetings; a speech is in the series of its sitting.</summary>
    public IEnumerable<Contracts.Programme.Commitment> Commitments()
    {
        var speeches = inputs.Week.Delegations.Where(one => one.GeneralDebate is { Order: not null })
            .ToDictionary(one => $"statement-{one.Code.ToLowerInvariant()}", one => one.GeneralDebate!, StringComparer.Ordinal);
        return inputs.Week.Commitments.Select(one =>
        {
            var speech = speeches.GetValueOrDefault(one.Id);
            return new Contracts.Programme.Commitment(
                CommitmentId.Parse(one.Id), one.Kind, [.. one.PrincipalIds.Select(PrincipalId.Parse)], When(one.Start, one.End),
                one.VenueId is { } venue ? VenueId.Parse(venue) : null, speech is null ? null : $"{speech.Date:O}/{speech.Sitting}", speech?.Order ?? 0, true, true);
        });
    }

    /// <summary>What a request is about, apart from time and place.</summary>
    public static MeetingTerms Terms(MeetingRequest request) => new(
        [
            new(DelegationCode.Parse(request.Requester), PrincipalId.Parse(request.RequesterPrincipal), request.PartySize?.Requester ?? 0),
            new(DelegationCode.Parse(request.Requested), PrincipalId.Parse(request.RequestedPrincipal), request.PartySize?.Requested ?? 0),
        ],
        MeetingFormat.Bilateral, Visibility.Ordinary, [.. request.Interpretation.Pairs], request.Media, [], null);

    /// <summary>The request, as the side that asks enters it.</summary>
    public RequestMeeting Asking(MeetingRequest request) => new(
        MeetingId.Parse(request.Id), Terms(request), request.DurationMinutes,
        [.. request.Windows.Select(window => When(window.Start, window.End))], request.VenueNeed.Kind == "any" ? null : Kind(request.VenueNeed.Kind));

    /// <summary>A time and place.</summary>
    public Slot Slot(DateTimeOffset start, DateTimeOffset end, string venue) => new(When(start, end), VenueId.Parse(venue));

    /// <summary>A time.</summary>
    public Interval When(DateTimeOffset start, DateTimeOffset end) => new(shift.At(start), shift.At(end));

    private static Contracts.Summits.Venue Venue(Venue venue) => new(
        VenueId.Parse(venue.Id), venue.Name, ZoneId.Parse(venue.Zone), Kind(venue.Kind), venue.Seats, venue.ParallelMeetings, venue.Bookable,
        venue.Opens, venue.Closes, venue.Owner is { } owner ? DelegationCode.Parse(owner) : null, [], []);

    private static VenueKind Kind(string kind) => Enum.Parse<VenueKind>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static Travel Travel(TravelFile travel) => new(
        [.. travel.Matrix.Select(row => new TravelLeg(ZoneId.Parse(row.From), ZoneId.Parse(row.To), row.WalkMinutes, row.DriveMinutes))],
        travel.CheckpointMinutes.FromOutsideToInside, travel.CheckpointMinutes.FromInsideToOutside, travel.CheckpointMinutes.HeadOfStateFromOutsideToInside, true);

    private Contracts.Summits.Principal Principal(Delegation side, Principal one) => new(
        PrincipalId.Parse(one.PrincipalId), DelegationCode.Parse(side.Code), one.Name, null, one.Title, Enum.Parse<Level>(one.Level), When(one.PresentFrom, one.PresentTo));

    private static RulePack Rules(RulesFile rules) => new(
        rules.Name, rules.RoomGapMinutes, rules.PersonBufferMinutes, [.. rules.Travel.FastLaneLevels.Select(Enum.Parse<Level>)],
        rules.Travel.CheckedForGapsUnderMinutes, [.. rules.MeetingsADay.Select(cap => new LevelCap(Enum.Parse<Level>(cap.Key), cap.Value))],
        [.. rules.MeetingsADayOf.Select(cap => new PersonCap(PrincipalId.Parse(cap.Key), cap.Value))], [], rules.SameCalendarDay,
        [.. rules.DurationsMinutes], [], 60, rules.Estimated);
}
