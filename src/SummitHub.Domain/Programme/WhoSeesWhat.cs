using SummitHub.Contracts.Programme;
using static SummitHub.Domain.Programme.Share;
using static SummitHub.Domain.Programme.Sight;

namespace SummitHub.Domain.Programme;

/// <summary>
/// Who sees what: the one table that boards, events, notices, refusals, records and pages read. What is in the way of a plan is named to
/// who sees its face at least; to all others a party, a room or an interpreter is unavailable then, the same for meeting, commitment and hold.
/// </summary>
public static class WhoSeesWhat
{
    private static readonly Sight[][] Times = Rows(new Dictionary<Matter, Sight[]>
    {
        //                                  Staff      Readers    Others     Desk       Officer    DeskWall   Wall
        [Matter.OpenMeeting] =             [Side,      Face,      Face,      Logistics, Logistics, Face,      Face],
        [Matter.OrdinaryMeeting] =         [Side,      Face,      Padded,      Logistics, Logistics, Face,      Nothing],
        [Matter.ConfidentialMeeting] =     [Side,      Nothing,   Padded,    Held,      Logistics, Nothing,   Nothing],
        [Matter.PublicCommitment] =        [Logistics, Logistics, Logistics, Logistics, Logistics, Logistics, Logistics],
        [Matter.PrivateCommitment] =       [Logistics, Logistics, Padded,    Held,      Logistics, Nothing,   Nothing],
    });

    private static readonly Share[][] Contents = Rows(new Dictionary<Content, Share[]>
    {
        //                                  Staff      Readers    Others     Desk       Officer    DeskWall   Wall
        [Content.Substance] =              [OwnSide,   None,      None,      None,      None,      None,      None],
        [Content.OfferedAndAgreed] =       [BothSides, Cleared,   None,      None,      None,      None,      None],
        [Content.PublishedReadout] =       [Whole,     Whole,     Whole,     Whole,     Whole,     IfChosen,  IfChosen],
    });

    /// <summary>How much a kind of reader sees of a kind of meeting or commitment.</summary>
    public static Sight Of(Matter matter, Reader reader) => Times[(int)matter][(int)reader];

    /// <summary>What a kind of reader reads of what a meeting is about.</summary>
    public static Share Of(Content content, Reader reader) => Contents[(int)content][(int)reader];

    /// <summary>The row of a meeting.</summary>
    public static Matter RowOf(Visibility visibility) => visibility switch
    {
        Visibility.Open => Matter.OpenMeeting,
        Visibility.Ordinary => Matter.OrdinaryMeeting,
        _ => Matter.ConfidentialMeeting,
    };

    private static T[][] Rows<TRow, T>(Dictionary<TRow, T[]> table)
        where TRow : struct, Enum => [.. Enum.GetValues<TRow>().Select(row => table[row])];
}

/// <summary>The table's rows: what takes people's time.</summary>
public enum Matter
{
    /// <summary>A meeting that its parties chose to let everybody know of.</summary>
    OpenMeeting,

    /// <summary>A meeting as most are.</summary>
    OrdinaryMeeting,

    /// <summary>A meeting whose existence is confidential.</summary>
    ConfidentialMeeting,

    /// <summary>A commitment that everybody may know of, as a speech.</summary>
    PublicCommitment,

    /// <summary>Any other commitment, and what the desk holds free without saying for what.</summary>
    PrivateCommitment,
}

/// <summary>The table's rows: what a meeting is about.</summary>
public enum Content
{
    /// <summary>Topics, brief, notes, drafts.</summary>
    Substance,

    /// <summary>Items that were offered to the other sides, and the agreed core.</summary>
    OfferedAndAgreed,

    /// <summary>A readout that a side has published.</summary>
    PublishedReadout,
}

/// <summary>The table's columns: who looks, as seen from a meeting or commitment.</summary>
public enum Reader
{
    /// <summary>A party's chief, control officers, site officers and notetakers.</summary>
    PartyStaff,

    /// <summary>A party's readers and press officers.</summary>
    PartyReaders,

    /// <summary>Anybody of another delegation.</summary>
    OtherDelegations,

    /// <summary>The protocol desk.</summary>
    Desk,

    /// <summary>The officer of the desk who placed it.</summary>
    PlacingOfficer,

    /// <summary>The desk's walls.</summary>
    DeskWall,

    /// <summary>Walls that are not the desk's.</summary>
    Wall,
}

/// <summary>What somebody reads of what a meeting is about.</summary>
public enum Share
{
    /// <summary>None of it.</summary>
    None,

    /// <summary>His own side's alone.</summary>
    OwnSide,

    /// <summary>What either side has given the other.</summary>
    BothSides,

    /// <summary>Of that, what his side has cleared for him.</summary>
    Cleared,

    /// <summary>All of it, where the side that publishes it chose so.</summary>
    IfChosen,

    /// <summary>All of it.</summary>
    Whole,
}
