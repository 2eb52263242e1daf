using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Programme;

/// <summary>Asks the programme until it answers: after a failure again under the same operation id, for a while.</summary>
internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>What the programme answered; null where it could not for 3 s, and whether it was done is not known.</summary>
    public static async Task<ProgrammeReply?> AskAsync(this IProgrammeGrain programme, Operation operation, TimeProvider time, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                var reply = await programme.Execute(operation);
                if (reply is not Busy) return reply;
            }
            catch (Exception failure) when (failure is ProgrammeUnavailableException or TimeoutException or OrleansException)
            {
                // Not known whether it was done; the same id makes the next try safe.
            }
            if (time.GetElapsedTime(began) > Patience) return null;
            await Task.Delay(Pause, time, cancellation);
        }
    }
}
