using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SummitHub.Grains.Tests.Journal;
using SummitHub.Server.Tests.Access;
using SummitHub.Server.Tests.Hosting;
using SummitHub.Server.Tests.Interchange;

namespace SummitHub.Server.Tests.Programme;

/// <summary>Several servers on one Redis: silos that hold grains and answer nobody, and web servers that answer and hold none.</summary>
public sealed class TopologyTests(RedisServer redis) : IDisposable
{
    private const string Advice = """{"start":"2019-09-24T18:00:00+00:00","end":"2019-09-24T19:00:00+00:00","extraMinutes":10,"cause":"A motorcade"}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-topology-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_web_server_answers_by_the_grains_of_silos_and_goes_on_when_one_of_them_leaves()
    {
        var first = await StartAsync("silo");
        try
        {
            await using var web = await StartAsync("web");
            using var officer = web.Anonymous();
            Assert.Equal(HttpStatusCode.OK, (await officer.JoinAsync(await FoundAsync(web))).Status);
            var before = await VersionAsync(officer);
            Assert.Equal(HttpStatusCode.OK, (await officer.SendAsync($"{Doors.Api}/zones/unhq-ga/advise", Advice)).Status);

            await using var second = await StartAsync("silo");
            // The programme's grain is on the first one and moves.
            await first.DisposeAsync();
            Assert.Equal(HttpStatusCode.OK, (await officer.SendAsync($"{Doors.Api}/zones/unhq-ga/advise", Advice)).Status);
            Assert.Equal(before + 2, await VersionAsync(officer));
        }
        finally
        {
            await first.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_silo_answers_nobody_but_who_asks_after_its_health()
    {
        await using var silo = await StartAsync("silo");
        using var anybody = silo.Anonymous();

        foreach (var path in (string[])[Doors.Api, "/", "/join", "/openapi/v1.json", "/hubs/board"])
        {
            using var answer = await anybody.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<long> VersionAsync(HttpClient officer) =>
        (await officer.ReadAsync($"{Doors.Api}/programme?day=2019-09-24")).Body.GetProperty("version").GetInt64();

    private static async Task<string> FoundAsync(ServerFactory server)
    {
        await using var output = new StringWriter();
        Assert.Equal(0, await Founding.RunAsync(server.Services, [SampleFolder.Path, "Amina Diallo"], output));
        return Regex.Match(output.ToString(), @"/join#(\S+)").Groups[1].Value;
    }

    private async Task<ServerFactory> StartAsync(string role)
    {
        var keys = Path.Combine(_folder, "keys");
        if (!File.Exists(keys)) await File.WriteAllTextAsync(keys, $"chain {NewKey()}\nmaster 1 {NewKey()}\n");
        var server = new ServerFactory(null, ("SummitHub:Role", role), ("SummitHub:Redis", redis.ConnectionString), ("SummitHub:KeyFile", keys), ("SummitHub:Sample", "none"));
        await server.OpenAsync();
        return server;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
