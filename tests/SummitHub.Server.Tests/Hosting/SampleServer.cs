using System.Net;
using System.Text.Json;
using SummitHub.Server.Access;

[assembly: AssemblyFixture(typeof(SummitHub.Server.Tests.Hosting.SampleServer))]

namespace SummitHub.Server.Tests.Hosting;

/// <summary>One real server on the sample summit for all tests of the assembly; its script does not play, so only tests change things.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly ServerFactory factory = new();

    /// <summary>JSON as the server writes it.</summary>
    public static JsonSerializerOptions Json { get; } = MakeJson();

    public Uri Address => factory.Address;

    public IServiceProvider Services => factory.Services;

    public async ValueTask InitializeAsync()
    {
        await factory.OpenAsync();
        using var desk = await SignInAsync("desk");
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync("/sample/clock", """{"play":false,"pause":true}""")).Status);
    }

    /// <summary>A client with the session that a sample link gives: <c>desk</c>, <c>wall</c>, <c>KAZ</c>, <c>KAZ?role=reader</c>.</summary>
    public Task<HttpClient> SignInAsync(string who) => factory.SignInAsync(who);

    /// <summary>A client without a session.</summary>
    public HttpClient Anonymous() => factory.Anonymous();

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        WireJson.Shape(options);
        return options;
    }
}
