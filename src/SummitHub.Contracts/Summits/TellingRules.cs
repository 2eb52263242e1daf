using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>How fast a delegation must take note of a change, and who of it is asked one after the other.</summary>
/// <param name="Within">The deadlines, by the time that is left to the meeting; the one with the longest time that fits holds.</param>
/// <param name="Chain">Who is asked, in order; after the last of them it is the desk's.</param>
[GenerateSerializer, Immutable, Alias("summithub.TellingRules")]
public sealed record TellingRules(
    [property: Id(0)] ImmutableArray<NoteWithin> Within,
    [property: Id(1)] ImmutableArray<AskedToNote> Chain);

/// <summary>A deadline.</summary>
/// <param name="MinutesBefore">It holds while so much time is left to the start, or more, in minutes.</param>
/// <param name="Minutes">Within how many minutes somebody must take note.</param>
[GenerateSerializer, Immutable, Alias("summithub.NoteWithin")]
public sealed record NoteWithin([property: Id(0)] int MinutesBefore, [property: Id(1)] int Minutes);

/// <summary>Who of a delegation is asked to take note.</summary>
[GenerateSerializer, Alias("summithub.AskedToNote")]
public enum AskedToNote
{
    /// <summary>Its site officers.</summary>
    SiteOfficer,

    /// <summary>Its control officers.</summary>
    ControlOfficer,

    /// <summary>Its chief.</summary>
    Chief,
}
