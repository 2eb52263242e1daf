using System.Net;
using SummitHub.Server.Tests.Board;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>One caller has so many calls in a minute, and takes none of another's.</summary>
public sealed class CallLimitTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Who_calls_too_often_is_told_to_wait_and_nobody_else_is()
    {
        await using var server = new ServerFactory(null, ("SummitHub:CallsPerMinute", "30"), ("SummitHub:SignInsPerMinute", "5"));
        await server.OpenAsync();
        using var hasty = await server.SignInAsync("KAZ");
        using var calm = await server.SignInAsync("POL");
        HttpStatusCode status;
        var calls = 0;
        do
        {
            using var answer = await hasty.GetAsync(new Uri("/api/summits/unga74", UriKind.Relative), TestContext.Current.CancellationToken);
            status = answer.StatusCode;
            if (status != HttpStatusCode.TooManyRequests) continue;
            Assert.Equal(("tooManyCalls", TimeSpan.FromSeconds(1)), ((await answer.BodyAsync()).Reason(), answer.Headers.RetryAfter?.Delta));
        }
        while (status == HttpStatusCode.OK && ++calls < 300);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(calls, 30, 299);
        Assert.Equal(HttpStatusCode.OK, (await calm.ReadAsync("/api/summits/unga74")).Status);
        using var anybody = server.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await anybody.ReadAsync("/health/live")).Status);

        var tried = new List<HttpStatusCode>();
        while (tried.Count < 20 && !tried.Contains(HttpStatusCode.TooManyRequests)) tried.Add((await anybody.JoinAsync($"join.unga74.{new string('A', 43)}")).Status);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (tried[0], tried[^1]));
        Assert.InRange(tried.Count, 6, 20);
    }

    [Fact]
    public async Task One_pass_holds_so_many_lines_open_and_takes_none_of_anothers()
    {
        await using var server = new ServerFactory(null, ("SummitHub:LinesPerPass", "2"));
        await server.OpenAsync();
        using var greedy = await server.SignInAsync("KAZ");
        using var modest = await server.SignInAsync("POL");
        await using var first = await BoardLine.OpenAsync(server.Address, greedy);
        var second = await BoardLine.OpenAsync(server.Address, greedy);
        await using var tooMany = await BoardLine.OpenAsync(server.Address, greedy);
        await tooMany.Closed.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await using var anothers = await BoardLine.OpenAsync(server.Address, modest);

        Assert.NotNull((await first.WatchAsync("all")).Snapshot);
        Assert.NotNull((await second.WatchAsync("all")).Snapshot);
        Assert.NotNull((await anothers.WatchAsync("all")).Snapshot);

        // What was closed makes room; the server hears of it a moment after its client.
        await second.DisposeAsync();
        using var deadline = new CancellationTokenSource(Deadline);
        while (!await IsTakenAsync(server.Address, greedy)) deadline.Token.ThrowIfCancellationRequested();
        Assert.False(first.Closed.Task.IsCompleted);
    }

    private static async Task<bool> IsTakenAsync(Uri server, HttpClient session)
    {
        await using var line = await BoardLine.OpenAsync(server, session);
        var watched = line.WatchAsync("all");
        await Task.WhenAny(watched, line.Closed.Task);
        return watched.IsCompletedSuccessfully;
    }
}
