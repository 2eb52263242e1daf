using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Load.Servers;
using SummitHub.Load.Timetable;

namespace SummitHub.Load.Week;

/// <summary>Gives each waiting request a place or a reason, by asking the programme for one slot after another and reading its refusals.</summary>
internal sealed class WaitingList(WeekRun run)
{
    private const int StepMinutes = 5;

    /// <summary>Requests that got a place, with the words of where.</summary>
    public Dictionary<string, string> Placed { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests without a place by the rules, and what was in the way how often.</summary>
    public Dictionary<string, string> Unplaced { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests that the other side declined.</summary>
    public Dictionary<string, string> Declined { get; } = new(StringComparer.Ordinal);

    /// <summary>Goes through the list in the order of priority.</summary>
    public async Task Place(CancellationToken stop)
    {
        foreach (var (request, reason) in run.Inputs.Week.Waiting.Select(one => (run.Requests[one.RequestId], one.Reason)).OrderBy(one => one.Item1.Priority))
        {
            await run.Must(Actors.Of(request.Requester, Role.ControlOfficer).Asks($"ask-{request.Id}", run.Summit.Asking(request)), stop);
            var other = Actors.Of(request.Requested, Role.ControlOfficer);
            if (reason == "declined_by_requested")
            {
                await run.Must(other.Asks($"no-{request.Id}", new Decline(MeetingId.Parse(request.Id), null, reason)), stop);
                Declined.Add(request.Id, reason);
                continue;
            }

            await run.Must(other.Asks($"yes-{request.Id}", new Accept(MeetingId.Parse(request.Id), null, null)), stop);
            await Search(request, stop);
        }
    }

    private async Task Search(MeetingRequest request, CancellationToken stop)
    {
        var inTheWay = new Dictionary<RefusalReason, int>();
        foreach (var (start, venues) in Starts(request))
        {
            foreach (var venue in venues)
            {
                var answer = await run.Ask(Actors.Desk.Asks($"place-{request.Id}-{inTheWay.Values.Sum()}",
                    new Schedule(MeetingId.Parse(request.Id), null, run.Summit.Slot(start, start + request.Length, venue), false)), stop);
                if (answer is Accepted)
                {
                    Placed.Add(request.Id, $"{start:MM-dd HH:mm} at {venue}");
                    return;
                }

                var no = ((Refused)answer).Refusal.Reason;
                inTheWay[no] = inTheWay.GetValueOrDefault(no) + 1;
                if (IsOfThePerson(no)) break;
            }
        }

        Unplaced.Add(request.Id, string.Join(", ", inTheWay.OrderByDescending(one => one.Value).Select(one => $"{one.Key} {one.Value} times")));
    }

    // Whether another room at the same hour would be refused as well.
    private static bool IsOfThePerson(RefusalReason reason) => reason is RefusalReason.PrincipalAlreadyMeetingThen
        or RefusalReason.PrincipalCommittedThen or RefusalReason.PrincipalNotPresentThen or RefusalReason.PrincipalHasTooManyMeetingsThatDay
        or RefusalReason.MeetingSpansTwoDays or RefusalReason.OutsideTheSummit;

    private IEnumerable<(DateTimeOffset Start, IReadOnlyList<string> Venues)> Starts(MeetingRequest request)
    {
        var venues = Venues(request);
        foreach (var window in request.Windows)
        {
            for (var start = window.Start; start + request.Length <= window.End; start = start.AddMinutes(StepMinutes)) yield return (start, venues);
        }
    }

    // The kind that was asked for goes first; a booth and a lounge do for each other, and the houses of the two for everything.
    private string[] Venues(MeetingRequest request)
    {
        var kind = request.VenueNeed.Kind;
        return [.. run.Inputs.Venues.Values
            .Where(venue => venue.Seats >= request.People && (venue.Owner is null ? venue.Bookable : venue.Owner == request.Requester || venue.Owner == request.Requested))
            .OrderBy(venue => venue.Kind == kind ? 0 : venue.Kind is "booth" or "lounge" or "conference_room" or "meeting_room" ? 1 : 2)
            .ThenBy(venue => venue.Id, StringComparer.Ordinal)
            .Select(venue => venue.Id)];
    }
}
