using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Interchange;

/// <summary>Enters what was read of a folder into a summit.</summary>
internal sealed partial class SummitEntry(ISummitCommands commands, ILogger<SummitEntry> log)
{
    private const int RecordsAtOnce = 16;

    /// <summary>
    /// Does all steps: those of the programme one after the other, since each is decided on those before, then the records of many
    /// meetings side by side. May be done again after it was cut off.
    /// </summary>
    /// <returns>How many steps were refused; each is logged.</returns>
    public async Task<int> DoAsync(ImportedSummit summit, CancellationToken cancellation)
    {
        var refused = 0;
        foreach (var step in summit.Steps.OfType<ProgrammeStep>())
        {
            refused += Count(step.Operation.Id, await commands.DoAsync(step, cancellation));
        }
        var together = new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(summit.Steps.OfType<RecordStep>(), together, async (step, stop) =>
        {
            Interlocked.Add(ref refused, Count(step.Operation.Id, await commands.DoAsync(step, stop)));
        });
        LogEntered(log, summit.Summit.Id.Value, summit.Steps.Length, refused);
        return refused;
    }

    private int Count(OperationId operation, Refusal? refusal)
    {
        if (refusal is null) return 0;
        LogRefused(log, operation, refusal.Reason, refusal.Detail);
        return 1;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Summit} was entered in {Steps} steps, {Refused} of them refused")]
    private static partial void LogEntered(ILogger log, string summit, int steps, int refused);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Operation} was refused: {Reason}: {Detail}")]
    private static partial void LogRefused(ILogger log, OperationId operation, RefusalReason reason, string detail);
}
