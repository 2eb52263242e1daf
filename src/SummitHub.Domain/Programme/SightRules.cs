using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme;

/// <summary>Reads <see cref="WhoSeesWhat"/> for an audience.</summary>
public static class SightRules
{
    /// <summary>How much the audience sees of the meeting.</summary>
    public static Sight Of(Audience audience, Meeting meeting) =>
        WhoSeesWhat.Of(WhoSeesWhat.RowOf(meeting.Terms.Visibility), ReaderOf(audience, meeting));

    /// <summary>How much the audience sees of the commitment.</summary>
    /// <param name="audience">Who looks.</param>
    /// <param name="planned">The commitment.</param>
    /// <param name="principals">Finds a person.</param>
    public static Sight Of(Audience audience, PlannedCommitment planned, Func<PrincipalId, Principal?> principals) => planned.Commitment.Public
        ? WhoSeesWhat.Of(Matter.PublicCommitment, Reader.OtherDelegations)
        : WhoSeesWhat.Of(Matter.PrivateCommitment, ReaderOf(audience, planned, principals));

    /// <summary>What the audience reads of what the meeting is about.</summary>
    public static Share Of(Audience audience, Meeting meeting, Content content) => WhoSeesWhat.Of(content, ReaderOf(audience, meeting));

    /// <summary>Whether the audience may know that there is such a meeting.</summary>
    public static bool MayKnow(Audience audience, Meeting meeting) => Of(audience, meeting) >= Sight.Face;

    /// <summary>Whether the audience may know that there is such a commitment.</summary>
    public static bool MayKnow(Audience audience, PlannedCommitment planned, Func<PrincipalId, Principal?> principals) =>
        Of(audience, planned, principals) >= Sight.Face;

    /// <summary>Whether the audience sees plain blocks where it may not know what holds somebody.</summary>
    public static bool SeesHolds(Audience audience) => WhoSeesWhat.Of(Matter.ConfidentialMeeting, Otherwise(audience.Kind)) == Sight.Held;

    /// <summary>Whether the audience may know when a person is in town: the desk, and his own delegation.</summary>
    public static bool MayKnowPresence(Audience audience, Principal person) =>
        audience.Kind is AudienceKind.Desk or AudienceKind.Officer || audience.Delegation == person.Delegation;

    /// <summary>The column of an audience, as seen from a meeting.</summary>
    public static Reader ReaderOf(Audience audience, Meeting meeting) => audience switch
    {
        { Delegation: { } own } when meeting.HasSide(own) => audience.Kind == AudienceKind.Delegation ? Reader.PartyStaff : Reader.PartyReaders,
        { Officer: { } officer } when meeting.PlacedBy == officer => Reader.PlacingOfficer,
        _ => Otherwise(audience.Kind),
    };

    private static Reader ReaderOf(Audience audience, PlannedCommitment planned, Func<PrincipalId, Principal?> principals)
    {
        if (audience.Officer is { } officer && planned.AddedBy == officer) return Reader.PlacingOfficer;
        if (audience.Delegation is { } own)
            foreach (var person in planned.Commitment.Principals)
                if (principals(person)?.Delegation == own)
                    return audience.Kind == AudienceKind.Delegation ? Reader.PartyStaff : Reader.PartyReaders;
        return Otherwise(audience.Kind);
    }

    private static Reader Otherwise(AudienceKind kind) => kind switch
    {
        AudienceKind.Delegation or AudienceKind.Readers => Reader.OtherDelegations,
        AudienceKind.Desk or AudienceKind.Officer => Reader.Desk,
        AudienceKind.DeskWall => Reader.DeskWall,
        _ => Reader.Wall,
    };
}
