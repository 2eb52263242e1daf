using System.Globalization;
using StackExchange.Redis;

namespace SummitHub.Load.Servers;

/// <summary>A Redis of its own, as a journal needs it: every write synced to disk before it is answered, nothing evicted.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Machine.NewFolder("redis");
    private readonly int _port = Machine.FreePort();
    private ChildProcess? _process;

    private RedisServer()
    {
    }

    /// <summary>The connection string.</summary>
    public string Address => $"127.0.0.1:{_port}";

    /// <summary>The server's process, to kill or freeze.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("It has not started.");

    /// <summary>Starts an empty one.</summary>
    public static async Task<RedisServer> Start(CancellationToken stop)
    {
        var server = new RedisServer();
        await server.Restart(stop);
        return server;
    }

    /// <summary>Starts it again on the data it has, after it was killed.</summary>
    public async Task Restart(CancellationToken stop)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = await ChildProcess.Start(_folder,
        [
            Machine.Program("redis-server", "redis-server"), "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1",
            "--dir", _folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--no-appendfsync-on-rewrite", "no",
            "--maxmemory-policy", "noeviction",
            // A log is nothing but its appends: writing it anew makes it hardly shorter and takes a core for seconds.
            "--auto-aof-rewrite-min-size", "4gb",
        ], null, stop);
        await Answers(stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Machine.Delete(_folder);
    }

    private async Task Answers(CancellationToken stop)
    {
        var options = new ConfigurationOptions { EndPoints = { Address }, AbortOnConnectFail = true, ConnectTimeout = 1000, ConnectRetry = 0 };
        while (true)
        {
            try
            {
                await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
                await connection.GetDatabase().PingAsync();
                return;
            }
            catch (RedisException) when (!Process.HasEnded)
            {
                await Task.Delay(20, stop);
            }
            catch (RedisException fault)
            {
                throw new InvalidOperationException($"Redis ended instead of answering: {Process.LastWords}", fault);
            }
        }
    }
}
