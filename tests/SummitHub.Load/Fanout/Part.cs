using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.Hosting;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>A verb of this console running as a process of its own, spoken to through HTTP on the loopback.</summary>
internal sealed class Part : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ChildProcess _process;

    private Part(string folder, ChildProcess process, string address)
    {
        (_folder, _process) = (folder, process);
        Http = new() { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <summary>Speaks to it.</summary>
    public HttpClient Http { get; }

    /// <summary>Where its hub is, if it has one.</summary>
    public Uri Hub => new($"ws://{Http.BaseAddress!.Authority}/hub");

    /// <summary>Its process, to read what it uses.</summary>
    public ChildProcess Process => _process;

    /// <summary>Starts a hidden verb and waits until it answers.</summary>
    public static async Task<Part> Start(string verb, IReadOnlyDictionary<string, string>? environment, CancellationToken stop)
    {
        var (folder, address) = (Machine.NewFolder(verb), string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Machine.FreePort()}"));
        var process = await ChildProcess.Start(folder, [Machine.Program("dotnet", "dotnet-sdk-10.0"), Self, verb, "--url", address], environment, stop);
        var part = new Part(folder, process, address);
        while (true)
        {
            try
            {
                using var _ = await part.Http.GetAsync(new Uri("/ready", UriKind.Relative), stop);
                return part;
            }
            catch (HttpRequestException) when (!process.HasEnded)
            {
                await Task.Delay(20, stop);
            }
            catch (HttpRequestException fault)
            {
                throw new InvalidOperationException($"{verb} ended instead of answering: {process.LastWords}", fault);
            }
        }
    }

    /// <summary>Tells it something.</summary>
    public async Task Tell(string path, object? body, CancellationToken stop)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, stop);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} failed: {await answer.Content.ReadAsStringAsync(stop)} {_process.LastWords}");
    }

    /// <summary>Asks it something about a body.</summary>
    public async Task<T> Ask<T>(string path, object? body, CancellationToken stop)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, stop);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(stop))!;
    }

    /// <summary>Asks it something.</summary>
    public async Task<T> Ask<T>(string path, CancellationToken stop) => (await Http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), stop))!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Http.Dispose();
        Machine.Delete(_folder);
    }

    /// <summary>The frame of a part: a server at the address it was given.</summary>
    public static WebApplication Build(Options options, Action<WebApplicationBuilder> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(options.Word("url") ?? throw new UsageException("--url is missing"));
        builder.WebHost.ConfigureKestrel(limits => limits.Limits.MaxRequestBodySize = null);
        add(builder);
        var app = builder.Build();
        app.MapGet("/ready", () => "ready");
        return app;
    }

    /// <summary>Serves until it is stopped.</summary>
    public static Task Serve(WebApplication app, CancellationToken stop) => ((IHost)app).RunAsync(stop);

    private static string Self => typeof(Part).Assembly.Location;
}
