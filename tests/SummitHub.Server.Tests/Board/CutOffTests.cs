using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Tests.Programme;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Board;

/// <summary>A server whose store goes away: it says so, loses nothing and does nothing twice, and goes on when the store is back.</summary>
public sealed class CutOffTests
{
    private const string Meetings = "/api/summits/unga74/meetings";
    [Fact]
    public async Task A_change_is_answered_503_and_when_it_is_asked_again_under_its_key_it_is_done_once()
    {
        await using var server = new ServerFactory(Unreliable, ("Logging:LogLevel:Default", "None"));
        await server.OpenAsync();
        var store = (UnreliableStore)server.Services.GetRequiredService<IJournalStore>();
        using var desk = await server.SignInAsync("desk");
        await desk.SendAsync("/sample/clock", """{"play":false,"pause":true}""");
        await using var board = await BoardLine.OpenAsync(server.Address, desk);
        var before = (await board.WatchAsync("all")).Snapshot!;
        var (_, meeting) = await desk.ReadAsync($"{Meetings}/kzb-1");
        store.Cut();
        using var call = new HttpRequestMessage(HttpMethod.Post, $"{Meetings}/kzb-1/cancel") { Content = new StringContent("""{"reason":"a test"}""", null, "application/json") };
        call.Headers.TryAddWithoutValidation("If-Match", $"\"{meeting.GetProperty("version").GetInt64()}\"");
        call.Headers.TryAddWithoutValidation("Idempotency-Key", "cancel-once");
        using var answer = await desk.SendAsync(call, TestContext.Current.CancellationToken);
        var problem = await answer.BodyAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable", TimeSpan.FromSeconds(1)), (answer.StatusCode, problem.Reason(), answer.Headers.RetryAfter?.Delta));
        Assert.Contains("Idempotency-Key", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, before.Version), await ReadAsync(desk));
        store.Mend();
        var again = await desk.SendAsync($"{Meetings}/kzb-1/cancel", """{"reason":"a test"}""", $"\"{meeting.GetProperty("version").GetInt64()}\"", "cancel-once");
        Assert.Equal((HttpStatusCode.OK, "cancelled"), (again.Status, again.Body.GetProperty("meetings")[0].GetProperty("status").GetString()));
        var frame = await board.FrameAsync();
        Assert.Equal((before.Version, before.Version + 1), (frame.From, frame.To));
    }

    private static void Unreliable(IServiceCollection services)
    {
        var own = services.Last(s => s.ServiceType == typeof(IJournalStore)).ImplementationFactory!;
        services.AddSingleton<IJournalStore>(provider => new UnreliableStore((IJournalStore)own(provider)));
    }

    private static async Task<(HttpStatusCode, long)> ReadAsync(HttpClient desk)
    {
        var (status, body) = await desk.ReadAsync("/api/summits/unga74/programme?day=2019-09-24");
        return (status, body.GetProperty("version").GetInt64());
    }
}
