using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Contracts.Programme;

/// <summary>What one actor asks at once: all of its commands are done, or none. Repeating it changes nothing.</summary>
/// <param name="Id">Its name, made by the actor's client.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Commands">What is asked: 1 to <see cref="MostCommands"/> commands.</param>
/// <param name="OnBehalf">For whom the desk asks, if somebody called in.</param>
/// <param name="OverrideReason">The desk's reason for going against rules or without the sides' keys; null to keep them.</param>
[GenerateSerializer, Immutable, Alias("summithub.Operation")]
public sealed record Operation(
    [property: Id(0)] OperationId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] ImmutableArray<ProgrammeCommand> Commands,
    [property: Id(3)] OnBehalf? OnBehalf = null,
    [property: Id(4)] string? OverrideReason = null)
{
    /// <summary>The most commands of one operation.</summary>
    public const int MostCommands = 512;
}
