using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>
/// An operation while it is decided: the events so far, and the meetings and commitments as they would be after them. The state beneath
/// is only read, so that a refusal has nothing to undo.
/// </summary>
internal sealed class Draft(ProgrammeState state, Setting setting, Operation operation, DateTimeOffset at)
{
    private readonly ImmutableArray<ProgrammeEvent>.Builder events = ImmutableArray.CreateBuilder<ProgrammeEvent>(4);
    private readonly Stamp stamp = ProgrammeState.StampOf(state.Length + 1, at, operation.Actor, operation.OnBehalf, operation.OverrideReason);
    private readonly Dictionary<MeetingId, Meeting> meetings = [];
    private Dictionary<CommitmentId, PlannedCommitment>? commitments;
    private Calendars? calendars;
    private List<VenueShut>? closures;
    private List<VenueReopened>? reopenings;
    private List<TravelAdvised>? advisories;
    private List<TravelEased>? easings;

    public ProgrammeState State { get; } = state;

    public Setting Setting { get; } = setting;

    public Operation Operation { get; } = operation;

    public Actor Actor { get; } = operation.Actor;

    /// <summary>When it is decided.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>The side that speaks: the actor's own, or the one the desk acts for; null for the desk itself.</summary>
    public DelegationCode? Side { get; } = operation.OnBehalf?.Delegation ?? (operation.Actor.Role is Role.Desk or Role.System ? null : operation.Actor.Delegation);

    /// <summary>Whether the desk decides in its own name: nobody called in, or it gives a reason to go without the sides' keys.</summary>
    public bool AsDesk { get; } = operation.Actor.Role is Role.Desk or Role.System && (operation.OnBehalf is null || operation.OverrideReason is not null);

    /// <summary>The meetings whose slot or people a plan has changed, to be held to the rules when all is drafted.</summary>
    public List<Placing> Placings { get; } = [];

    public IReadOnlyDictionary<MeetingId, Meeting> Meetings => meetings;

    /// <summary>Whether every placing was found to keep every rule.</summary>
    public bool KeepsAllRules { get; set; }

    public IReadOnlyCollection<PlannedCommitment> Commitments => commitments is null ? [] : commitments.Values;

    public IReadOnlyList<VenueShut> Closures => closures is null ? [] : closures;

    public IReadOnlyList<VenueReopened> Reopenings => reopenings is null ? [] : reopenings;

    public IReadOnlyList<TravelAdvised> Advisories => advisories is null ? [] : advisories;

    public IReadOnlyList<TravelEased> Easings => easings is null ? [] : easings;

    public Meeting? Meeting(MeetingId id) => meetings.TryGetValue(id, out var drafted) ? drafted : State.Meeting(id);

    public PlannedCommitment? Commitment(CommitmentId id) =>
        commitments is not null && commitments.TryGetValue(id, out var drafted) ? drafted : State.Commitment(id);

    /// <summary>Whether the draft has changed the meeting, so that its holds in the state no longer count.</summary>
    public bool Touches(MeetingId id) => meetings.ContainsKey(id);

    public bool Touches(CommitmentId id) => commitments is not null && commitments.ContainsKey(id);

    public bool IsEmpty => events.Count == 0;

    /// <summary>What the meetings and commitments of the draft hold.</summary>
    public Calendars Calendars => calendars ??= Held();

    /// <summary>Whether this meeting is all there is in the draft: it is never in its own way, so that its holds need not be looked at.</summary>
    public bool IsOnly(MeetingId? id) => id is { } one && commitments is null && meetings.Count == 1 && meetings.ContainsKey(one);

    public void Add(MeetingEvent happened)
    {
        events.Add(happened);
        meetings[happened.Meeting] = MeetingEvents.Apply(Meeting(happened.Meeting), happened, stamp);
        calendars = null;
    }

    public void Add(CommitmentAdded happened) => Add(happened, CommitmentEvents.Add(happened, stamp));

    public void Add(ProgrammeEvent happened, PlannedCommitment after)
    {
        events.Add(happened);
        (commitments ??= [])[after.Commitment.Id] = after;
        calendars = null;
    }

    public void Add(VenueShut happened)
    {
        events.Add(happened);
        (closures ??= []).Add(happened);
    }

    public void Add(VenueReopened happened)
    {
        events.Add(happened);
        (reopenings ??= []).Add(happened);
        closures?.RemoveAll(c => c.Venue == happened.Venue && c.When == happened.When);
    }

    /// <summary>Whether the draft opens a room again that was closed for just that time.</summary>
    public bool Reopens(VenueId venue, Interval when) => reopenings?.Exists(r => r.Venue == venue && r.When == when) == true;

    public void Add(TravelAdvised happened)
    {
        events.Add(happened);
        (advisories ??= []).Add(happened);
    }

    public void Add(TravelEased happened)
    {
        events.Add(happened);
        (easings ??= []).Add(happened);
        advisories?.RemoveAll(a => a.Zone == happened.Zone && a.When == happened.When);
    }

    /// <summary>Whether the draft takes back what was advised of a zone for just that time.</summary>
    public bool Eases(ZoneId zone, Interval when) => easings?.Exists(e => e.Zone == zone && e.When == when) == true;

    public LogEntry ToEntry(UInt128 commandHash) => new(
        State.Length + 1, At, Operation.Id, Actor, Operation.OnBehalf, Operation.OverrideReason, commandHash, events.DrainToImmutable());

    private Calendars Held()
    {
        var held = new Calendars();
        foreach (var meeting in meetings.Values) held.Change(null, meeting, Setting);
        foreach (var commitment in Commitments) held.Change(null, commitment, Setting);
        return held;
    }
}
