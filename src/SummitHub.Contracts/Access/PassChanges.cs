using System.Collections.Immutable;

namespace SummitHub.Contracts.Access;

/// <summary>What has changed among the passes of a summit.</summary>
/// <param name="Revision">The revision up to which this tells: ask on since it. 0 where nobody has ever been let in.</param>
/// <param name="Whole">Whether these are all there are: forget the others.</param>
/// <param name="Passes">Those that are new or changed, ended ones too.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassChanges")]
public sealed record PassChanges(
    [property: Id(0)] long Revision,
    [property: Id(1)] bool Whole,
    [property: Id(2)] ImmutableArray<Pass> Passes);

/// <summary>That a pass was used.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("summithub.PassSeen")]
public sealed record PassSeen([property: Id(0)] PassId Pass, [property: Id(1)] DateTimeOffset At);
