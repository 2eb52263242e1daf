using System.Collections.Immutable;
using System.Text.Json;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>A change as an audience may read it in the log.</summary>
/// <param name="Version">The audience's version after it.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Who did it, as he is called; null where the reader does not see all that he did, or only its face.</param>
/// <param name="For">The delegation for which the desk acted.</param>
/// <param name="Override">Why the desk went against rules, where it did.</param>
/// <param name="Simulated">Whether a sample's script did it.</param>
/// <param name="Changes">What became so.</param>
public sealed record LoggedChange(
    long Version, DateTimeOffset At, string? By, string? For, string? Override, bool Simulated, ImmutableArray<LoggedEvent> Changes);

/// <summary>One thing that became so.</summary>
/// <param name="What">Its kind, such as <c>slotGiven</c>; <c>heldChanged</c> where no more may be said than that plain blocks changed.</param>
/// <param name="Meeting">The meeting, if it is of one.</param>
/// <param name="Commitment">The commitment, if it is of one.</param>
public sealed record LoggedEvent(string What, MeetingId? Meeting, CommitmentId? Commitment);

/// <summary>A page of an audience's slice of the log.</summary>
/// <param name="Epoch">The log's epoch and the format of these views: versions of another one say nothing of this.</param>
/// <param name="Version">The version up to which this page reads; ask on since it. Less than was asked for where that was ahead of the log.</param>
/// <param name="Changes">At most 500 changes.</param>
public sealed record LogSlice(string Epoch, long Version, ImmutableArray<LoggedChange> Changes)
{
    private const int Most = 500;

    /// <summary>Reads what changed for an audience since a version of its own.</summary>
    internal static async Task<LogSlice> ReadAsync(ProgrammeReplica replica, Audience audience, long since, CancellationToken cancellation)
    {
        var (from, touches) = replica.Read(v => (Math.Min(since, v.Audiences.VersionOf(audience)), v.Audiences.After(audience, since).Take(Most).ToList()));
        var entries = await replica.EntriesAsync([.. touches.Select(t => t.Position)], cancellation);
        return replica.Read(v => new LogSlice(BoardFrames.EpochOf(v), from + entries.Count, [.. entries.Select((e, i) => Cut(v.State, audience, e, touches[i], from + i + 1))]));
    }

    private static LoggedChange Cut(ProgrammeState state, Audience audience, LogEntry entry, Touch touch, long version)
    {
        var all = entry.Events.Select(e => (Event: Name(e), Sight: SightOf(state, audience, e))).ToList();
        var changes = all.FindAll(c => c.Sight >= Sight.Face);
        // Who it was, where he did something beside that is not told, would tell whose that is.
        var whole = all.TrueForAll(c => c.Sight >= Sight.Logistics);
        return new LoggedChange(
            version,
            entry.At,
            whole ? entry.Actor.Name : null,
            whole ? entry.OnBehalf?.Delegation.Value : null,
            whole ? entry.OverrideReason : null,
            entry.Actor.Simulated,
            [.. changes.Select(c => c.Event), .. touch.Held.IsEmpty ? [] : (LoggedEvent[])[new LoggedEvent("heldChanged", null, null)]]);
    }

    private static Sight SightOf(ProgrammeState state, Audience audience, ProgrammeEvent happened) => happened switch
    {
        RecordNoted { Sides: var sides } => audience.Kind == AudienceKind.Delegation && sides.Any(s => s.Delegation == audience.Delegation) ? Sight.Side : Sight.Nothing,
        MeetingEvent { Meeting: var id } => state.Meeting(id) is { } meeting ? SightRules.Of(audience, meeting) : Sight.Nothing,
        CommitmentAdded { Commitment.Id: var id } => SightOf(state, audience, id),
        CommitmentDropped { Commitment: var id } => SightOf(state, audience, id),
        CommitmentSlipped { Commitment: var id } => SightOf(state, audience, id),
        CommitmentMarked { Commitment: var id } => SightOf(state, audience, id),
        _ => audience.Kind is AudienceKind.Desk or AudienceKind.Officer ? Sight.Logistics : Sight.Nothing,
    };

    private static Sight SightOf(ProgrammeState state, Audience audience, CommitmentId id) =>
        state.Commitment(id) is { } planned ? SightRules.Of(audience, planned, state.Principal) : Sight.Nothing;

    private static LoggedEvent Name(ProgrammeEvent happened) => new(
        JsonNamingPolicy.CamelCase.ConvertName(happened.GetType().Name),
        (happened as MeetingEvent)?.Meeting,
        happened switch
        {
            CommitmentAdded e => e.Commitment.Id,
            CommitmentDropped e => e.Commitment,
            CommitmentSlipped e => e.Commitment,
            CommitmentMarked e => e.Commitment,
            _ => null,
        });
}
