using Microsoft.Extensions.Hosting;
using SummitHub.Domain.Access;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Delegations;

/// <summary>Tells the nudger of every entry this silo's replicas fold, for the delegations it touches.</summary>
public sealed class NudgeFromReplicas(ProgrammeReplicas replicas, NoticeNudger nudger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        replicas.Made += replica => replica.Applied += touched =>
            nudger.Touched(replica.Summit, touched.Where(a => a.Kind == AudienceKind.Delegation).Select(a => a.Delegation!.Value));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
