using System.Diagnostics;
using SummitHub.Contracts.Programme;

namespace SummitHub.Load.Servers;

/// <summary>Asks the programme as the edge does: a failure is repeated under the same operation id, which changes nothing twice.</summary>
internal static class Asking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="ProgrammeUnavailableException">There was none for too long.</exception>
    public static async Task<ProgrammeReply> Ask(this IProgrammeGrain programme, Operation operation, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (await programme.Execute(operation) is not Busy and var answer) return answer;
                if (Stopwatch.GetElapsedTime(began) > Patience) throw new ProgrammeUnavailableException("It is busy.");
            }
            catch (Exception fault) when (IsFailure(fault) && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // What happened is not known; the same operation id makes asking again safe.
            }

            await Task.Delay(Between, stop);
        }
    }

    /// <summary>Whether a fault says only that there was no answer.</summary>
    public static bool IsFailure(Exception fault) =>
        fault is ProgrammeUnavailableException or Orleans.Runtime.OrleansException or TimeoutException;
}
