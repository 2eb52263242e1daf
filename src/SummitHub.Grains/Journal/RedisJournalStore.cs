using System.Runtime.CompilerServices;
using StackExchange.Redis;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// The journal of several servers: a Redis that syncs its append-only file before it answers. Appends have a connection of
/// their own that never queues while Redis is away, so that nothing is sent after its caller was told that it failed.
/// </summary>
public sealed class RedisJournalStore : IJournalStore
{
    private const int FirstPage = 64;
    private const int LargestPage = 4096;
    private const int PageBytes = 1024 * 1024;

    private static readonly RedisScript HeadScript = new(RedisScripts.Head);
    private static readonly RedisScript CreateScript = new(RedisScripts.Create);
    private static readonly RedisScript AppendScript = new(RedisScripts.Append);

    private readonly ConfigurationOptions options;
    private readonly string family;
    private readonly RedisConnection appending;
    private readonly RedisConnection reading;

    /// <summary>Uses the Redis of a StackExchange.Redis connection string; connects when first used.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="family">What logs these are, where a summit has several: it goes before the names of its keys.</param>
    public RedisJournalStore(string connectionString, string family = "")
        : this(ConfigurationOptions.Parse(connectionString), family)
    {
    }

    /// <summary>Uses the Redis that the options name; connects when first used. The options are copied.</summary>
    public RedisJournalStore(ConfigurationOptions options, string family = "")
    {
        this.family = family;
        this.options = options.Clone();
        this.options.AbortOnConnectFail = false;
        // The client looks at lost connections at each heartbeat. Its defaults take 2.5 to 4.5 s to be back after Redis is; the
        // edge repeats a failed operation for 3 s.
        this.options.HeartbeatInterval = TimeSpan.FromMilliseconds(250);
        this.options.ReconnectRetryPolicy = new LinearRetry(200);
        // Answers go on where they are read: by the client's own threads each would change threads once more.
        this.options.SocketManager = SocketManager.ThreadPool;
        var append = this.options.Clone();
        append.BacklogPolicy = BacklogPolicy.FailFast;
        append.ClientName = "summithub-journal-append";
        appending = new RedisConnection(append);
        var read = this.options.Clone();
        read.ClientName = "summithub-journal-read";
        reading = new RedisConnection(read);
    }

    /// <inheritdoc/>
    public async ValueTask<string> ProveAsync(CancellationToken cancellation)
    {
        var redis = await reading.OpenAsync().WaitAsync(cancellation).ConfigureAwait(false);
        await RedisProof.CheckAsync(redis).WaitAsync(cancellation).ConfigureAwait(false);
        await using var second = new RedisJournalStore(options, family);
        await JournalProof.RaceAsync([this, second], cancellation).ConfigureAwait(false);
        return $"The journal in Redis at {string.Join(", ", redis.GetEndPoints().Select(each => each.ToString()))} "
            + "(appendonly, appendfsync always, noeviction) syncs each append to disk before it is acknowledged.";
    }

    /// <inheritdoc/>
    public async Task<JournalHead?> HeadAsync(SummitId summit, CancellationToken cancellation) =>
        ReadHead(summit, await appending.RunAsync(HeadScript, Keys(summit), []).WaitAsync(cancellation).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<JournalHead> CreateAsync(SummitId summit, Guid epoch, CancellationToken cancellation)
    {
        var answer = await appending.RunAsync(CreateScript, Keys(summit), [epoch.ToString("D")]).WaitAsync(cancellation).ConfigureAwait(false);
        return ReadHead(summit, answer)!.Value;
    }

    /// <inheritdoc/>
    public async Task<JournalHead> AppendAsync(
        SummitId summit, JournalHead fence, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        JournalLimits.Check(fence, entries);
        var sent = appending.RunAsync(AppendScript, Keys(summit), Arguments(fence, entries));
        var answer = await sent.WaitAsync(cancellation).ConfigureAwait(false);
        return answer.Resp2Type == ResultType.Integer
            ? JournalLimits.After(fence, entries)
            : throw new JournalFencedException(summit, fence, ReadHead(summit, answer));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        SummitId summit, long after, long count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var database = await reading.DatabaseAsync().AsTask().WaitAsync(cancellation).ConfigureAwait(false);
        long page = FirstPage;
        while (count > 0)
        {
            page = Math.Min(count, page);
            var read = database.ListRangeAsync(Keys(summit)[0], after, after + page - 1, CommandFlags.DemandMaster);
            var values = await read.WaitAsync(cancellation).ConfigureAwait(false);
            long bytes = 1;
            foreach (var value in values)
            {
                var entry = ReadEntry(summit, ++after, (byte[])value!);
                bytes += entry.Payload.Length;
                yield return entry;
            }

            if (values.Length < page)
            {
                yield break;
            }

            count -= page;
            page = Math.Clamp(PageBytes / (bytes / page + 1), 1, Math.Min(LargestPage, 4 * page));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JournalEntry>> AtAsync(SummitId summit, IReadOnlyList<long> positions, CancellationToken cancellation)
    {
        // All are sent together: asked for one after the other, each would wait for whatever Redis syncs meanwhile.
        var batch = (await reading.DatabaseAsync().AsTask().WaitAsync(cancellation).ConfigureAwait(false)).CreateBatch();
        var log = Keys(summit)[0];
        var asked = new Task<RedisValue>[positions.Count];
        for (var i = 0; i < asked.Length; i++)
        {
            asked[i] = batch.ListGetByIndexAsync(log, positions[i] - 1, CommandFlags.DemandMaster);
        }

        batch.Execute();
        var values = await Task.WhenAll(asked).WaitAsync(cancellation).ConfigureAwait(false);
        var found = new List<JournalEntry>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsNull)
            {
                found.Add(ReadEntry(summit, positions[i], (byte[])values[i]!));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public IDisposable Follow(SummitId summit, Action<long> nudge) => new RedisFollowing(reading, Keys(summit)[0], nudge);

    /// <inheritdoc/>
    public async Task DropAsync(SummitId summit, CancellationToken cancellation)
    {
        var database = await appending.DatabaseAsync().ConfigureAwait(false);
        await database.KeyDeleteAsync(Keys(summit), CommandFlags.DemandMaster).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await appending.DisposeAsync().ConfigureAwait(false);
        await reading.DisposeAsync().ConfigureAwait(false);
    }

    // The braces keep both keys of a summit in one slot of a cluster.
    private RedisKey[] Keys(SummitId summit) => [$"summithub:{family}{{{summit}}}:log", $"summithub:{family}{{{summit}}}:epoch"];

    private static RedisValue[] Arguments(JournalHead fence, IReadOnlyList<JournalEntry> entries)
    {
        var size = JournalHash.Size * (entries.Count + 1);
        for (var i = 0; i < entries.Count; i++)
        {
            size += entries[i].Payload.Length;
        }

        // One buffer for all of them: an element is the hash and then the payload.
        var buffer = new byte[size];
        fence.Last.Write(buffer);
        var arguments = new RedisValue[3 + entries.Count];
        arguments[0] = fence.Epoch.ToString("D");
        arguments[1] = fence.Length;
        arguments[2] = fence.Length == 0 ? RedisValue.EmptyString : buffer.AsMemory(0, JournalHash.Size);
        var at = JournalHash.Size;
        for (var i = 0; i < entries.Count; i++)
        {
            var element = buffer.AsMemory(at, JournalHash.Size + entries[i].Payload.Length);
            entries[i].Hash.Write(element.Span);
            entries[i].Payload.CopyTo(element[JournalHash.Size..]);
            arguments[3 + i] = element;
            at += element.Length;
        }

        return arguments;
    }

    private static JournalHead? ReadHead(SummitId summit, RedisResult answer)
    {
        var length = (long)answer[1];
        if (!answer[0].IsNull)
        {
            var last = (byte[])answer[2]!;
            return Guid.TryParseExact((string?)answer[0], "D", out var epoch) && last.Length == (length == 0 ? 0 : JournalHash.Size)
                ? new JournalHead(epoch, length, length == 0 ? JournalHash.None : JournalHash.Read(last))
                : throw Damaged(summit, "an epoch or a last entry that is not of its form");
        }

        return length == 0 ? null : throw Damaged(summit, $"{length} entries but no epoch");
    }

    private static JournalEntry ReadEntry(SummitId summit, long position, byte[] element) =>
        element.Length >= JournalHash.Size
            ? new JournalEntry(position, JournalHash.Read(element.AsSpan(0, JournalHash.Size)), element.AsMemory(JournalHash.Size))
            : throw Damaged(summit, $"no hash at entry {position}");

    private static JournalRefusedException Damaged(SummitId summit, string what) =>
        new($"The log of {summit} in Redis has {what}: it was damaged or tampered with. Restore a whole copy of it.");
}
