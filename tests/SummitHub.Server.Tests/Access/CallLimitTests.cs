using System.Net;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Access;

/// <summary>One caller has so many calls in a minute, and takes none of another's.</summary>
public sealed class CallLimitTests
{
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
}
