using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace SummitHub.Composed.Servers;

/// <summary>
/// The product on Kestrel with the sample, in this process, with data of its own that go with it. What a test wants otherwise it puts in the
/// place of the product's own parts here, in code: the product has no switch for it.
/// </summary>
/// <param name="parts">Puts parts in the place of the product's.</param>
internal sealed class ComposedServer(Action<IServiceCollection>? parts = null) : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-composed-").FullName;

    /// <summary>Its clock.</summary>
    public ShiftedTime Time { get; } = new();

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts one and waits until the sample is open.</summary>
    /// <exception cref="OperationCanceledException">It did not get ready.</exception>
    public async Task OpenAsync(CancellationToken stop)
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        using var http = Client(null);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(Patience);
        while (true)
        {
            using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), deadline.Token);
            if (ready.StatusCode == HttpStatusCode.OK) return;
        }
    }

    /// <summary>A client that carries a cookie, or none, and the header of the product's own page.</summary>
    public HttpClient Client(string? cookie)
    {
#pragma warning disable CA2000 // The client owns its handler.
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
#pragma warning restore CA2000
        http.DefaultRequestHeaders.Add("X-SummitHub", "1");
        if (cookie is not null) http.DefaultRequestHeaders.Add("Cookie", cookie);
        return http;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("SummitHub:Data", _folder);
        builder.UseSetting("SummitHub:CallsPerMinute", "10000000");
        builder.UseSetting("SummitHub:SignInsPerMinute", "10000000");
        builder.ConfigureLogging(logs => logs.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
        if (parts is not null) builder.ConfigureTestServices(parts);
    }
}
