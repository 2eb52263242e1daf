using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Decisions;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>
/// What the rules look at: the state as it is, or as it would be after a draft. Of the meetings a draft touches only what they would hold
/// counts, so that a swap is judged by where it ends.
/// </summary>
/// <param name="state">The state.</param>
/// <param name="setting">The summit.</param>
/// <param name="draft">The draft; null for the state as it is.</param>
/// <param name="now">What time it is: a proposal that has expired holds nothing.</param>
/// <param name="proposals">Whether what is only proposed counts.</param>
internal sealed class Outlook(ProgrammeState state, Setting setting, Draft? draft, DateTimeOffset now, bool proposals)
{
    private readonly List<Hold> holds = [];

    public Setting Setting { get; } = setting;

    public Meeting? Meeting(MeetingId id) => draft is null ? state.Meeting(id) : draft.Meeting(id);

    public PlannedCommitment? Commitment(CommitmentId id) => draft is null ? state.Commitment(id) : draft.Commitment(id);

    /// <summary>What holds a person within <c>[from, to)</c>, but for one meeting. The list is good until the next question.</summary>
    public List<Hold> Of(PrincipalId person, MeetingId? but, long from, long to) =>
        Gather(state.Calendars.Of(person), Drafted(but)?.Of(person), but, from, to);

    /// <summary>An upper bound of the blocks of a person that begin within <c>[from, to)</c>, but perhaps for one meeting: cheap.</summary>
    public int MostStarting(PrincipalId person, MeetingId? but, long from, long to) =>
        (state.Calendars.Of(person)?.Starting(from, to) ?? 0) + (Drafted(but)?.Of(person)?.Starting(from, to) ?? 0);

    /// <summary>What holds a room.</summary>
    public List<Hold> Of(VenueId room, MeetingId? but, long from, long to) =>
        Gather(state.Calendars.Of(room), Drafted(but)?.Of(room), but, from, to);

    /// <summary>What holds an interpreter.</summary>
    public List<Hold> Of(InterpreterId interpreter, MeetingId? but, long from, long to) =>
        Gather(state.Calendars.Of(interpreter), Drafted(but)?.Of(interpreter), but, from, to);

    /// <summary>Whether the draft opens a room again that was reported closed.</summary>
    public bool IsReopened(VenueShut closure) => draft?.Reopens(closure.Venue, closure.When) == true;

    /// <summary>The closures of all rooms: as they were reported, and as the draft reports them.</summary>
    public (IReadOnlyList<VenueShut> Reported, IReadOnlyList<VenueShut> Drafted) Closures => (state.Closures, draft?.Closures ?? []);

    /// <summary>What a person needs between two blocks: the way with its advisories, and his buffer, in ticks.</summary>
    public long Needed(long leaves, long arrives, Site? from, Site? to, Level level)
    {
        var way = Setting.Ways.Needed(from, to, level);
        if (way > 0)
        {
            way += Extra(state.Advisories, draft, leaves, arrives, from!, to!);
            if (draft is { Advisories.Count: > 0 }) way += Extra(draft.Advisories, null, leaves, arrives, from!, to!);
        }
        return way + Setting.Rules.PersonBufferMinutes * TimeSpan.TicksPerMinute;
    }

    /// <summary>
    /// The most that a person may need between a plain block and a place: from or to wherever it may be, with every advisory that may count
    /// while it lasts.
    /// </summary>
    public long MostNeeded(Hold plain, bool first, long leaves, long arrives, Site? place, Level level)
    {
        var most = 0L;
        foreach (var somewhere in Setting.SomeOfEachZone)
            most = Math.Max(most, first ? Needed(plain.Start, arrives, somewhere, place, level) : Needed(leaves, plain.End, place, somewhere, level));
        return most;
    }

    private long Extra(IReadOnlyList<TravelAdvised> advisories, Draft? easing, long leaves, long arrives, Site from, Site to)
    {
        var minutes = 0L;
        for (var i = 0; i < advisories.Count; i++)
        {
            var advised = advisories[i];
            var zone = Setting.Zone(advised.Zone);
            if ((zone == from.Zone || zone == to.Zone) && advised.When.Start.Ticks < Math.Max(arrives, leaves + 1) && leaves < advised.When.End.Ticks && easing?.Eases(advised.Zone, advised.When) != true)
                minutes += advised.ExtraMinutes;
        }
        return minutes * TimeSpan.TicksPerMinute;
    }

    private Calendars? Drafted(MeetingId? but) => draft is null || draft.IsOnly(but) ? null : draft.Calendars;

    private List<Hold> Gather(HoldList? kept, HoldList? drafted, MeetingId? but, long from, long to)
    {
        holds.Clear();
        kept?.Overlapping(from, to, holds);
        var left = 0;
        for (var i = 0; i < holds.Count; i++)
            if (Counts(holds[i], but) && !Superseded(holds[i]))
                holds[left++] = holds[i];
        holds.RemoveRange(left, holds.Count - left);
        if (drafted is null) return holds;
        drafted.Overlapping(from, to, holds);
        for (var i = left; i < holds.Count; i++)
            if (Counts(holds[i], but))
                holds[left++] = holds[i];
        holds.RemoveRange(left, holds.Count - left);
        return holds;
    }

    private bool Counts(Hold hold, MeetingId? but) =>
        (!hold.Proposed || (proposals && hold.Expires > now.UtcTicks)) && (but is null || hold.Meeting != but);

    private bool Superseded(Hold hold) =>
        draft is not null && (hold.Meeting is { } meeting ? draft.Touches(meeting) : hold.Commitment is { } commitment && draft.Touches(commitment));
}
