using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace SummitHub.Load.Fanout;

/// <summary>
/// One board on a real WebSocket, lean enough that thousands share a core with the server they watch: it speaks the hub's JSON protocol
/// by hand and looks at bytes. It acknowledges as the page does: at once, and then at most each second. (Rejected: HubConnection, which parses each frame into objects.)
/// </summary>
internal sealed class Board(Audience audience, Uri hub, string? summit, Recording? recording) : IDisposable
{
    private static readonly TimeSpan AcknowledgesEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PingsEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ClientWebSocket _socket = new();
    private FrameReader _reader = new();
    private long _acknowledged, _acknowledgedAt, _sentAt;

    /// <summary>What it shows.</summary>
    public Glass Glass { get; } = new(audience.Name, summit is not null, recording);

    /// <summary>Why it stopped listening; null while it does.</summary>
    public string? Ended { get; private set; }

    /// <summary>Connects, shakes hands and watches from where it left off, until the answer is here.</summary>
    public async Task Open(CancellationToken stop)
    {
        if (audience.Cookie is not null) _socket.Options.SetRequestHeader("Cookie", audience.Cookie);
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        await _socket.ConnectAsync(audience.Cookie is null ? new Uri($"{hub}?group={audience.Name}") : hub, patience.Token);
        await Send("""{"protocol":"json","version":1}""", patience.Token);
        await _reader.Next(_socket, patience.Token);
        if (summit is null) return;
        var cursor = (Glass.Cursor ?? audience.Cursor) is { } left ? $"\"{left}\"" : "null";
        Glass.Watch();
        await Send($$"""{"type":1,"invocationId":"w","target":"Watch","arguments":["{{summit}}","all",{{cursor}}]}""", patience.Token);
        while (!Glass.IsLive) Glass.Take((await _reader.Next(_socket, patience.Token)).Span);
    }

    /// <summary>Listens until it is told to stop or the server lets it go.</summary>
    public async Task Listen(CancellationToken stop)
    {
        Ended = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                Glass.Take((await _reader.Next(_socket, stop)).Span);
                await Answer(stop);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or EndOfStreamException)
        {
            Ended = fault.Message;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // Both servers talk often enough that a word after theirs keeps the line open.
    private async ValueTask Answer(CancellationToken stop)
    {
        if (summit is not null && Glass.Version != _acknowledged && Stopwatch.GetElapsedTime(_acknowledgedAt) >= AcknowledgesEvery)
        {
            (_acknowledged, _acknowledgedAt) = (Glass.Version, Stopwatch.GetTimestamp());
            await Send(string.Create(CultureInfo.InvariantCulture, $"{{\"type\":1,\"target\":\"Seen\",\"arguments\":[{Glass.Version}]}}"), stop);
        }
        else if (Stopwatch.GetElapsedTime(_sentAt) >= PingsEvery)
        {
            await Send("""{"type":6}""", stop);
        }
    }

    private Task Send(string message, CancellationToken stop)
    {
        _sentAt = Stopwatch.GetTimestamp();
        return _socket.SendAsync(Encoding.UTF8.GetBytes(message + FrameReader.End), WebSocketMessageType.Text, true, stop);
    }
}
