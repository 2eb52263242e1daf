using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using SummitHub.Composed.Servers;
using SummitHub.Contracts.Board;

namespace SummitHub.Composed.Leaks;

/// <summary>A board that stays open while the meeting is created, moved and concluded: all that it is told is looked at, and the version that it stands at.</summary>
internal sealed class OpenLine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HubConnection _line;
    private readonly Channel<(string What, string Told)> _frames = Channel.CreateUnbounded<(string, string)>();

    private OpenLine(HubConnection line) => _line = line;

    /// <summary>Opens one; null for who is not let in.</summary>
    public static async Task<OpenLine?> OpenAsync(ComposedServer server, Observer observer, CancellationToken stop)
    {
        var open = new OpenLine(HubTries.LineOf(server, observer));
        foreach (var method in typeof(IBoardClient).GetMethods())
        {
            open._line.On(method.Name, [.. method.GetParameters().Select(_ => typeof(JsonElement))], told =>
            {
                open._frames.Writer.TryWrite((method.Name, JsonSerializer.Serialize(told)));
                // A board that does not say what it has shown is dropped after ten seconds.
                return method.Name == nameof(IBoardClient.Changed) ? open._line.SendAsync("Seen", ((JsonElement)told[0]!).GetProperty("to").GetInt64(), CancellationToken.None) : Task.CompletedTask;
            });
        }

        if (await HubTries.OpensAsync(open._line, stop))
        {
            await open._line.InvokeCoreAsync("Watch", typeof(JsonElement), ["unga74", "all", null], stop);
            return open;
        }

        await open.DisposeAsync();
        return null;
    }

    /// <summary>What it was told until the second beat from now: the beat after all that has happened already, and the version that it then stands at.</summary>
    /// <exception cref="TimeoutException">There was no beat.</exception>
    public async Task<(string Told, string Version)> UntilNextBeatAsync(CancellationToken stop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(Patience);
        var (told, version, beats) = (new List<string>(), "", 0);
        while (_frames.Reader.TryRead(out var before)) Keep(before);
        while (beats < 2)
        {
            if (!await ArrivedAsync(deadline.Token)) throw new TimeoutException($"A line that is {_line.State} heard no beat within {Patience}, but: {string.Join('\n', told)}");
            var frame = await _frames.Reader.ReadAsync(stop);
            Keep(frame);
            if (frame.What == nameof(IBoardClient.AsOf)) beats++;
        }

        return (string.Join('\n', told), version);

        void Keep((string What, string Told) frame)
        {
            told.Add($"{frame.What} {frame.Told}");
            if (frame.What == nameof(IBoardClient.AsOf)) version = JsonDocument.Parse(frame.Told).RootElement[1].GetRawText();
        }
    }

    private async Task<bool> ArrivedAsync(CancellationToken deadline)
    {
        try
        {
            return await _frames.Reader.WaitToReadAsync(deadline);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _line.DisposeAsync();
}
