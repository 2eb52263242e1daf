using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitHub.Browser.Tests.House;

/// <summary>
/// A line to the server that can be cut as a bad Wi-Fi cuts it: what is open stays open and brings nothing, what is new gets no
/// answer. (Rejected: the browser's own offline mode, which leaves open WebSockets alone.) It keeps all that the server has sent down it.
/// </summary>
internal sealed partial class Cable : IAsyncDisposable
{
    private readonly ConcurrentQueue<Strand> all = [];
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Strand, bool> open = [];
    private readonly CancellationTokenSource over = new();
    private readonly Uri server;
    private readonly Task accepting;
    private volatile bool cut;

    public Cable(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The server's address at this end.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Every answer and every frame that the server has sent down it so far, with their headers; the client's files too, but packed.</summary>
    public string Brought => string.Join('\n', all.Select(strand => Chunk().Replace(strand.Brought, "")));

    /// <summary>Nothing passes any more.</summary>
    public void Cut() => cut = true;

    /// <summary>What is new passes again; what lost something meanwhile is gone.</summary>
    public void Restore()
    {
        cut = false;
        foreach (var strand in open.Keys.Where(s => s.HasLost)) strand.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        foreach (var strand in open.Keys) strand.Dispose();
        await accepting;
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptSocketAsync(over.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The cable is taken away.
        }
    }

    private async Task CarryAsync(Socket near)
    {
        using var strand = new Strand(near, new Socket(SocketType.Stream, ProtocolType.Tcp));
        open[strand] = true;
        all.Enqueue(strand);
        try
        {
            await strand.Far.ConnectAsync(server.Host, server.Port, over.Token);
            await Task.WhenAny(PumpAsync(strand, strand.Near, strand.Far), PumpAsync(strand, strand.Far, strand.Near));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server is not there, or the strand was pulled.
        }
        finally
        {
            open.TryRemove(strand, out _);
        }
    }

    private async Task PumpAsync(Strand strand, Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, over.Token) is var read && read > 0)
            {
                // What has lost a byte once can never make sense again.
                strand.HasLost |= cut;
                if (from == strand.Far) strand.Keep(buffer.AsSpan(0, read));
                if (!strand.HasLost) await to.SendAsync(buffer.AsMemory(0, read), over.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The same as an orderly end.
        }
    }

    /// <summary>The seam between two chunks of an answer, which may run through a word.</summary>
    [GeneratedRegex(@"\r\n[0-9a-f]+\r\n")]
    private static partial Regex Chunk();

    private sealed class Strand(Socket near, Socket far) : IDisposable
    {
        private readonly MemoryStream kept = new();

        public Socket Near => near;

        public Socket Far => far;

        public bool HasLost { get; set; }

        public string Brought
        {
            get
            {
                lock (kept) return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
            }
        }

        public void Keep(ReadOnlySpan<byte> bytes)
        {
            lock (kept) kept.Write(bytes);
        }

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
