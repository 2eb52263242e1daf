using System.Text.Json.Nodes;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Timetable;

/// <summary>Holds the baseline of a week.json to its rule pack: nothing but fixed, real meetings may break a rule.</summary>
internal static class CheckVerb
{
    /// <summary><c>check FILE</c></summary>
    public static Verb Verb { get; } = new("check", "FILE: holds the baseline of a week.json to its rules", Run);

    private static Task<Outcome> Run(Options options, CancellationToken stop)
    {
        if (options.Files is not [var file]) throw new UsageException("check takes one week.json");
        var inputs = Inputs.Read(file);
        var requests = inputs.Week.Requests.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var meetings = inputs.Week.BaselineMeetings.Select(one => Placed(one, requests[one.RequestId])).ToArray();
        var real = inputs.Week.BaselineMeetings.Where(one => requests[one.RequestId].IsReal).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);

        var violations = new TimetableCheck(inputs).Find(meetings);
        foreach (var one in violations) Progress.Say(one.ToString());
        var ofFixed = violations.Count(one => one.Meetings.Any(real.Contains));
        return Task.FromResult(new Outcome(ofFixed == violations.Count, new JsonObject
        {
            ["meetings"] = meetings.Length,
            ["violations"] = violations.Count - ofFixed,
            ["violationsOfFixed"] = ofFixed,
        }));
    }

    private static PlacedMeeting Placed(BaselineMeeting meeting, MeetingRequest request) =>
        new(meeting.Id, [request.RequesterPrincipal, request.RequestedPrincipal], meeting.Start, meeting.End, meeting.VenueId);
}
