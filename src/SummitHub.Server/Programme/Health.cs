using SummitHub.Grains.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Programme;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class Health
{
    private static readonly TimeSpan MostAge = TimeSpan.FromSeconds(20);

    public static void MapHealth(this IEndpointRouteBuilder routes, SummitHubOptions options)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live"));
        routes.MapGet("/health/ready", async (ProgrammeReplicas replicas, TimeProvider time, CancellationToken cancellation) =>
        {
            if (options.SampleName is not { } sample) return Results.Text("ready");
            var replica = await replicas.FindAsync(SummitId.Parse(sample), cancellation);
            var age = replica is null ? (TimeSpan?)null : time.GetUtcNow() - replica.ConfirmedAt;
            return age < MostAge ? Results.Text("ready") : Results.Text("the sample summit is not there yet, or its log cannot be read", statusCode: 503);
        });
    }
}
