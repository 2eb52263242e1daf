using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Interchange;

/// <summary>Does steps on a summit's grains.</summary>
internal interface ISummitCommands
{
    /// <summary>
    /// Does a step, and answers when it is durable and this server's replica shows it. Doing it again changes nothing.
    /// </summary>
    /// <returns>Why it was refused; null when it is done.</returns>
    /// <exception cref="ProgrammeUnavailableException">The grains did not answer for half a minute; whether it was done is not known.</exception>
    Task<Refusal?> DoAsync(SummitStep step, CancellationToken cancellation);
}
