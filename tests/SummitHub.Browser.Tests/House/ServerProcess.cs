using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SummitHub.Browser.Tests.House;

/// <summary>
/// The server as a process of its own, on a data folder that lasts as long as this. A small shell stands between, which kills it when
/// its own standard input closes: so it never outlives the tests, however they end.
/// </summary>
/// <param name="settings">Settings besides the usual ones, as <c>SummitHub:Data</c>.</param>
internal sealed class ServerProcess(params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private const string Watch = """
        exec 3<&0
        "$@" </dev/null 3<&- & child=$!
        echo "pid $child"
        (read -r never <&3; kill -9 $child 2>/dev/null) & watcher=$!
        wait $child; code=$?; kill $watcher 2>/dev/null; exit $code
        """;

    private const int FirstPort = 20_000;
    private const int Ports = 10_000;
    private static int ports;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("summithub-browser-");
    private readonly ConcurrentQueue<string> said = [];
    private readonly int port = FreePort();
    private TaskCompletionSource<int> id = new();
    private Process? shell;

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task StartAsync()
    {
        id = new(TaskCreationOptions.RunContinuationsAsynchronously);
        shell = Process.Start(Command()) ?? throw new InvalidOperationException("The shell did not start.");
        shell.OutputDataReceived += (_, line) => Listen(line.Data);
        shell.ErrorDataReceived += (_, line) => Listen(line.Data);
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Deadlines.Started);
        using var http = new HttpClient { BaseAddress = Address };
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await IsReadyAsync(http, deadline.Token)) await tick.WaitForNextTickAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The server did not serve within {Deadlines.Started}. It said:\n{LastWords}");
        }
    }

    /// <summary>Ends it as a crash would, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        var running = shell ?? throw new InvalidOperationException("The server does not run.");
        using var server = Process.GetProcessById(await id.Task.WaitAsync(Deadlines.Started));
        server.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
        shell = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // One that has ended by itself was told of where it was missed.
        if (shell is { HasExited: false }) await KillAsync();
        shell?.Dispose();
        data.Delete(recursive: true);
    }

    private string LastWords => string.Join('\n', said.TakeLast(20));

    private async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        if (shell!.HasExited) throw new InvalidOperationException($"The server ended with {shell.ExitCode}. It said:\n{LastWords}");
        try
        {
            return (await http.GetAsync("/health/ready", cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private ProcessStartInfo Command()
    {
        var here = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = here, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-c", Watch, "sh", "dotnet", Path.Combine(here, "SummitHub.Server.dll")]) start.ArgumentList.Add(word);
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["SummitHub__Data"] = data.FullName;
        start.Environment["SummitHub__Insecure"] = "true";
        start.Environment["SummitHub__CallsPerMinute"] = "1000000";
        // Tests share sessions, and many pages of one are open at once.
        start.Environment["SummitHub__LinesPerPass"] = "1000";
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private void Listen(string? line)
    {
        if (line is null) return;
        if (line.StartsWith("pid ", StringComparison.Ordinal)) id.TrySetResult(int.Parse(line.AsSpan(4), CultureInfo.InvariantCulture));
        said.Enqueue(line);
        if (said.Count > 200) said.TryDequeue(out _);
    }

    /// <summary>A port below those that the machine gives to whoever connects, so that none of the browsers' lines takes it before the server does.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + (Interlocked.Increment(ref ports) + Environment.ProcessId) % Ports;
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }
}
