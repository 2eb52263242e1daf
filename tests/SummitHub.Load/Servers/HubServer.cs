using System.Diagnostics;
using System.Globalization;
using System.Net;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Servers;

/// <summary>
/// The product as a process: its Release build, in a folder and on ports of its own. The data outlives a kill, so it can be started again on it.
/// </summary>
internal sealed class HubServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly SemaphoreSlim Building = new(1);
    private static string? _program;

    private readonly Dictionary<string, string> _environment;
    private readonly string _folder = Machine.NewFolder("hub");
    private ChildProcess? _process;

    private HubServer(string? redis, string sample)
    {
        Address = new($"http://127.0.0.1:{Machine.FreePort()}");
        Gateway = new(IPAddress.Loopback, Machine.FreePort());
        Data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        _environment = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Logging__LogLevel__Default"] = "Warning",
            ["SummitHub__Data"] = Data,
            // It answers on the loopback alone, with the sample and without TLS.
            ["SummitHub__Insecure"] = "true",
            ["SummitHub__Sample"] = sample,
            ["SummitHub__Samples"] = Path.Combine(Repository.Root, "samples"),
            ["SummitHub__GatewayPort"] = Gateway.Port.ToString(CultureInfo.InvariantCulture),
            ["SummitHub__CallsPerMinute"] = "10000000",
            // A whole audience of boards looks by one pass here.
            ["SummitHub__LinesPerPass"] = "1000000",
        };
        if (redis is not null) _environment["SummitHub__Redis"] = redis;
    }

    /// <summary>Where it answers HTTP.</summary>
    public Uri Address { get; }

    /// <summary>Where it takes clients of its grains.</summary>
    public IPEndPoint Gateway { get; }

    /// <summary>The folder of its embedded store.</summary>
    public string Data { get; }

    /// <summary>Its process, to kill or freeze.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("It has not started.");

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <param name="options">Where to find the program, if it was built elsewhere (<c>--server</c>).</param>
    /// <param name="redis">The store's address; null for the embedded store.</param>
    /// <param name="sample">The sample to open with; <c>none</c> for an empty server.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<HubServer> Start(Options options, string? redis, string sample, CancellationToken stop)
    {
        _program ??= options.Word("server") ?? await Build(stop);
        var server = new HubServer(redis, sample);
        await server.Restart(stop);
        return server;
    }

    /// <summary>Starts it again on the data it has.</summary>
    /// <exception cref="ServerRefusedException">It ended instead of getting ready.</exception>
    public async Task Restart(CancellationToken stop)
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = await ChildProcess.Start(_folder, [Machine.Program("dotnet", "dotnet-sdk-10.0"), _program!], _environment, stop);
        var began = Stopwatch.GetTimestamp();
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (!await IsReady(http, stop))
        {
            if (_process.HasEnded) throw new ServerRefusedException(_process.LastWords);
            if (Stopwatch.GetElapsedTime(began) > Patience) throw new ServerRefusedException($"Not ready after {Patience}: {_process.LastWords}");
            await Task.Delay(10, stop);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Machine.Delete(_folder);
    }

    private static async Task<bool> IsReady(HttpClient http, CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    // Always built, so that nobody measures yesterday's server.
    private static async Task<string> Build(CancellationToken stop)
    {
        await Building.WaitAsync(stop);
        try
        {
            var project = Path.Combine(Repository.Root, "src", "SummitHub.Server");
            Progress.Say("Building the server (Release)");
            await Machine.Execute([Machine.Program("dotnet", "dotnet-sdk-10.0"), "build", "-c", "Release", "-v", "q", "--nologo", project], stop);
            return Path.Combine(project, "bin", "Release", "net10.0", "SummitHub.Server.dll");
        }
        finally
        {
            Building.Release();
        }
    }
}
