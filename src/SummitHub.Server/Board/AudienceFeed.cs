using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;
using SummitHub.Domain.Access;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>
/// The one ordered sender of one audience of one summit. A change goes out at once, and what changes in the 50 ms after as one frame, written
/// once for all of its boards; in a storm it gathers for up to 200 ms, since a frame costs nearly the same whatever it holds. It never awaits a board: one that is 10 s behind, or 256 KB of what was sent more than two seconds
/// ago, is dropped and resumes by its cursor. A board tells what it has shown at once or a second later, so that one that is
/// well is never two seconds behind, however large the frames are.
/// </summary>
internal sealed class AudienceFeed(
    ProgrammeReplica replica, Audience audience, SharedRows rows, RowTexts texts, IHubContext<BoardHub, IBoardClient> hub, TimeProvider time)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    internal static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RestForAChange = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);
    private const long MostBytesBehind = 256 * 1024;

    private readonly ConcurrentDictionary<string, BoardConnection> boards = new();
    private readonly Lock gate = new();
    private readonly Queue<SentFrame> sent = new();
    private long sentVersion;
    private long sentBytes;
    private long sentAt;
    private long sentChanges;
    private int due;
    private int presenceChanged;
    private int inboxesChanged;

    public string Group { get; } = $"{replica.Summit}|{audience}";

    public ProgrammeReplica Replica => replica;

    /// <summary>The delegation whose feed it is; null for the desk and its walls.</summary>
    public Contracts.Summits.DelegationCode? Delegation => audience.Delegation;

    public bool HasBoards => !boards.IsEmpty;

    /// <summary>Those who are told of one another: all of the desk together, every other audience by itself.</summary>
    public string Circle { get; } = audience.Kind is AudienceKind.Desk or AudienceKind.Officer ? $"{replica.Summit}|desk" : $"{replica.Summit}|{audience}";

    /// <summary>Who looks.</summary>
    public IEnumerable<Person> People => boards.Values.Select(b => b.Person);

    public void Join(BoardConnection board)
    {
        lock (gate)
        {
            if (boards.IsEmpty) StartAfresh();
            // What was sent before it came is not its to show: the answer to its call holds that.
            board.Show(sentVersion);
            boards[board.Id] = board;
        }
        Volatile.Write(ref presenceChanged, 1);
    }

    public void Leave(string connection)
    {
        if (boards.TryRemove(connection, out _)) Volatile.Write(ref presenceChanged, 1);
    }

    public void Seen(string connection, long version)
    {
        if (boards.TryGetValue(connection, out var board)) board.Show(version);
    }

    /// <summary>Something changed in its view: it will be sent, with what else has changed then, a rest after the frame before at the earliest. Takes no lock.</summary>
    public void Touch()
    {
        if (boards.IsEmpty || Interlocked.Exchange(ref due, 1) == 1) return;
        _ = SendSoonAsync();
    }

    /// <summary>Says when the head was last confirmed, and drops boards that fell behind.</summary>
    public void Beat()
    {
        if (boards.IsEmpty) return;
        _ = hub.Clients.Group(Group).AsOf(replica.ConfirmedAt, VersionNow());
        DropSlow();
    }

    /// <summary>Whether somebody has come or gone since this was last asked.</summary>
    public bool TakePresenceChange() => Interlocked.Exchange(ref presenceChanged, 0) == 1;

    /// <summary>Says who looks.</summary>
    public void TellPresence(ImmutableArray<Person> people)
    {
        if (!boards.IsEmpty) _ = hub.Clients.Group(Group).Present(people);
    }

    public void TellClock(SummitClock clock) => _ = hub.Clients.Group(Group).Clock(clock);

    public void TellInbox(long revision) => _ = hub.Clients.Group(Group).Noticed(revision);

    /// <summary>What some delegation has been told, or has taken note of, has changed: its boards are told with the next beat, since in a storm it changes often.</summary>
    public void InboxesChanged() => Volatile.Write(ref inboxesChanged, 1);

    /// <summary>Tells its boards that delegations' inboxes have changed, where they have.</summary>
    public void TellInboxes()
    {
        if (Interlocked.Exchange(ref inboxesChanged, 0) == 1 && !boards.IsEmpty) TellInbox(0);
    }

    /// <summary>Drops every board: what they show is void, and they ask anew. Takes no lock.</summary>
    public void DropAll()
    {
        foreach (var (connection, board) in boards)
        {
            boards.TryRemove(connection, out _);
            board.Drop();
        }
        Volatile.Write(ref presenceChanged, 1);
    }

    private async Task SendSoonAsync()
    {
        // Off the scheduler of whoever touched: in the turn of the programme's grain two hundred feeds would send one after the other. And off
        // his thread, also where there is nothing to wait for: it holds the replica's lock and would wait here for this feed's, while who holds
        // that one waits for the replica's.
        var rest = RestAfter(Volatile.Read(ref sentChanges)) - time.GetElapsedTime(Volatile.Read(ref sentAt));
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Send();
    }

    private void Send()
    {
        lock (gate)
        {
            Volatile.Write(ref sentAt, time.GetTimestamp());
            Volatile.Write(ref due, 0);
            if (BoardFrames.Delta(replica, audience, sentVersion, rows) is not { } delta)
            {
                // More changed at once than a frame should hold, or the log is another: each board asks for a snapshot.
                DropAll();
                StartAfresh();
                return;
            }
            if (delta.To == delta.From) return;
            Volatile.Write(ref sentChanges, delta.To - delta.From);
            (sentVersion, sentBytes) = (delta.To, sentBytes + texts.Size(delta));
            sent.Enqueue(new SentFrame(delta.To, sentBytes, time.GetUtcNow()));
            _ = hub.Clients.Group(Group).Changed(delta);
        }
    }

    // Up to forty changes a second it stays at the shortest; above, each rest gathers more than the one before, up to the longest.
    private static TimeSpan RestAfter(long changes) =>
        TimeSpan.FromTicks(Math.Clamp(changes * RestForAChange.Ticks, Rest.Ticks, LongestRest.Ticks));

    private void DropSlow()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var due = sent.LastOrDefault(f => now - f.At > OnItsWay)?.BytesUpTo ?? 0;
            var slowest = boards.IsEmpty ? long.MaxValue : boards.Values.Min(b => b.Seen);
            while (sent.TryPeek(out var oldest) && oldest.Version <= slowest) sent.Dequeue();
            foreach (var board in boards.Values)
            {
                var seen = board.Seen;
                var next = sent.FirstOrDefault(f => f.Version > seen);
                if (next is null) continue;
                if (now - next.At > MostBehind || due - next.BytesUpTo > MostBytesBehind) board.Drop();
            }
        }
    }

    private long VersionNow() => replica.Read(v => v.Audiences.VersionOf(audience));

    private void StartAfresh()
    {
        sentVersion = VersionNow();
        sent.Clear();
    }

    private sealed record SentFrame(long Version, long BytesUpTo, DateTimeOffset At);
}
