using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Meetings;

/// <summary>One thing that came out of a meeting, as one side has put it.</summary>
/// <param name="Id">Its name within the meeting.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Side">The side whose item it is.</param>
/// <param name="Text">The item in its own words: at most 2,000 characters in any script.</param>
/// <param name="Language">The language of the text, a BCP 47 tag.</param>
/// <param name="Topic">The topic it belongs to, such as <c>trade</c>; null for none.</param>
/// <param name="Figure">A figure cited; null for none.</param>
/// <param name="Unit">The figure's unit, such as <c>USD</c>; null for none.</param>
/// <param name="Owner">Who follows it up; null for nobody.</param>
/// <param name="Due">By when, a local day; null for no day.</param>
/// <param name="OtherTexts">The same in other languages.</param>
/// <param name="Simulated">Whether the sample's script recorded it.</param>
/// <param name="Place">The place it is about, at most 120 characters; null for none.</param>
/// <param name="Window">The days in which it is to happen; null for none.</param>
/// <param name="Sensitivity">How far it may go.</param>
/// <param name="Answers">The item of another side that this one puts in other words: it is a counter-offer. Null for none; the rules set it.</param>
/// <param name="Corrects">The agreed item that this one puts right once all accept it; null for none.</param>
[GenerateSerializer, Immutable, Alias("summithub.OutcomeItem")]
public sealed record OutcomeItem(
    [property: Id(0)] ItemId Id,
    [property: Id(1)] OutcomeKind Kind,
    [property: Id(2)] DelegationCode Side,
    [property: Id(3)] string Text,
    [property: Id(4)] string Language,
    [property: Id(5)] string? Topic,
    [property: Id(6)] decimal? Figure,
    [property: Id(7)] string? Unit,
    [property: Id(8)] DelegationCode? Owner,
    [property: Id(9)] DateOnly? Due,
    [property: Id(10)] ImmutableArray<LocalName> OtherTexts,
    [property: Id(11)] bool Simulated = false,
    [property: Id(12)] string? Place = null,
    [property: Id(13)] DayWindow? Window = null,
    [property: Id(14)] Sensitivity Sensitivity = Sensitivity.Ordinary,
    [property: Id(15)] ItemId? Answers = null,
    [property: Id(16)] ItemId? Corrects = null)
{
    /// <summary>Its text in a language; null where it is not told in it.</summary>
    public string? TextIn(string language) => Language == language ? Text : OtherTexts.FirstOrDefault(t => t.Language == language)?.Text;
}

/// <summary>From one local day to another, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, not before the first.</param>
[GenerateSerializer, Immutable, Alias("summithub.DayWindow")]
public sealed record DayWindow([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly Until);

/// <summary>How far an item may go.</summary>
[GenerateSerializer, Alias("summithub.Sensitivity")]
public enum Sensitivity
{
    /// <summary>It may be offered, and stand in a readout once it is cleared.</summary>
    Ordinary,

    /// <summary>It stays between the sides: it may be offered and stands in no readout.</summary>
    BetweenSides,

    /// <summary>It stays with its own side: it is never offered.</summary>
    OwnSide,
}

/// <summary>What kind of thing came out.</summary>
[GenerateSerializer, Alias("summithub.OutcomeKind")]
public enum OutcomeKind
{
    /// <summary>A figure that was cited.</summary>
    FigureCited,

    /// <summary>A measure that was taken or announced.</summary>
    Measure,

    /// <summary>A project.</summary>
    Project,

    /// <summary>An invitation.</summary>
    Invitation,

    /// <summary>That somebody takes part in something.</summary>
    Participation,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>A commitment that was given.</summary>
    Commitment,

    /// <summary>Something asked for.</summary>
    Request,

    /// <summary>A position that was stated.</summary>
    Position,

    /// <summary>A document that was signed.</summary>
    DocumentSigned,

    /// <summary>A disagreement that was noted.</summary>
    DisagreementNoted,

    /// <summary>The next contact.</summary>
    NextContact,
}

/// <summary>How far an item is.</summary>
[GenerateSerializer, Alias("summithub.ItemStage")]
public enum ItemStage
{
    /// <summary>Its side's alone.</summary>
    Draft,

    /// <summary>Offered to the other sides, who see it.</summary>
    Offered,

    /// <summary>Accepted by all sides: numbered and immutable.</summary>
    Agreed,

    /// <summary>Declined by a side.</summary>
    Declined,

    /// <summary>Cleared by a named person of its side, and still its side's alone.</summary>
    Cleared,

    /// <summary>Answered by another side with a counter-offer.</summary>
    Countered,
}
