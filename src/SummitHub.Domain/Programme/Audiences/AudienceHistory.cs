using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Audiences;

/// <summary>
/// For each audience the entries that changed its view, in order. An audience's version is their number: a pure function of the
/// log, so every server agrees on it, and no gap in it betrays what others do. What an entry did beside is not told: of two meetings that
/// it changed, an audience hears of those it may know.
/// </summary>
/// <remarks>
/// An officer of the desk sees what the desk sees until he places something confidential; from then on he has a list of his own, which
/// begins as the desk's. So his version goes on without a gap, and twenty officers cost one list.
/// </remarks>
public sealed class AudienceHistory
{
    private readonly Dictionary<Audience, Chronicle> chronicles = [];
    private readonly List<Chronicle> officers = [];
    private readonly List<Chronicle> touched = [];
    private readonly List<Audience> told = [];
    private readonly HashSet<MeetingId> meetings = [];
    private readonly HashSet<CommitmentId> commitments = [];
    private readonly HashSet<Resource> hidden = [];
    private readonly Dictionary<MeetingId, List<Resource>> hiddenBefore = [];
    private readonly Chronicle desk;
    private readonly Chronicle deskWall;
    private Chronicle[]? everybody;
    private TouchedSet nothing = TouchedSet.Empty();

    /// <summary>Makes the history before the first entry.</summary>
    public AudienceHistory() => (desk, deskWall) = (ChronicleOf(Audience.Desk), ChronicleOf(Audience.DeskWall));

    /// <summary>How many entries have changed what the audience sees.</summary>
    public long VersionOf(Audience audience) => Find(audience)?.Count ?? 0;

    /// <summary>The check of the audience's entry at a version; zero at version zero, null beyond the last.</summary>
    public ulong? CheckAt(Audience audience, long version)
    {
        if (version == 0) return 0;
        return Find(audience) is { } list && version > 0 && version <= list.Count ? list[(int)version - 1].Check : null;
    }

    /// <summary>The entries that changed the audience's view after a version.</summary>
    public IEnumerable<Touch> After(Audience audience, long version)
    {
        if (Find(audience) is not { } list || version >= list.Count) yield break;
        for (var i = (int)version; i < list.Count; i++) yield return list[i];
    }

    /// <summary>The audience's next entries after a place in the log.</summary>
    public IReadOnlyList<Touch> AfterPosition(Audience audience, long position, int most)
    {
        if (Find(audience) is not { } list) return [];
        var first = list.FirstAfter(position);
        return [.. Enumerable.Range(first, Math.Min(most, list.Count - first)).Select(i => list[i])];
    }

    /// <summary>Counts an entry, once it is folded into the state, for the audiences it concerns.</summary>
    /// <returns>Those audiences; the list is good until the next call. Where the desk is among them, so is every officer of it.</returns>
    public IReadOnlyList<Audience> Add(ProgrammeState state, LogEntry entry, ulong check)
    {
        nothing = TouchedSet.Empty();
        meetings.Clear();
        commitments.Clear();
        hidden.Clear();
        foreach (var happened in entry.Events) Concern(state, happened);
        if (hidden.Count > 0) LookAtHeld(state);
        told.Clear();
        foreach (var chronicle in touched)
        {
            chronicle.Add(chronicle.Now!.ToTouch(entry.Position, check));
            chronicle.Now = null;
            told.Add(chronicle.Audience);
        }
        touched.Clear();
        return told;
    }

    private void Concern(ProgrammeState state, ProgrammeEvent happened)
    {
        switch (happened)
        {
            case RecordNoted { Sides: var sides, Meeting: var id }:
                foreach (var side in sides)
                    if (ChronicleOf(Audience.Of(side.Delegation)) is var own && own.Now?.Holds(new Subject(id)) != true)
                        Touch(own, new Subject(id));
                break;
            case MeetingEvent { Meeting: var id } when state.Meeting(id) is { } meeting && meetings.Add(id):
                Concern(state, meeting);
                break;
            case CommitmentAdded { Commitment.Id: var id }:
                Concern(state, id);
                break;
            case CommitmentDropped { Commitment: var id }:
                Concern(state, id);
                break;
            case CommitmentSlipped { Commitment: var id }:
                Concern(state, id);
                break;
            case CommitmentMarked { Commitment: var id }:
                Concern(state, id);
                break;
            case VenueShut or VenueReopened or TravelAdvised or TravelEased:
                TouchDesk(default);
                break;
        }
    }

    private void Concern(ProgrammeState state, Meeting meeting)
    {
        var (row, subject) = (WhoSeesWhat.RowOf(meeting.Terms.Visibility), new Subject(meeting.Id));
        if (row == Matter.OpenMeeting)
        {
            foreach (var chronicle in Everybody(state)) Touch(chronicle, subject);
            return;
        }
        foreach (var party in meeting.Terms.Parties)
        {
            Touch(ChronicleOf(Audience.Of(party.Delegation)), subject);
            if (row == Matter.OrdinaryMeeting) Touch(ChronicleOf(Audience.ReadersOf(party.Delegation)), subject);
        }
        if (row == Matter.OrdinaryMeeting)
        {
            TouchDesk(subject);
            return;
        }
        if (meeting.PlacedBy is { } officer) Touch(OfficerOf(officer), subject);
        Hide(meeting);
    }

    private void Concern(ProgrammeState state, CommitmentId id)
    {
        if (state.Commitment(id) is not { } planned || !commitments.Add(id)) return;
        var subject = new Subject(null, id);
        if (planned.Commitment.Public)
        {
            foreach (var chronicle in Everybody(state)) Touch(chronicle, subject);
            return;
        }
        foreach (var side in planned.Commitment.Principals.Select(p => state.Principal(p)?.Delegation).OfType<DelegationCode>().Distinct())
        {
            Touch(ChronicleOf(Audience.Of(side)), subject);
            Touch(ChronicleOf(Audience.ReadersOf(side)), subject);
        }
        if (planned.AddedBy is { } officer) Touch(OfficerOf(officer), subject);
        foreach (var person in planned.Commitment.Principals) hidden.Add(Resource.Of(person));
        if (planned.Commitment is { HoldsRoom: true, Venue: { } room }) hidden.Add(Resource.Of(room));
    }

    /// <summary>Notes whose plain blocks a confidential meeting may have changed: of all that it takes now, and that it took before.</summary>
    private void Hide(Meeting meeting)
    {
        if (hiddenBefore.TryGetValue(meeting.Id, out var before)) hidden.UnionWith(before);
        List<Resource> now = [.. meeting.Terms.Parties.Select(p => Resource.Of(p.Principal))];
        if (meeting.Planned?.Venue is { } room) now.Add(Resource.Of(room));
        if (meeting.Proposal?.Slot.Venue is { } proposed) now.Add(Resource.Of(proposed));
        hidden.UnionWith(now);
        hiddenBefore[meeting.Id] = now;
    }

    /// <summary>Only who sees another block than before is touched: what happens under a block is nobody's business.</summary>
    private void LookAtHeld(ProgrammeState state)
    {
        foreach (var chronicle in (Chronicle[])[desk, .. officers])
            foreach (var resource in hidden)
                if (chronicle.Held?.Look(state, resource) is { } held)
                    Touch(chronicle, new Subject(null, null, held));
    }

    private void TouchDesk(Subject subject)
    {
        Touch(desk, subject);
        Touch(deskWall, subject);
        foreach (var officer in officers) Touch(officer, subject);
    }

    private void Touch(Chronicle chronicle, Subject subject)
    {
        if (chronicle.Now is null) touched.Add(chronicle);
        chronicle.Now = (chronicle.Now ?? nothing).With(subject);
    }

    private Chronicle? Find(Audience audience) =>
        chronicles.GetValueOrDefault(audience) ?? (audience.Kind == AudienceKind.Officer ? desk : null);

    private Chronicle ChronicleOf(Audience audience)
    {
        if (!chronicles.TryGetValue(audience, out var chronicle)) chronicles.Add(audience, chronicle = new Chronicle(audience));
        return chronicle;
    }

    private Chronicle OfficerOf(string id)
    {
        var audience = Audience.OfOfficer(id);
        if (chronicles.TryGetValue(audience, out var known)) return known;
        var own = ChronicleOf(audience).From(desk);
        // What this entry has done so far, the desk has seen as well.
        if (desk.Now is not null)
        {
            own.Now = desk.Now;
            touched.Add(own);
        }
        officers.Add(own);
        everybody = null;
        return own;
    }

    /// <summary>Desk, walls, and both audiences of every delegation.</summary>
    private Chronicle[] Everybody(ProgrammeState state) => everybody ??=
    [
        desk, deskWall, ChronicleOf(Audience.Wall), .. officers,
        .. state.Summit!.Delegations.SelectMany(d => (Chronicle[])[ChronicleOf(Audience.Of(d.Code)), ChronicleOf(Audience.ReadersOf(d.Code))]),
    ];
}
