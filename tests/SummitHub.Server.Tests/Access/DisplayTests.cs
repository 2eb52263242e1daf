using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Server.Access;
using SummitHub.Server.Tests.Hosting;
using static SummitHub.Server.Tests.Access.Doors;

namespace SummitHub.Server.Tests.Access;

public sealed class DisplayTests(SampleServer server)
{
    [Fact]
    public async Task A_display_reads_its_board_and_nothing_else_however_often_its_link_is_opened()
    {
        using var desk = await server.SignInAsync("desk");
        var made = (await desk.SendAsync($"{Door}/displays", """{"label":"Operations room"}""")).Body;
        using var wall = server.Anonymous();
        using var second = server.Anonymous();
        Assert.Equal("/summits/unga74/wall", (await wall.JoinAsync(made.SecretOf())).Body.GetProperty("to").GetString());
        Assert.Equal(HttpStatusCode.OK, (await second.JoinAsync(made.SecretOf())).Status);

        Assert.Equal(HttpStatusCode.OK, (await wall.ReadAsync("/summits/unga74/wall")).Status);
        await using var line = wall.LineTo(server.Address);
        await line.StartAsync(TestContext.Current.CancellationToken);
        await line.InvokeAsync<object>("Watch", "unga74", "day:2019-09-24", null, TestContext.Current.CancellationToken);
        foreach (var page in (string[])["board", "board?by=room", "delegations/KAZ", "meetings/kzb-1", "notices", "desk"])
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await wall.ReadAsync($"/summits/unga74/{page}")).Status));
        foreach (var path in SummitRoutes(HttpMethods.Get)) Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await wall.ReadAsync(path)).Status));
        foreach (var path in SummitRoutes(HttpMethods.Post)) Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await wall.SendAsync(path, "{}")).Status));

        await desk.SendAsync($"{Door}/passes/{made.GetProperty("id").GetString()}/end", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, (await wall.ReadAsync("/summits/unga74/wall")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await second.JoinAsync(made.SecretOf())).Status);
    }

    [Fact]
    public async Task Displays_are_the_desk_s_to_make()
    {
        using var chief = await server.SignInAsync("KAZ");

        Assert.Equal((HttpStatusCode.Forbidden, "notYoursToDo"), (await chief.SendAsync($"{Door}/displays", """{"label":"Ours"}""")).Said());
    }

    [Fact]
    public void Every_route_of_a_summit_names_what_a_pass_needs_for_it_and_no_other_route_is_open_by_oversight()
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var summit = routes.Where(r => r.RoutePattern.RawText!.StartsWith("/api/summits/{summit}", StringComparison.Ordinal)).ToList();
        string[] open = ["/health/", "/openapi/", "/dist/", "/calendars/", "/sample/as/", "/join", "/hubs/board", "/sample/clock", "/sample/start-over", "/api/summits/", "/_framework/opaque-redirect"];

        Assert.True(summit.Count > 15);
        Assert.All(summit, r => Assert.NotNull(r.Metadata.GetMetadata<NeededScopes>()));
        var pages = routes.Where(r => r.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata")).ToList();
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(routes.Except(pages), r => !open.Any(o => r.RoutePattern.RawText!.StartsWith(o, StringComparison.Ordinal)));
    }

    /// <summary>Every route of a summit, whatever stands in it.</summary>
    private IEnumerable<string> SummitRoutes(string method) =>
        from route in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.RoutePattern.RawText!.StartsWith("/api/summits/{summit}", StringComparison.Ordinal)
        where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true
        select route.RoutePattern.Parameters.Aggregate(route.RoutePattern.RawText!, (path, p) => path.Replace($"{{{p.Name}}}", p.Name == "summit" ? "unga74" : p.Name == "code" ? "KAZ" : "x"));
}
