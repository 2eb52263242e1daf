using System.Collections.Immutable;

namespace SummitHub.Composed.Leaks;

/// <summary>
/// What every door shows before something is done with the meeting and after: the same. Two exceptions, by name: who asks when somebody is busy is
/// told so, and the desk sees plain blocks; and what tells a caller of his own calls, the list of passes and the audit, goes on by itself.
/// </summary>
internal sealed class Steps(ImmutableArray<Door> doors, DateTimeOffset at, Findings findings)
{
    private static readonly string[] Told = ["/busy", "/access", "/people", "/audit"];
    private readonly Dictionary<(Observer Who, string Path, bool IsPage), Answered> _before = [];

    /// <summary>Looks at every door that only reads.</summary>
    /// <param name="observer">Who looks.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="step">What was done since he looked last; null the first time.</param>
    /// <param name="stop">Gives up.</param>
    public async Task LookAsync(Observer observer, SecretMeeting meeting, string? step, CancellationToken stop)
    {
        if (observer.SeesHolds) return;
        foreach (var call in doors.Where(IsQuiet).SelectMany(door => Tries.Of(door, SecretMeeting.Nowhere, at, [])).DistinctBy(call => (call.Path, call.Door.IsPage)))
        {
            var now = await observer.AskAsync(call, stop);
            findings.Look(observer.Name, call.Door.Name, call.ToString(), now.Headers + now.Body, meeting.Markers);
            if (step is not null && _before.TryGetValue((observer, call.Path, call.Door.IsPage), out var before) && now != before)
                findings.Add(observer.Name, call.Door.Name, $"shows that it was {step}", $"{call} -> {before}\nand then {now}");
            _before[(observer, call.Path, call.Door.IsPage)] = now;
        }
    }

    private static bool IsQuiet(Door door) => door.Reads && !Told.Any(told => door.Pattern.EndsWith(told, StringComparison.Ordinal));
}
