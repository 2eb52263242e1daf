using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Server.Access;

namespace SummitHub.Server.Tests.Hosting;

/// <summary>A real server on Kestrel and the sample, with data of its own that goes with it.</summary>
/// <param name="services">What is put in the place of the product's own parts.</param>
/// <param name="settings">Settings besides the usual ones, or instead of them.</param>
internal sealed class ServerFactory(Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-server-").FullName;
    private Task<string>? desk;

    /// <summary>Where its data lie.</summary>
    public string Folder => folder;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it and waits until the sample is open.</summary>
    public async Task OpenAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        using var client = new HttpClient { BaseAddress = Address };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), deadline.Token);
            if (ready.StatusCode == HttpStatusCode.OK) return;
        }
    }

    /// <summary>A client with the session that a sample link gives: <c>desk</c>, <c>wall</c>, <c>KAZ</c>, <c>KAZ?role=reader</c>.</summary>
    /// <remarks>
    /// The desk's session is one for all: many tests sign in as the desk, and one person has a bounded number of sessions, of which the
    /// oldest goes. Nobody ends it; who wants to end one signs in as somebody else.
    /// </remarks>
    public async Task<HttpClient> SignInAsync(string who)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", who == "desk" ? await (desk ??= OpenSessionAsync(who)) : await OpenSessionAsync(who));
        return client;
    }

    /// <summary>A client without a session.</summary>
    public HttpClient Anonymous()
    {
#pragma warning disable CA2000 // The client owns its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Add(CallGuards.OwnPageHeader, "1");
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private async Task<string> OpenSessionAsync(string who)
    {
        using var client = Anonymous();
        using var answer = await client.GetAsync(new Uri($"/sample/as/{who}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("SummitHub:Data", folder);
        builder.UseSetting("SummitHub:CallsPerMinute", "1000000");
        builder.UseSetting("SummitHub:LinesPerPass", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "None");
        // Calls that are refused on purpose would fill the tests' output with traces.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "None");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        if (services is not null) builder.ConfigureTestServices(services);
    }
}
