using Microsoft.Extensions.Diagnostics.HealthChecks;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Sample;

/// <summary>Ready when the sample is open and this server's copy of it is fresh.</summary>
internal sealed class SampleHealth(SampleSummit sample, SampleSetting setting, ProgrammeReplicas replicas, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan MostAge = TimeSpan.FromSeconds(20);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (!sample.Opened || await replicas.FindAsync(setting.Head.Id, cancellationToken) is not { } replica) return HealthCheckResult.Unhealthy("The sample is being opened.");
        var age = time.GetUtcNow() - replica.ConfirmedAt;
        return age < MostAge ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The log could not be read for {age.TotalSeconds:0} s.");
    }
}
