using System.Collections.Immutable;

namespace SummitHub.Composed.Leaks;

/// <summary>
/// Every call at every door with the meeting's name and with one that nobody has: the two answers are the same to the byte, but for the name
/// that the caller gave himself. Where two answers for the name that nobody has differ as well, the door tells of something else each time, and only
/// statuses are compared.
/// </summary>
internal sealed class Pairs(ImmutableArray<Door> doors, ImmutableArray<string> verbs, DateTimeOffset at, Findings findings)
{
    /// <summary>Tries all doors as one observer.</summary>
    public async Task TryAsync(Observer observer, SecretMeeting meeting, CancellationToken stop)
    {
        foreach (var door in doors.Where(door => MayTry(observer, door)))
        {
            foreach (var (real, nowhere) in Tries.Of(door, meeting.Id, at, verbs).Zip(Tries.Of(door, SecretMeeting.Nowhere, at, verbs)).DistinctBy(p => p.First.ToString()))
                await CompareAsync(observer, meeting, real, nowhere, stop);
        }
    }

    /// <summary>Guesses names: each is answered as one that nobody has.</summary>
    public async Task GuessAsync(Observer observer, SecretMeeting meeting, Random chance, int guesses, CancellationToken stop)
    {
        foreach (var door in doors.Where(door => door.Reads && MayTry(observer, door)))
        {
            var nowhere = Tries.Of(door, SecretMeeting.Nowhere, at, verbs).First();
            if (!nowhere.Path.Contains(SecretMeeting.Nowhere, StringComparison.Ordinal)) continue;
            var expected = await observer.AskAsync(nowhere, stop);
            for (var i = 0; i < guesses; i++)
            {
                var guess = $"m-{chance.NextInt64(1L << 48):x12}";
                var answered = await observer.AskAsync(nowhere with { Path = nowhere.Path.Replace(SecretMeeting.Nowhere, guess, StringComparison.Ordinal) }, stop);
                findings.Look(observer.Name, door.Name, nowhere.ToString(), answered.Body, meeting.Markers);
                if (answered.Status != expected.Status || answered.Size != expected.Size) findings.Add(observer.Name, door.Name, "tells a guessed name", $"{guess}: {answered}");
            }
        }
    }

    // The sample's own switches are for the desk that runs it: they would set everything back.
    private static bool MayTry(Observer observer, Door door) => !observer.SeesHolds || !door.Pattern.StartsWith("/sample/", StringComparison.Ordinal);

    private async Task CompareAsync(Observer observer, SecretMeeting meeting, Try real, Try nowhere, CancellationToken stop)
    {
        var there = await observer.AskAsync(real, stop);
        findings.Look(observer.Name, real.Door.Name, real.ToString(), there.Headers + there.Body, meeting.Markers);
        if (real.ToString() == nowhere.ToString()) return;
        var none = await observer.AskAsync(nowhere, stop);
        findings.Look(observer.Name, nowhere.Door.Name, nowhere.ToString(), none.Headers + none.Body, meeting.Markers);
        if (there.Blotted(meeting.Id) == none.Blotted(SecretMeeting.Nowhere) && there.Size == none.Size) return;
        var again = await observer.AskAsync(nowhere, stop);
        var steady = again.Blotted(SecretMeeting.Nowhere) == none.Blotted(SecretMeeting.Nowhere);
        if (there.Status != none.Status && again.Status == none.Status) findings.Add(observer.Name, real.Door.Name, "tells by its status", $"{real} -> {there}\nbut {nowhere} -> {none}");
        else if (steady && there.Size != none.Size) findings.Add(observer.Name, real.Door.Name, "tells by its size", $"{real} -> {there}\nbut {nowhere} -> {none}");
        else if (steady) findings.Add(observer.Name, real.Door.Name, "tells by its words", $"{real} -> {there}\nbut {nowhere} -> {none}");
    }
}
