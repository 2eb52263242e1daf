using System.Collections.Immutable;

namespace SummitHub.Contracts.Meetings;

/// <summary>What one side brings to a meeting; it reads it alone.</summary>
/// <param name="Topics">The topics, at most 30 of 80 characters.</param>
/// <param name="Notes">Notes in any script, at most 8,000 characters.</param>
[GenerateSerializer, Immutable, Alias("summithub.Brief")]
public sealed record Brief([property: Id(0)] ImmutableArray<string> Topics, [property: Id(1)] string Notes)
{
    /// <summary>A brief with nothing in it.</summary>
    public static Brief Empty { get; } = new([], "");
}
