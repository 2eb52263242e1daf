using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SummitHub.Composed.Servers;

namespace SummitHub.Composed.Leaks;

/// <summary>Every method of every hub, with every argument in turn: scopes that hold the meeting, its name, a cursor of somebody who sees it.</summary>
internal sealed class HubTries(ComposedServer server, ImmutableArray<MethodInfo> methods, Findings findings)
{
    // A line that asks for snapshots without end is told to wait.
    private const int MostOnOneLine = 18;

    /// <summary>How many calls were made, lines that were refused included.</summary>
    public int Calls { get; private set; }

    /// <summary>Tries all methods as one observer.</summary>
    public async Task TryAsync(Observer observer, SecretMeeting meeting, string stolenCursor, CancellationToken stop)
    {
        foreach (var method in methods)
        {
            var (real, nowhere) = (Arguments(method, meeting.Id, stolenCursor), Arguments(method, SecretMeeting.Nowhere, stolenCursor));
            foreach (var some in real.Zip(nowhere).Chunk(MostOnOneLine / 2))
            {
                await using var line = LineOf(server, observer);
                Calls++;
                if (!await OpensAsync(line, stop)) return;
                foreach (var (there, none) in some) await CompareAsync(line, observer, method, meeting, there, none, stop);
            }
        }
    }

    /// <summary>A line to the boards' hub with what an observer carries.</summary>
    public static HubConnection LineOf(ComposedServer server, Observer observer) => new HubConnectionBuilder()
        .WithUrl(new Uri(server.Address, "/hubs/board"), http => { if (observer.Cookie is { } cookie) http.Headers.Add("Cookie", cookie); })
        .Build();

    /// <summary>Whether a line is taken.</summary>
    public static async Task<bool> OpensAsync(HubConnection line, CancellationToken stop)
    {
        try
        {
            await line.StartAsync(stop);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task CompareAsync(HubConnection line, Observer observer, MethodInfo method, SecretMeeting meeting, object?[] there, object?[] none, CancellationToken stop)
    {
        var door = $"HUB {method.DeclaringType!.Name}.{method.Name}";
        var (sent, told) = (JsonSerializer.Serialize(there), await AskAsync(line, method, there, stop));
        findings.Look(observer.Name, door, sent, told, meeting.Markers);
        var otherwise = await AskAsync(line, method, none, stop);
        findings.Look(observer.Name, door, JsonSerializer.Serialize(none), otherwise, meeting.Markers);
        if (told.Replace(meeting.Id, "#", StringComparison.Ordinal) != otherwise.Replace(SecretMeeting.Nowhere, "#", StringComparison.Ordinal))
            findings.Add(observer.Name, door, "tells by its words", $"{sent} -> {told}\nbut {otherwise}");
    }

    private async Task<string> AskAsync(HubConnection line, MethodInfo method, object?[] arguments, CancellationToken stop)
    {
        Calls++;
        try
        {
            return Answered.Still(JsonSerializer.Serialize(await line.InvokeCoreAsync(method.Name, typeof(JsonElement), arguments, stop)));
        }
        catch (HubException no)
        {
            return no.Message;
        }
    }

    /// <summary>The usual arguments, then each of the others in its place.</summary>
    private static IEnumerable<object?[]> Arguments(MethodInfo method, string target, string cursor)
    {
        var candidates = method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => Candidates(p, target, cursor)).ToArray();
        yield return [.. candidates.Select(c => c[0])];
        for (var at = 0; at < candidates.Length; at++)
            foreach (var other in candidates[at].Skip(1))
                yield return [.. candidates.Select((c, i) => i == at ? other : c[0])];
    }

    private static object?[] Candidates(ParameterInfo parameter, string target, string cursor)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(string) && parameter.Name == "cursor") return [null, cursor, target, ""];
        if (type == typeof(string)) return ["all", $"day:{Fill.Day}", "delegation:LSO", "delegation:SWZ", "venue:booth-16", $"venue:{target}", $"meeting:{target}", target, ""];
        if (type == typeof(long) || type == typeof(int)) return [0, 1, int.MaxValue];
        if (type == typeof(bool)) return [false, true];
        var text = new Fill(target, "LSO", default, "").Text(parameter.Name!, type);
        return text == target ? [target] : [text, target];
    }
}
