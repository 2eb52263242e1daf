using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(SummitHub.Grains.Tests.Journal.RedisServer))]

namespace SummitHub.Grains.Tests.Journal;

/// <summary>A real redis-server of the tests' own, as the journal wants it: on a free port, in a folder that goes with it.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly string[] Safe = ["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"];

    private readonly string[] settings;
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-redis-").FullName;
    private Process? process;
    private int port;

    /// <summary>A server that keeps what it acknowledges; xunit starts one for the assembly.</summary>
    public RedisServer()
        : this(Safe)
    {
    }

    private RedisServer(string[] settings) => this.settings = settings;

    /// <summary>For StackExchange.Redis.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts one of a test's own, with other settings than the safe ones if there are any. Dispose it.</summary>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings is [] ? Safe : settings);
        await server.InitializeAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (var tries = 1; !await TryStartAsync(FreePort(), deadline.Token); tries++)
        {
            Assert.True(tries < 5, "redis-server does not start; is it installed?");
        }
    }

    /// <summary>Kills it as kill -9 does, and starts it again on the same port with what it had written.</summary>
    public async Task KillAndStartAgainAsync()
    {
        await KillAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.True(await TryStartAsync(port, deadline.Token), $"redis-server does not start again on port {port}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task KillAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    private async Task<bool> TryStartAsync(int at, CancellationToken deadline)
    {
        port = at;
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] own = ["--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder, "--save", "", .. settings];
        foreach (var argument in own)
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        ConnectionString = $"127.0.0.1:{port}";
        while (await process.StandardOutput.ReadLineAsync(deadline) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // A full pipe would stop the server.
                return true;
            }
        }

        process.Dispose();
        process = null;
        return false; // Somebody took the port.
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
