using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Grains.Programme;

/// <summary>What the other grains read of the programme, from this silo's replicas.</summary>
public sealed class ReplicaReader(ProgrammeReplicas replicas) : IProgrammeReader
{
    public async ValueTask<Meeting?> MeetingAsync(SummitId summit, MeetingId id, CancellationToken cancellation) =>
        await replicas.FindAsync(summit, cancellation) is { } replica ? replica.Read(v => v.State.Meeting(id)) : null;

    public async ValueTask<EntryPage> EntriesForAsync(SummitId summit, DelegationCode delegation, long after, int most, CancellationToken cancellation)
    {
        if (await replicas.FindAsync(summit, cancellation) is not { } replica) return new EntryPage([], after);
        var (positions, end) = replica.Read(v => (v.Audiences.PositionsAfter(Audience.Of(delegation), after, most), v.State.Length));
        var entries = await replica.EntriesAsync(positions, cancellation);
        var upTo = positions.Length == most ? positions[^1] : Math.Max(after, end);
        return new EntryPage(replica.Read(v => WithMeetings(v.State, entries)), upTo);
    }

    private static ImmutableArray<TouchedEntry> WithMeetings(ProgrammeState state, List<LogEntry> entries) =>
        [.. entries.Select(e => new TouchedEntry(e, [.. e.Events.OfType<MeetingEvent>().Select(m => m.Meeting).Distinct().Select(state.Meeting).OfType<Meeting>()]))];
}
