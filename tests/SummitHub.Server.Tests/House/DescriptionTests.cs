using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.House;

/// <summary>The interface describes itself: every route, who may call it, its headers, bodies and refusals.</summary>
public sealed class DescriptionTests(SampleServer server)
{
    private const string Change = "POST /api/summits/{summit}/meetings/{meeting}/{verb}";

    [Fact]
    public async Task Every_route_says_what_it_does_needs_answers_and_refuses()
    {
        var calls = await CallsAsync();
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/') is "join" or ['a', 'p', 'i', '/', ..])
            // A page may stand at the address of a call; it is no part of the interface.
            .Where(e => e.Metadata.All(m => m.GetType().Name != "ComponentTypeMetadata"))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}")).Distinct().Order().ToList();
        Assert.True(routes.Count > 20);
        Assert.Equal(routes, calls.Select(c => c.Name).Order());
        foreach (var (name, call) in calls)
        {
            Assert.False(string.IsNullOrEmpty(call.GetProperty("summary").GetString()), name);
            var answers = call.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            Assert.Contains(answers, a => a is "200" or "204");
            Assert.Subset(answers.ToHashSet(), new HashSet<string> { "400", "429", "503" });
            if (name != "POST /join")
            {
                Assert.Subset(answers.ToHashSet(), new HashSet<string> { "401", "403", "404" });
                Assert.Contains(Scopes(call), s => Enum.TryParse<Scopes>(s, ignoreCase: true, out _));
            }
            if (!name.StartsWith("POST", StringComparison.Ordinal)) continue;
            Assert.Contains("Idempotency-Key", Headers(call));
            Assert.Subset(answers.ToHashSet(), new HashSet<string> { "403", "413", "415" });
        }
    }

    [Fact]
    public async Task A_change_of_a_meeting_names_its_version_what_it_takes_and_answers_and_every_rule_that_may_refuse_it()
    {
        var (_, change) = (await CallsAsync()).Single(c => c.Name == Change);
        Assert.Equal(["Idempotency-Key", "If-Match"], Headers(change));
        Assert.Equal(["change"], Scopes(change));
        Assert.True(change.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(change.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _));
        var reasons = new[] { "400", "403", "404", "409", "412", "422", "428" }.SelectMany(status => Reasons(change, status)).ToList();
        Assert.Equal(["meetingHasChanged"], Reasons(change, "412"));
        Assert.Equal(["versionNeeded"], Reasons(change, "428"));
        var rules = Enum.GetValues<RefusalReason>().Except([RefusalReason.NoSuchCommitment, RefusalReason.NoSuchZone, RefusalReason.NoSuchItem]);
        Assert.Subset(reasons.ToHashSet()!, rules.Select(r => JsonNamingPolicy.CamelCase.ConvertName(r.ToString())).ToHashSet());
    }

    [Fact]
    public async Task Problem_details_are_described_with_what_each_reason_means()
    {
        using var anybody = server.Anonymous();
        var document = (await anybody.ReadAsync("/openapi/v1.json")).Body;
        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties");
        Assert.Equal(["title", "status", "detail", "reason", "meeting", "conflictsWith", "alternatives"], problem.EnumerateObject().Select(p => p.Name));
        Assert.All(Enum.GetNames<RefusalReason>(), r => Assert.Contains(JsonNamingPolicy.CamelCase.ConvertName(r), problem.GetProperty("reason").GetProperty("description").GetString(), StringComparison.Ordinal));
        Assert.Matches("at most [0-9]+ calls a minute", document.GetProperty("info").GetProperty("description").GetString());
    }

    private static List<string?> Headers(JsonElement call) =>
        [.. call.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString()).Order()];

    private static List<string?> Scopes(JsonElement call) =>
        [.. call.GetProperty("security").EnumerateArray().SelectMany(s => s.EnumerateObject()).SelectMany(s => s.Value.EnumerateArray()).Select(s => s.GetString()).Distinct()];

    private static List<string?> Reasons(JsonElement call, string status) =>
        [.. call.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("allOf").EnumerateArray()
            .Where(s => s.TryGetProperty("properties", out _)).SelectMany(s => s.GetProperty("properties").GetProperty("reason").GetProperty("enum").EnumerateArray()).Select(r => r.GetString())];

    private async Task<List<(string Name, JsonElement Call)>> CallsAsync()
    {
        using var anybody = server.Anonymous();
        var document = (await anybody.ReadAsync("/openapi/v1.json")).Body;
        return [.. document.GetProperty("paths").EnumerateObject().Where(p => p.Name == "/join" || p.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Object && m.Value.TryGetProperty("responses", out _)).Select(m => ($"{m.Name.ToUpperInvariant()} {p.Name.TrimEnd('/')}", m.Value)))];
    }
}
