using System.Collections.Immutable;

namespace SummitHub.Contracts.Programme;

/// <summary>What a meeting is, apart from its time and place: what its sides agreed to hold.</summary>
/// <param name="Parties">Its sides, at least two; the first one asked for it.</param>
/// <param name="Format">Its format.</param>
/// <param name="Visibility">Who may know of it.</param>
/// <param name="Interpretation">The pairs of languages that are interpreted, such as <c>kk-pl</c>; empty for none.</param>
/// <param name="Media">What media do: <c>none</c>, <c>photo</c>, <c>pool_spray</c> or the like; null where that is not known.</param>
/// <param name="Estimated">The names of those of its fields that are estimates: <c>date</c>, <c>start</c>, <c>duration_minutes</c>, <c>venue</c>, <c>interpretation</c>.</param>
/// <param name="Source">Where it is known from, as keys of the sample's provenance; null for a meeting made here.</param>
/// <param name="Officer">The desk's officer who is to place it, by actor id: of a confidential meeting he alone of the desk knows. Null for the one who does so first.</param>
[GenerateSerializer, Immutable, Alias("summithub.MeetingTerms")]
public sealed record MeetingTerms(
    [property: Id(0)] ImmutableArray<Party> Parties,
    [property: Id(1)] MeetingFormat Format,
    [property: Id(2)] Visibility Visibility,
    [property: Id(3)] ImmutableArray<string> Interpretation,
    [property: Id(4)] string? Media,
    [property: Id(5)] ImmutableArray<string> Estimated,
    [property: Id(6)] string? Source,
    [property: Id(7)] string? Officer = null);

/// <summary>What kind of meeting it is.</summary>
[GenerateSerializer, Alias("summithub.MeetingFormat")]
public enum MeetingFormat
{
    /// <summary>Two delegations at a table.</summary>
    Bilateral,

    /// <summary>A few minutes aside of another event.</summary>
    PullAside,

    /// <summary>A greeting in passing.</summary>
    BrushBy,

    /// <summary>The principals alone.</summary>
    TeteATete,

    /// <summary>With few advisers.</summary>
    Restricted,

    /// <summary>With the full delegations.</summary>
    Expanded,

    /// <summary>At lunch.</summary>
    WorkingLunch,

    /// <summary>Three delegations.</summary>
    Trilateral,

    /// <summary>A call on one's host or senior.</summary>
    CourtesyCall,
}

/// <summary>Who may know that a meeting is held.</summary>
[GenerateSerializer, Alias("summithub.Visibility")]
public enum Visibility
{
    /// <summary>The parties and the desk; others see that its people are busy.</summary>
    Ordinary,

    /// <summary>Everybody: the parties chose so.</summary>
    Open,

    /// <summary>The parties and the officer who placed it.</summary>
    Confidential,
}
