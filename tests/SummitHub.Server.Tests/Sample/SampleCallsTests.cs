using System.Net;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Sample;

public sealed class SampleCallsTests(SampleServer server)
{
    [Fact]
    public async Task Hands_that_set_the_clock_at_once_do_not_trip_each_other()
    {
        using var desk = await server.SignInAsync("desk");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => desk.SendAsync("/sample/clock", """{"pause":true}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
