using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Decisions;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme;

/// <summary>
/// The state of one summit's programme: the fold of its log. It has one owner, who alone applies entries; nothing else changes it,
/// and <see cref="Decide"/> only reads it. Not thread-safe: the owner guards it, or hands out a <see cref="Fork"/>.
/// </summary>
/// <remarks>
/// It is changed in place. Immutable maps would make a copy free, but cost more for each entry than all the rules together; a copy is
/// made once for each reader, an entry is folded in tens of thousands of times a second. What it holds is immutable.
/// </remarks>
public sealed class ProgrammeState
{
    private readonly Dictionary<MeetingId, Meeting> meetings;
    private readonly Dictionary<CommitmentId, PlannedCommitment> commitments;
    private readonly Dictionary<(string Actor, OperationId Id), Done> operations;
    private readonly List<VenueShut> closures;
    private readonly List<TravelAdvised> advisories;

    /// <summary>Makes the state before the first entry.</summary>
    public ProgrammeState()
    {
        (meetings, commitments, operations, closures, advisories) = ([], [], [], [], []);
        Calendars = new Calendars();
    }

    private ProgrammeState(ProgrammeState other)
    {
        meetings = new(other.meetings);
        commitments = new(other.commitments);
        operations = new(other.operations);
        closures = [.. other.closures];
        advisories = [.. other.advisories];
        Calendars = other.Calendars.Copy();
        (Setting, Length, LastAt) = (other.Setting, other.Length, other.LastAt);
    }

    /// <summary>A part of another, to ask the rules of: what is not in it is not there.</summary>
    internal ProgrammeState(ProgrammeState whole, Calendars calendars, IEnumerable<Meeting> meetings, IEnumerable<PlannedCommitment> commitments)
    {
        this.meetings = meetings.ToDictionary(m => m.Id);
        this.commitments = commitments.ToDictionary(c => c.Commitment.Id);
        (operations, closures, advisories) = ([], [.. whole.closures], [.. whole.advisories]);
        (Calendars, Setting, Length, LastAt) = (calendars, whole.Setting, whole.Length, whole.LastAt);
    }

    /// <summary>How many entries it has folded.</summary>
    public long Length { get; private set; }

    /// <summary>When the last entry was decided; <see cref="DateTimeOffset.MinValue"/> before the first.</summary>
    public DateTimeOffset LastAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>What the summit was founded with; null before the first entry.</summary>
    public Summit? Summit => Setting?.Summit;

    /// <summary>All meetings.</summary>
    public IReadOnlyCollection<Meeting> Meetings => meetings.Values;

    /// <summary>All commitments.</summary>
    public IReadOnlyCollection<PlannedCommitment> Commitments => commitments.Values;

    /// <summary>Closures of venues, in the order they were reported.</summary>
    public IReadOnlyList<VenueShut> Closures => closures;

    /// <summary>Travel advisories, in the order they were given.</summary>
    public IReadOnlyList<TravelAdvised> Advisories => advisories;

    /// <summary>What the rules read of the summit; null before the first entry.</summary>
    internal Setting? Setting { get; private set; }

    /// <summary>Who and what is held when.</summary>
    internal Calendars Calendars { get; }

    /// <summary>A meeting by its name; null where there is none.</summary>
    public Meeting? Meeting(MeetingId id) => meetings.GetValueOrDefault(id);

    /// <summary>A commitment by its name; null where there is none.</summary>
    public PlannedCommitment? Commitment(CommitmentId id) => commitments.GetValueOrDefault(id);

    /// <summary>A principal by his name; null where there is none.</summary>
    public Principal? Principal(PrincipalId id) => Setting?.Principal(id);

    /// <summary>A venue by its name; null where there is none.</summary>
    public Venue? Venue(VenueId id) => Setting?.Site(id)?.Venue;

    /// <summary>Decides an operation: pure, never awaiting.</summary>
    /// <param name="operation">What is asked, by whom.</param>
    /// <param name="commandHash">A hash of its commands, to tell a repetition from another command under a used id.</param>
    /// <param name="now">The summit's clock; the later of it and <see cref="LastAt"/> counts.</param>
    public Decision Decide(Operation operation, UInt128 commandHash, DateTimeOffset now) => Decider.Decide(this, operation, commandHash, now);

    /// <summary>Folds the next entry in.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next, or holds an event of a kind that is not known.</exception>
    public void Apply(LogEntry entry)
    {
        if (entry.Position != Length + 1) throw new InvalidOperationException($"Entry {entry.Position} does not follow entry {Length}.");
        var stamp = StampOf(entry.Position, entry.At, entry.Actor, entry.OnBehalf, entry.OverrideReason);
        foreach (var happened in entry.Events)
        {
            if (happened is MeetingEvent e) Keep(MeetingEvents.Apply(Meeting(e.Meeting), e, stamp));
            else Apply(happened, stamp);
        }
        operations.Add((entry.Actor.Id, entry.Operation), new Done(entry.Position, entry.CommandHash));
        (Length, LastAt) = (entry.Position, entry.At);
    }

    /// <summary>A copy that goes its own way.</summary>
    public ProgrammeState Fork() => new(this);

    /// <summary>Where an actor's operation was done, and the hash of its commands; null where it was not.</summary>
    internal Done? Earlier(string actor, OperationId operation) => operations.TryGetValue((actor, operation), out var done) ? done : null;

    /// <summary>What events take from an entry.</summary>
    internal static Stamp StampOf(long position, DateTimeOffset at, Contracts.Access.Actor actor, Contracts.Access.OnBehalf? onBehalf, string? overrideReason) =>
        new(position, at, actor, actor.Role == Contracts.Access.Role.Desk && (onBehalf is null || overrideReason is not null));

    private void Keep(Meeting after)
    {
        var before = Meeting(after.Id);
        Calendars.Change(before, after, Setting!);
        meetings[after.Id] = after;
    }

    private void Keep(PlannedCommitment after)
    {
        var id = after.Commitment.Id;
        Calendars.Change(Commitment(id), after, Setting!);
        commitments[id] = after;
    }

    private void Apply(ProgrammeEvent happened, in Stamp stamp)
    {
        switch (happened)
        {
            case SummitFounded e: Setting = new Setting(e.Summit); break;
            case CommitmentAdded e: Keep(CommitmentEvents.Add(e, stamp)); break;
            case CommitmentDropped e: Keep(commitments[e.Commitment] with { Dropped = true }); break;
            case CommitmentSlipped e: Keep(CommitmentEvents.Slip(commitments[e.Commitment], e)); break;
            case CommitmentMarked e: Keep(CommitmentEvents.Mark(commitments[e.Commitment], e)); break;
            case VenueShut e: closures.Add(e); break;
            case VenueReopened e: closures.RemoveAll(c => c.Venue == e.Venue && c.When == e.When); break;
            case TravelAdvised e: advisories.Add(e); break;
            case TravelEased e: advisories.RemoveAll(a => a.Zone == e.Zone && a.When == e.When); break;
            default: throw new InvalidOperationException($"{happened.GetType().Name} is no event this version knows.");
        }
    }

    /// <summary>An operation that was done.</summary>
    internal readonly record struct Done(long Position, UInt128 CommandHash);
}
