using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>A part of the summit's town; people travel between zones.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Name">What it is called, in English.</param>
/// <param name="Inside">Whether it lies inside the guarded perimeter, so that entering it costs a checkpoint.</param>
/// <param name="PassRequired">Whether a pass is asked for.</param>
[GenerateSerializer, Immutable, Alias("summithub.Zone")]
public sealed record Zone(
    [property: Id(0)] ZoneId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Inside,
    [property: Id(3)] bool PassRequired);

/// <summary>A room, booth, lounge, office, mission or hotel where meetings are held.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Name">What it is called, in English.</param>
/// <param name="Zone">Where it lies.</param>
/// <param name="Kind">What it is: booth, lounge, office and so on.</param>
/// <param name="Seats">How many people it holds; null where that is not known.</param>
/// <param name="ParallelMeetings">How many meetings it takes at once, at least one.</param>
/// <param name="Bookable">Whether it may be offered for a meeting; an office or a chamber is used by its owner or the desk alone.</param>
/// <param name="Opens">When it opens, in the summit's local time.</param>
/// <param name="Closes">When it closes, in the summit's local time of the same day.</param>
/// <param name="Owner">The delegation whose house it is, if any.</param>
/// <param name="Adjacent">The venues next to it, for pairs that are kept apart.</param>
/// <param name="Estimated">The names of those fields that are estimates, as they are marked wherever they are shown.</param>
/// <param name="NativeName">What it is called in another language, if known.</param>
[GenerateSerializer, Immutable, Alias("summithub.Venue")]
public sealed record Venue(
    [property: Id(0)] VenueId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] ZoneId Zone,
    [property: Id(3)] VenueKind Kind,
    [property: Id(4)] int? Seats,
    [property: Id(5)] int ParallelMeetings,
    [property: Id(6)] bool Bookable,
    [property: Id(7)] TimeOnly Opens,
    [property: Id(8)] TimeOnly Closes,
    [property: Id(9)] DelegationCode? Owner,
    [property: Id(10)] ImmutableArray<VenueId> Adjacent,
    [property: Id(11)] ImmutableArray<string> Estimated,
    [property: Id(12)] LocalName? NativeName = null);

/// <summary>A name as it is written in one language.</summary>
/// <param name="Language">The language, a BCP 47 tag.</param>
/// <param name="Text">The name.</param>
[GenerateSerializer, Immutable, Alias("summithub.LocalName")]
public sealed record LocalName([property: Id(0)] string Language, [property: Id(1)] string Text);

/// <summary>What a venue is.</summary>
[GenerateSerializer, Alias("summithub.VenueKind")]
public enum VenueKind
{
    /// <summary>A booth for bilateral meetings.</summary>
    Booth,

    /// <summary>A chamber of an organ.</summary>
    Chamber,

    /// <summary>A conference room.</summary>
    ConferenceRoom,

    /// <summary>A small meeting room.</summary>
    MeetingRoom,

    /// <summary>A lounge where several meetings are held side by side.</summary>
    Lounge,

    /// <summary>The office of a host.</summary>
    Office,

    /// <summary>A room where a principal waits.</summary>
    HoldingRoom,

    /// <summary>A place of ceremonies.</summary>
    Ceremony,

    /// <summary>A dining room.</summary>
    Dining,

    /// <summary>A delegation's mission.</summary>
    Mission,

    /// <summary>A hotel.</summary>
    Hotel,
}
