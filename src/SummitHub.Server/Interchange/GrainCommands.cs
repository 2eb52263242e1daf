using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Interchange;

/// <summary>Does steps through the same grains as everybody else.</summary>
internal sealed partial class GrainCommands(
    SummitId summit, IGrainFactory grains, ProgrammeReplicas replicas, TimeProvider time, ILogger<GrainCommands> log) : ISummitCommands
{
    private const int MostTries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Sight = TimeSpan.FromSeconds(5);

    public async Task<Refusal?> DoAsync(SummitStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case RecordStep record:
                return await DoAsync(record, cancellation);
            case ProgrammeStep programme:
                if (await DoAsync(programme.Operation, cancellation) is not { } refusal) return null;
                if (programme.After(refusal) is not { } overriding) return refusal;
                if (refusal.Reason != RefusalReason.AlreadyExists) LogOverride(log, programme.Operation.Id, refusal.Reason, refusal.Detail);
                return await DoAsync(overriding, cancellation);
            default:
                throw new InvalidOperationException($"There is no step of the kind {step.GetType().Name}.");
        }
    }

    private async Task<Refusal?> DoAsync(Operation operation, CancellationToken cancellation)
    {
        var programme = grains.GetGrain<IProgrammeGrain>(summit.Value);
        for (var tries = 1; ; tries++)
        {
            var reply = await programme.AskAsync(operation, time, cancellation);
            if (reply is Refused { Refusal: var refusal }) return refusal;
            if (reply is Accepted accepted)
            {
                await SeeAsync(accepted, cancellation);
                return null;
            }
            if (tries == MostTries) throw new ProgrammeUnavailableException($"The programme of {summit} did not answer {operation.Id} after {tries} tries.");
        }
    }

    private async Task SeeAsync(Accepted accepted, CancellationToken cancellation)
    {
        var replica = await replicas.OfAsync(summit, cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Sight);
        try
        {
            await replica.ReachAsync(accepted.Epoch, accepted.Position, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogUnseen(log, accepted.Position, summit);
        }
    }

    private async Task<Refusal?> DoAsync(RecordStep step, CancellationToken cancellation)
    {
        var meeting = grains.GetGrain<IMeetingGrain>($"{summit}/{step.Meeting}");
        for (var tries = 1; ; tries++)
        {
            try
            {
                return (await meeting.Execute(step.Operation)).Refusal;
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException && tries < MostTries)
            {
                // Not known whether it was done; the same id makes the next try safe.
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Operation} goes against {Rule} and is entered as an override: {Detail}")]
    private static partial void LogOverride(ILogger log, OperationId operation, RefusalReason rule, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Entry {Position} of {Summit} is done but not seen by this server's replica yet")]
    private static partial void LogUnseen(ILogger log, long position, SummitId summit);
}
