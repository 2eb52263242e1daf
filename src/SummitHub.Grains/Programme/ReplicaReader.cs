using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;

namespace SummitHub.Grains.Programme;

/// <summary>What the other grains read of the programme, from this silo's replicas.</summary>
public sealed class ReplicaReader(ProgrammeReplicas replicas) : IProgrammeReader
{
    public async ValueTask<Meeting?> MeetingAsync(SummitId summit, MeetingId id, CancellationToken cancellation) =>
        await replicas.FindAsync(summit, cancellation) is { } replica ? replica.Read(v => v.State.Meeting(id)) : null;

    public async ValueTask<Summit?> SummitAsync(SummitId summit, CancellationToken cancellation) =>
        await replicas.FindAsync(summit, cancellation) is { } replica ? replica.Read(v => v.State.Summit) : null;

    public async ValueTask<EntryPage> EntriesForAsync(SummitId summit, DelegationCode delegation, long after, int most, CancellationToken cancellation)
    {
        if (await replicas.FindAsync(summit, cancellation) is not { } replica) return new EntryPage([], after);
        var (touches, end) = replica.Read(v => (v.Audiences.AfterPosition(Audience.Of(delegation), after, most), v.State.Length));
        var entries = await replica.EntriesAsync([.. touches.Select(t => t.Position)], cancellation);
        var upTo = touches.Count == most ? touches[^1].Position : Math.Max(after, end);
        return new EntryPage(replica.Read(v => WithMeetings(v.State, entries, touches)), upTo);
    }

    // Nothing is missing from the entries but at the end, where the log has been replaced meanwhile.
    private static ImmutableArray<TouchedEntry> WithMeetings(ProgrammeState state, List<LogEntry> entries, IReadOnlyList<Touch> touches) =>
    [
        .. entries.Select((e, i) => new TouchedEntry(
            e, [.. e.Events.OfType<MeetingEvent>().Select(m => m.Meeting).Distinct().Select(state.Meeting).OfType<Meeting>()], touches[i].Check)),
    ];
}
