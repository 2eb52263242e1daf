using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SummitHub.Server.Access;

[assembly: AssemblyFixture(typeof(SummitHub.Server.Tests.Hosting.SampleServer))]

namespace SummitHub.Server.Tests.Hosting;

/// <summary>One real server on the sample summit for all tests of the assembly; its script does not play, so only tests change things.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("summithub-server-").FullName;
    private readonly Factory factory;

    public SampleServer() => factory = new Factory(folder);

    /// <summary>JSON as the server writes it.</summary>
    public static JsonSerializerOptions Json { get; } = MakeJson();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.ClientOptions.BaseAddress;
        using var client = new HttpClient { BaseAddress = Address };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), deadline.Token);
            if (ready.StatusCode == HttpStatusCode.OK) break;
        }
        using var desk = await SignInAsync("desk");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync("/sample/clock", """{"play":false,"pause":true}""")).Status);
    }

    /// <summary>A client with the session that a sample link gives: <c>desk</c>, <c>wall</c>, <c>KAZ</c>, <c>KAZ?role=reader</c>.</summary>
    public async Task<HttpClient> SignInAsync(string who)
    {
        var client = Anonymous();
        using var answer = await client.GetAsync(new Uri($"/sample/as/{who}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
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

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        WireJson.Shape(options);
        return options;
    }

    private sealed class Factory(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("SummitHub:Data", folder);
            builder.UseSetting("SummitHub:CallsPerMinute", "1000000");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
