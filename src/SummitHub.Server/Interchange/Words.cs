using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>The words of the files and what they mean here.</summary>
internal static class Words
{
    /// <summary>Levels, as in the speakers' list.</summary>
    public static readonly IReadOnlyDictionary<string, Level> Levels = Enum.GetValues<Level>().ToDictionary(l => l.ToString());

    /// <summary>Kinds of delegation.</summary>
    public static readonly IReadOnlyDictionary<string, string> DelegationKinds =
        new[] { "member_state", "observer_state", "observer_organization", "un_organ" }.ToDictionary(k => k);

    /// <summary>Kinds of venue.</summary>
    public static readonly IReadOnlyDictionary<string, VenueKind> VenueKinds = new Dictionary<string, VenueKind>
    {
        ["booth"] = VenueKind.Booth,
        ["chamber"] = VenueKind.Chamber,
        ["conference_room"] = VenueKind.ConferenceRoom,
        ["meeting_room"] = VenueKind.MeetingRoom,
        ["lounge"] = VenueKind.Lounge,
        ["office"] = VenueKind.Office,
        ["holding_room"] = VenueKind.HoldingRoom,
        ["ceremony"] = VenueKind.Ceremony,
        ["dining"] = VenueKind.Dining,
        ["mission"] = VenueKind.Mission,
        ["hotel"] = VenueKind.Hotel,
    };

    /// <summary>Sides of the guarded perimeter.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Inside = new Dictionary<string, bool> { ["inside"] = true, ["outside"] = false };

    /// <summary>Sittings of the general debate.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sittings = new[] { "morning", "afternoon" }.ToDictionary(s => s);

    /// <summary>Formats of the Kazakh file.</summary>
    public static readonly IReadOnlyDictionary<string, MeetingFormat> Formats = new Dictionary<string, MeetingFormat>
    {
        ["bilateral"] = MeetingFormat.Bilateral,
        ["secretary_general"] = MeetingFormat.CourtesyCall,
    };

    /// <summary>How far the sources of other meetings carry.</summary>
    public static readonly IReadOnlyDictionary<string, string> Standings = new[] { "sourced", "planned", "recalled" }.ToDictionary(s => s);

    /// <summary>What is known before a meeting, and so stands in a side's brief.</summary>
    public static readonly IReadOnlySet<string> BriefKinds = new HashSet<string> { "topic", "background", "intention", "interest", "information" };

    /// <summary>What came out of a meeting.</summary>
    public static readonly IReadOnlyDictionary<string, OutcomeKind> OutcomeKinds = new Dictionary<string, OutcomeKind>
    {
        ["figure"] = OutcomeKind.FigureCited,
        ["measure"] = OutcomeKind.Measure,
        ["proposal"] = OutcomeKind.Project,
        ["thanks"] = OutcomeKind.Thanks,
        ["invitation"] = OutcomeKind.Invitation,
        ["invitations_exchanged"] = OutcomeKind.Invitation,
        ["commitment"] = OutcomeKind.Commitment,
        ["congratulations"] = OutcomeKind.Position,
        ["statement"] = OutcomeKind.Position,
        ["support"] = OutcomeKind.Position,
        ["assessment"] = OutcomeKind.Position,
        ["readiness"] = OutcomeKind.Position,
        ["shared_view"] = OutcomeKind.Position,
        ["prospects_reviewed"] = OutcomeKind.Position,
    };

    /// <summary>Where a follow-up is from: the report, or our own suggestion.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Stated = new Dictionary<string, bool> { ["stated"] = true, ["derived"] = false };
}
