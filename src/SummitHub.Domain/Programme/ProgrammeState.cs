using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>
/// The state of one summit's programme: the fold of its log. It has one owner, who alone applies entries; nothing else changes it,
/// and <see cref="Decide"/> only reads it. Not thread-safe: the owner guards it, or hands out a <see cref="Fork"/>.
/// </summary>
public sealed class ProgrammeState
{
    /// <summary>How many entries it has folded.</summary>
    public long Length => throw new NotImplementedException();

    /// <summary>When the last entry was decided; <see cref="DateTimeOffset.MinValue"/> before the first.</summary>
    public DateTimeOffset LastAt => throw new NotImplementedException();

    /// <summary>What the summit was founded with; null before the first entry.</summary>
    public Summit? Summit => throw new NotImplementedException();

    /// <summary>All meetings.</summary>
    public IReadOnlyCollection<Meeting> Meetings => throw new NotImplementedException();

    /// <summary>All commitments.</summary>
    public IReadOnlyCollection<PlannedCommitment> Commitments => throw new NotImplementedException();

    /// <summary>A meeting by its name; null where there is none.</summary>
    public Meeting? Meeting(MeetingId id) => throw new NotImplementedException();

    /// <summary>A commitment by its name; null where there is none.</summary>
    public PlannedCommitment? Commitment(CommitmentId id) => throw new NotImplementedException();

    /// <summary>A principal by his name; null where there is none.</summary>
    public Principal? Principal(PrincipalId id) => throw new NotImplementedException();

    /// <summary>A venue by its name; null where there is none.</summary>
    public Venue? Venue(VenueId id) => throw new NotImplementedException();

    /// <summary>Decides an operation: pure, never awaiting.</summary>
    /// <param name="operation">What is asked, by whom.</param>
    /// <param name="commandHash">A hash of its commands, to tell a repetition from another command under a used id.</param>
    /// <param name="now">The summit's clock; the later of it and <see cref="LastAt"/> counts.</param>
    public Decision Decide(Operation operation, UInt128 commandHash, DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Folds the next entry in.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next, or holds an event of a kind that is not known.</exception>
    public void Apply(LogEntry entry) => throw new NotImplementedException();

    /// <summary>A copy that goes its own way.</summary>
    public ProgrammeState Fork() => throw new NotImplementedException();
}
