using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>
/// One board on a real WebSocket, lean enough that thousands share a core with the server they watch: it speaks the hub's JSON protocol
/// by hand and looks at bytes. (Rejected: HubConnection, which parses each frame into objects.)
/// </summary>
internal sealed class Board(Audience audience, string? summit, Recording? recording) : IDisposable
{
    private static readonly TimeSpan AcknowledgesEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly FrameReader _reader = new();
    private long _acknowledged;

    /// <summary>Changes that arrived, as frames, since the last reset.</summary>
    public long Deliveries { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Versions that were skipped: what must not be.</summary>
    public long Gaps { get; private set; }

    /// <summary>The highest number of a change it has shown.</summary>
    public int Shown { get; private set; }

    /// <summary>The version it stands at.</summary>
    public long Version { get; private set; } = -1;

    /// <summary>How long changes took from the tap to here.</summary>
    public Latencies FromTap { get; private set; } = new();

    /// <summary>Why it stopped listening; null while it does.</summary>
    public string? Ended { get; private set; }

    /// <summary>Forgets what it counted.</summary>
    public void Reset() => (Deliveries, Bytes, Gaps, FromTap) = (0, 0, 0, new());

    /// <summary>Connects, shakes hands and watches, until the snapshot is here.</summary>
    public async Task Open(Uri hub, CancellationToken stop)
    {
        if (audience.Cookie is not null) _socket.Options.SetRequestHeader("Cookie", audience.Cookie);
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        await _socket.ConnectAsync(audience.Cookie is null ? new Uri($"{hub}?group={audience.Name}") : hub, patience.Token);
        await Send("""{"protocol":"json","version":1}""", patience.Token);
        await _reader.Next(_socket, patience.Token);
        if (summit is null) return;
        await Send($$"""{"type":1,"invocationId":"w","target":"Watch","arguments":["{{summit}}","all",null]}""", patience.Token);
        while (Version < 0) Take((await _reader.Next(_socket, patience.Token)).Span);
    }

    /// <summary>Listens until it is told to stop or the server lets it go.</summary>
    public async Task Listen(CancellationToken stop)
    {
        var acknowledged = Stopwatch.GetTimestamp();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                Take((await _reader.Next(_socket, stop)).Span);
                if (summit is null || Version == _acknowledged || Stopwatch.GetElapsedTime(acknowledged) < AcknowledgesEvery) continue;
                (_acknowledged, acknowledged) = (Version, Stopwatch.GetTimestamp());
                await Send(string.Create(CultureInfo.InvariantCulture, $"{{\"type\":1,\"target\":\"Seen\",\"arguments\":[{Version}]}}"), stop);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or EndOfStreamException)
        {
            Ended = fault.Message;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Take(ReadOnlySpan<byte> frame)
    {
        if (frame.StartsWith(Frame.Changed)) Change(frame);
        else if (frame.StartsWith("{\"type\":3"u8)) Answer(frame);
    }

    private void Change(ReadOnlySpan<byte> frame)
    {
        recording?.Keep(audience.Name, frame);
        long from = Frame.NumberAfter(frame, "\"from\":"u8), to = Frame.NumberAfter(frame, "\"to\":"u8);
        if (from > Version && Version >= 0 && summit is not null) Gaps += from - Version;
        Version = Math.Max(Version, to);
        Deliveries++;
        Bytes += frame.Length;
        while (Frame.TryTakeMark(ref frame, out var tapped, out var number))
        {
            // Rows come whole, so a row that changes for another reason shows an old mark again.
            if (number <= Shown) continue;
            Shown = number;
            FromTap.AddSince(tapped);
        }
    }

    // The answer to Watch: an error, or a snapshot whose version comes before its rows.
    private void Answer(ReadOnlySpan<byte> frame)
    {
        if (frame.IndexOf("\"error\":"u8) >= 0) throw new InvalidDataException($"Watch was refused: {Encoding.UTF8.GetString(frame[..Math.Min(300, frame.Length)])}");
        if (frame.IndexOf("\"snapshot\":{"u8) is var snapshot and >= 0) Version = Frame.NumberAfter(frame[snapshot..], "\"version\":"u8);
    }

    private Task Send(string message, CancellationToken stop) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + FrameReader.End), WebSocketMessageType.Text, true, stop);
}
