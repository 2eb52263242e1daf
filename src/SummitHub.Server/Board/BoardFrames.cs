using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>Makes the frames of a board from the replica: a snapshot, or what changed since a cursor.</summary>
internal sealed class BoardFrames(ISummitClockReadings clocks) : IDisposable
{
    /// <summary>Folding the past takes a processor for as long as the log is: so many at once, and others wait.</summary>
    private const int MostPastsAtOnce = 2;

    /// <summary>A change of more rows than this is cheaper as a snapshot.</summary>
    private const int MostRows = 1_000;

    private readonly SemaphoreSlim pasts = new(MostPastsAtOnce);

    /// <summary>What the audience sees of a scope.</summary>
    public BoardSnapshot Snapshot(ProgrammeReplica replica, Audience audience, BoardScope scope)
    {
        var clock = clocks.Read(replica.Summit);
        var asOf = replica.ConfirmedAt;
        return replica.Read(view =>
        {
            var (meetings, commitments) = BoardFraming.Scope(view.State, audience, scope, TimeZoneInfo.FindSystemTimeZoneById(view.State.Summit!.TimeZone));
            return new BoardSnapshot(
                EpochOf(view), view.Audiences.VersionOf(audience), CursorOf(view, audience, view.Audiences.VersionOf(audience)), asOf, clock, meetings, commitments);
        });
    }

    /// <summary>What the audience sees of some meetings.</summary>
    public BoardSnapshot Snapshot(ProgrammeReplica replica, Audience audience, IEnumerable<MeetingId> named)
    {
        var clock = clocks.Read(replica.Summit);
        var asOf = replica.ConfirmedAt;
        return replica.Read(view =>
        {
            var version = view.Audiences.VersionOf(audience);
            return new BoardSnapshot(EpochOf(view), version, CursorOf(view, audience, version), asOf, clock, BoardFraming.Changes(view.State, audience, named, []).Meetings, []);
        });
    }

    /// <summary>What the audience would have seen of a scope at an instant of the past: the log folded up to it.</summary>
    public async Task<BoardSnapshot> SnapshotAtAsync(ProgrammeReplica replica, Audience audience, BoardScope scope, DateTimeOffset instant, CancellationToken cancellation)
    {
        var clock = clocks.Read(replica.Summit);
        var past = await PastAsync(replica, instant, cancellation);
        if (past.State.Summit is not { } summit) return new BoardSnapshot(EpochOf(past), 0, "", instant, clock, [], []);
        var (meetings, commitments) = BoardFraming.Scope(past.State, audience, scope, TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone));
        var version = past.Audiences.VersionOf(audience);
        return new BoardSnapshot(EpochOf(past), version, CursorOf(past, audience, version), instant, clock, meetings, commitments);
    }

    /// <summary>What changed for the audience since the cursor; null where the cursor does not hold, or a snapshot is smaller.</summary>
    public static BoardDelta? Delta(ProgrammeReplica replica, Audience audience, BoardCursor cursor) => replica.Read(view =>
        view.Epoch == cursor.Epoch && CheckAt(view, audience, cursor.Version) == cursor.Check ? Since(view, audience, cursor.Version, new SharedRows()) : null);

    /// <summary>What changed for the audience since a version of its own, with the rows that others are sent as well.</summary>
    public static BoardDelta? Delta(ProgrammeReplica replica, Audience audience, long version, SharedRows rows) => replica.Read(view => Since(view, audience, version, rows));

    /// <summary>The epoch as clients see it: of the log and of the format of these views.</summary>
    public static string EpochOf(ReplicaView view) => $"{view.Epoch:n}.1";

    /// <inheritdoc/>
    public void Dispose() => pasts.Dispose();

    private async Task<ReplicaView> PastAsync(ProgrammeReplica replica, DateTimeOffset instant, CancellationToken cancellation)
    {
        await pasts.WaitAsync(cancellation);
        try
        {
            return await replica.FoldUntilAsync(instant, cancellation);
        }
        finally
        {
            pasts.Release();
        }
    }

    private static BoardDelta? Since(ReplicaView view, Audience audience, long version, SharedRows rows)
    {
        var to = view.Audiences.VersionOf(audience);
        if (version > to) return null;
        var touches = view.Audiences.After(audience, version);
        if (BoardFraming.Changes(view.State, audience, touches, MostRows, (meetings, commitments) => rows.Changes(view, audience, meetings, commitments)) is not { } changes) return null;
        return new BoardDelta(version, to, CursorOf(view, audience, to), changes.Meetings, changes.Gone, changes.Commitments, changes.GoneCommitments);
    }

    private static string CursorOf(ReplicaView view, Audience audience, long version) =>
        new BoardCursor(view.Epoch, version, CheckAt(view, audience, version) ?? 0).ToString();

    private static ulong? CheckAt(ReplicaView view, Audience audience, long version) =>
        view.Audiences.CheckAt(audience, version) is { } entry ? BoardCursor.CheckOf(audience, entry) : null;
}
