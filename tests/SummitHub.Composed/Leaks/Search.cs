using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>
/// Looks for leaks of a confidential meeting at every door of a running server while it is created, prepared, moved and concluded: in what is said, in statuses and
/// sizes, in what changes, and in the time that answers take.
/// </summary>
/// <param name="server">The server, with nobody else on it.</param>
/// <param name="samples">Pairs that are timed at each door; zero for none.</param>
/// <param name="guesses">Names that are guessed at each door by each observer.</param>
/// <param name="chance">Where all chance comes from.</param>
/// <param name="say">Told what is done.</param>
/// <param name="only">The doors that are tried; null for all.</param>
internal sealed partial class Search(ComposedServer server, int samples, int guesses, Random chance, Action<string> say, Func<Door, bool>? only = null)
{
    private readonly Findings _findings = new();

    /// <summary>Looks everywhere.</summary>
    public async Task<SearchReport> RunAsync(CancellationToken stop)
    {
        ImmutableArray<Door> doors = [.. DoorList.Of(server.Services).Where(only ?? (_ => true))];
        var methods = DoorList.OfHubs(server.Services);
        var observers = await Cast.EnterAsync(server);
        using var meeting = await SecretMeeting.OfAsync(server);
        using var officer = await Caller.SignInAsync(server, "desk");
        var board = await officer.ReadAsync($"{Caller.Api}/programme?day={Fill.Day}");
        var at = board.GetProperty("clock").GetProperty("summitTime").GetDateTimeOffset();
        var verbs = await VerbsAsync(doors, stop);
        say($"{doors.Length} doors, {methods.Length} methods of hubs, {verbs.Length} verbs, {observers.Length} observers");

        var (steps, pairs, hubs) = (new Steps(doors, at, _findings), new Pairs(doors, verbs, at, _findings), new HubTries(server, methods, _findings));
        var clockwork = new Clockwork(doors, verbs, at, _findings, chance);
        foreach (var (step, act) in meeting.Steps)
        {
            if (step == "concluded") await TimeAsync(clockwork, observers, meeting, stop);
            foreach (var observer in observers) await steps.LookAsync(observer, meeting, null, stop);
            await ActAsync(observers, meeting, step, act, stop);
            foreach (var observer in observers) await steps.LookAsync(observer, meeting, step, stop);
            var cursor = (await officer.ReadAsync($"{Caller.Api}/programme?day={Fill.Day}")).GetProperty("cursor").GetString()!;
            foreach (var observer in observers)
            {
                await pairs.TryAsync(observer, meeting, stop);
                await hubs.TryAsync(observer, meeting, cursor, stop);
            }

            say($"{step}: {observers.Sum(o => o.Calls) + hubs.Calls} tries, {_findings.All.Length} leaks");
        }

        foreach (var observer in observers) await pairs.GuessAsync(observer, meeting, chance, guesses, stop);
        var calls = observers.Sum(o => o.Calls) + hubs.Calls;
        foreach (var observer in observers) observer.Dispose();
        return new(doors.Length, methods.Length, observers.Length, calls, clockwork.Timed, clockwork.Suspected, _findings.All);
    }

    private async Task TimeAsync(Clockwork clockwork, ImmutableArray<Observer> observers, SecretMeeting meeting, CancellationToken stop)
    {
        if (samples == 0) return;
        foreach (var observer in observers)
        {
            await clockwork.NamesAsync(observer, meeting, samples, stop);
            say($"{observer.Name}: {clockwork.Timed} doors timed, {clockwork.Suspected} looked at twice, {_findings.All.Length} leaks");
        }

        await clockwork.PresenceAsync(observers, meeting, samples, stop);
        say($"on its day and away from it: {clockwork.Timed} doors timed, {clockwork.Suspected} looked at twice, {_findings.All.Length} leaks");
    }

    /// <summary>Does something with the meeting while every board is open that somebody may open.</summary>
    private async Task ActAsync(ImmutableArray<Observer> observers, SecretMeeting meeting, string step, Func<Task> act, CancellationToken stop)
    {
        var lines = new List<(Observer Who, OpenLine Line)>();
        try
        {
            foreach (var observer in observers)
                if (await OpenLine.OpenAsync(server, observer, stop) is { } line) lines.Add((observer, line));
            var before = await Task.WhenAll(lines.Select(one => one.Line.UntilNextBeatAsync(stop)));
            await act();
            var after = await Task.WhenAll(lines.Select(one => one.Line.UntilNextBeatAsync(stop)));
            for (var i = 0; i < lines.Count; i++)
            {
                var who = lines[i].Who;
                _findings.Look(who.Name, "HUB pushes", "", after[i].Told, meeting.Markers);
                if (!who.SeesHolds && after[i].Version != before[i].Version)
                    _findings.Add(who.Name, "HUB pushes", $"shows that it was {step}", $"version {before[i].Version}, then {after[i].Version}: {after[i].Told}");
            }
        }
        finally
        {
            foreach (var (_, line) in lines) await line.DisposeAsync();
        }
    }

    /// <summary>The verbs that doors take, as they themselves say to who asks for another.</summary>
    private async Task<ImmutableArray<string>> VerbsAsync(ImmutableArray<Door> doors, CancellationToken stop)
    {
        using var http = server.Client(await Caller.CookieAsync(server, "LSO"));
        var verbs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var door in doors.Where(d => d.Blanks.Any(b => b.Name == "verb")))
        {
            using var call = Tries.Of(door, SecretMeeting.Nowhere, default, ["unheard-of"]).First().Message();
            using var answer = await http.SendAsync(call, stop);
            var said = await answer.Content.ReadAsStringAsync(stop);
            if (answer.StatusCode != HttpStatusCode.NotFound || Known().Match(said) is not { Success: true } known)
                throw new InvalidOperationException($"{door.Name} does not say which verbs it takes, so they cannot be tried: {said}");
            verbs.UnionWith(known.Groups["verbs"].Value.Split(", "));
        }

        return [.. verbs];
    }

    [GeneratedRegex("knows the verbs (?<verbs>[a-z-]+(, [a-z-]+)*)")]
    private static partial Regex Known();
}

/// <summary>What a search found.</summary>
/// <param name="Doors">Doors that were tried.</param>
/// <param name="HubMethods">Methods of hubs that were tried.</param>
/// <param name="Observers">Who tried them.</param>
/// <param name="Tries">Calls that were made.</param>
/// <param name="Timed">Doors that were timed, each for one observer.</param>
/// <param name="Suspected">Those of them that were sampled twice.</param>
/// <param name="Leaks">What was found.</param>
internal sealed record SearchReport(int Doors, int HubMethods, int Observers, int Tries, int Timed, int Suspected, ImmutableArray<Finding> Leaks);
