using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

/// <summary>What every store must do, held against each of them.</summary>
public abstract class JournalStoreTests : IAsyncLifetime
{
    private static readonly byte[] Key = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();

    private readonly List<IJournalStore> opened = [];

    /// <summary>A summit of this test's own.</summary>
    protected SummitId Summit { get; } = SummitId.Parse($"t{Guid.NewGuid():N}"[..32]);

    /// <summary>The chain of this test.</summary>
    protected JournalChain Chain { get; } = new(Key);

    protected static CancellationToken Deadline => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        Chain.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_summit_never_seen_has_no_head_and_no_entries()
    {
        var store = Open();

        Assert.Null(await store.HeadAsync(Summit, Deadline));
        Assert.Empty(await ReadAsync(store));
    }

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_by_another_reader()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var entries = Seal(head, "one", "", "three");

        var after = await store.AppendAsync(Summit, head, entries, Deadline);

        Assert.Equal(new JournalHead(head.Epoch, 3, entries[2].Hash), after);
        var other = Open();
        Assert.Equal(after, await other.HeadAsync(Summit, Deadline));
        Assert.Equal(Texts(entries), Texts(await ReadAsync(other)));
        Assert.Equal(entries.Select(each => (each.Position, each.Hash)), (await ReadAsync(other)).Select(each => (each.Position, each.Hash)));
    }

    [Fact]
    public async Task Reading_starts_after_a_position_and_stops_after_a_count()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        await store.AppendAsync(Summit, head, Seal(head, "1", "2", "3", "4", "5"), Deadline);

        Assert.Equal(["4", "5"], Texts(await ReadAsync(store, after: 3)));
        Assert.Equal(["2", "3"], Texts(await ReadAsync(store, after: 1, count: 2)));
        Assert.Empty(await ReadAsync(store, after: 5));
    }

    [Fact]
    public async Task Entries_are_read_at_their_positions_and_what_is_beyond_the_end_is_left_out()
    {
        var store = Open();
        Assert.Empty(await store.AtAsync(Summit, [1, 2], Deadline));
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var entries = Seal(head, "1", "2", "3", "4", "5");
        await store.AppendAsync(Summit, head, entries, Deadline);

        var found = await store.AtAsync(Summit, [1, 4, 5, 6, 900], Deadline);

        Assert.Equal(["1", "4", "5"], Texts(found));
        Assert.Equal([entries[0], entries[3], entries[4]], found.Select(each => entries[each.Position - 1] with { Hash = each.Hash }));
        Assert.Empty(await store.AtAsync(Summit, [], Deadline));
    }

    [Fact]
    public async Task A_log_of_many_pages_is_read_whole()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        for (var batch = 0; batch < 12; batch++)
        {
            var payloads = Enumerable.Range(0, 512).Select(i => $"{batch}/{i}" + new string('x', i)).ToArray();
            head = await store.AppendAsync(Summit, head, Seal(head, payloads), Deadline);
        }

        var read = await ReadAsync(store);

        Assert.Equal(12 * 512, read.Count);
        AssertChained(read);
    }

    [Fact]
    public async Task Creating_twice_answers_the_head_that_is_there()
    {
        var store = Open();
        var first = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var head = await store.AppendAsync(Summit, first, Seal(first, "one"), Deadline);

        Assert.Equal(head, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline));
    }

    [Fact]
    public async Task Creators_at_the_same_moment_agree_on_one_epoch()
    {
        var stores = new[] { Open(), Open() };

        var heads = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => stores[i % 2].CreateAsync(Summit, Guid.NewGuid(), Deadline)));

        Assert.Single(heads.Distinct());
        Assert.Equal(heads[0], await stores[1].HeadAsync(Summit, Deadline));
    }

    [Fact]
    public async Task An_append_behind_a_wrong_fence_is_refused_and_leaves_the_log_as_it_was()
    {
        var store = Open();
        var start = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var head = await store.AppendAsync(Summit, start, Seal(start, "one", "two"), Deadline);

        JournalHead[] wrong =
        [
            head with { Epoch = Guid.NewGuid() },
            head with { Length = 1 },
            head with { Length = 3 },
            head with { Last = Seal(head, "other")[0].Hash },
            start,
        ];
        foreach (var fence in wrong)
        {
            var refused = await Assert.ThrowsAsync<JournalFencedException>(() => store.AppendAsync(Summit, fence, Seal(fence, "three"), Deadline));
            Assert.Equal(head, refused.Found);
            refused = await Assert.ThrowsAsync<JournalFencedException>(() => store.AppendAsync(Summit, fence, [], Deadline));
            Assert.Equal(head, refused.Found);
        }

        Assert.Equal(["one", "two"], Texts(await ReadAsync(store)));
    }

    [Fact]
    public async Task An_append_to_a_log_that_is_not_there_is_fenced()
    {
        var store = Open();
        var fence = new JournalHead(Guid.NewGuid(), 0, JournalHash.None);

        var refused = await Assert.ThrowsAsync<JournalFencedException>(() => store.AppendAsync(Summit, fence, Seal(fence, "one"), Deadline));

        Assert.Null(refused.Found);
        Assert.Null(await store.HeadAsync(Summit, Deadline));
    }

    [Fact]
    public async Task An_append_of_nothing_confirms_the_fence()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        Assert.Equal(head, await store.AppendAsync(Summit, head, [], Deadline));

        head = await store.AppendAsync(Summit, head, Seal(head, "one"), Deadline);

        Assert.Equal(head, await store.AppendAsync(Summit, head, [], Deadline));
    }

    [Fact]
    public async Task An_append_carries_512_entries_and_one_mebibyte_and_not_one_more()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var full = Seal(head, Enumerable.Repeat("x", 512).ToArray());
        var large = Chain.Seal(full[^1].Hash, 513, new byte[JournalLimits.BytesPerAppend]);

        head = await store.AppendAsync(Summit, head, full, Deadline);
        head = await store.AppendAsync(Summit, head, [large], Deadline);

        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(Summit, head, Seal(head, Enumerable.Repeat("x", 513).ToArray()), Deadline));
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.AppendAsync(Summit, head, [Chain.Seal(head.Last, 514, new byte[JournalLimits.BytesPerAppend + 1])], Deadline));
        Assert.Equal(head, await store.HeadAsync(Summit, Deadline));
        Assert.Equal(JournalLimits.BytesPerAppend, (await ReadAsync(store, after: 512))[0].Payload.Length);
    }

    [Fact]
    public async Task An_append_whose_positions_do_not_follow_the_fence_is_refused()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);

        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(Summit, head, [Chain.Seal(head.Last, 2, new byte[1])], Deadline));

        Assert.Equal(head, await store.HeadAsync(Summit, Deadline));
    }

    [Fact]
    public async Task An_epoch_missing_beside_entries_refuses()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        await store.AppendAsync(Summit, head, Seal(head, "one"), Deadline);

        await LoseEpochAsync();

        var reopened = Open();
        await Assert.ThrowsAsync<JournalRefusedException>(() => reopened.HeadAsync(Summit, Deadline));
        await Assert.ThrowsAsync<JournalRefusedException>(() => reopened.CreateAsync(Summit, Guid.NewGuid(), Deadline));
        await Assert.ThrowsAsync<JournalRefusedException>(() => reopened.AppendAsync(Summit, head, Seal(head, "two"), Deadline));
    }

    [Fact]
    public async Task Two_writers_on_one_log_never_fork_it_and_lose_nothing()
    {
        const int each = 2000;
        var writers = new[] { Open(), Open() };
        var start = await writers[0].CreateAsync(Summit, Guid.NewGuid(), Deadline);

        var kept = await Task.WhenAll(WriteAsync(writers[0], "a", start, each), WriteAsync(writers[1], "b", start, each));

        var read = await ReadAsync(writers[0]);
        AssertChained(read);
        var acknowledged = kept.SelectMany(entries => entries).ToDictionary(entry => entry.Position);
        Assert.Equal(2 * each, read.Count);
        Assert.All(read, entry => Assert.Equal(acknowledged[entry.Position].Hash, entry.Hash));
        Assert.Equal(Enumerable.Range(0, each).Select(i => $"a{i}"), Texts(read).Where(text => text.StartsWith('a')));
        Assert.Equal(Enumerable.Range(0, each).Select(i => $"b{i}"), Texts(read).Where(text => text.StartsWith('b')));
    }

    [Fact]
    public async Task Logs_of_many_summits_are_written_at_once_and_kept_apart()
    {
        var store = Open();
        var summits = Enumerable.Range(0, 20).Select(i => SummitId.Parse($"{i}.{Guid.NewGuid():N}"[..32])).ToArray();

        await Task.WhenAll(summits.Select(async (summit, i) =>
        {
            var head = await store.CreateAsync(summit, Guid.NewGuid(), Deadline);
            for (var n = 0; n < 10; n++)
            {
                head = await store.AppendAsync(summit, head, Seal(head, $"{i}-{n}"), Deadline);
            }
        }));

        for (var i = 0; i < summits.Length; i++)
        {
            Assert.Equal(Enumerable.Range(0, 10).Select(n => $"{i}-{n}"), Texts(await ReadAsync(store, summits[i])));
            await store.DropAsync(summits[i], Deadline);
        }
    }

    [Fact]
    public async Task A_dropped_log_leaves_no_trace_and_fences_who_still_writes()
    {
        var store = Open();
        var start = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var head = await store.AppendAsync(Summit, start, Seal(start, "one"), Deadline);

        await store.DropAsync(Summit, Deadline);

        Assert.Null(await store.HeadAsync(Summit, Deadline));
        Assert.Empty(await ReadAsync(store));
        await Assert.ThrowsAsync<JournalFencedException>(() => store.AppendAsync(Summit, head, Seal(head, "two"), Deadline));
        var again = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        Assert.Equal(0, again.Length);
        await Assert.ThrowsAsync<JournalFencedException>(() => store.AppendAsync(Summit, start, Seal(start, "one"), Deadline));
    }

    [Fact]
    public async Task A_follower_hears_of_appends_until_it_leaves()
    {
        var store = Open();
        var head = await store.CreateAsync(Summit, Guid.NewGuid(), Deadline);
        var heard = Channel.CreateUnbounded<long>();
        using (store.Follow(Summit, _ => throw new InvalidOperationException("A follower's fault is its own.")))
        using (store.Follow(Summit, length => heard.Writer.TryWrite(length)))
        {
            // Best effort, so an append made before the subscription stands may go unheard: append until one is heard.
            var deadline = Stopwatch.StartNew();
            while (!heard.Reader.TryPeek(out _))
            {
                Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(20), $"nothing was heard of {head.Length} appends");
                head = await store.AppendAsync(Summit, head, Seal(head, "more"), Deadline);
            }

            Assert.InRange(await heard.Reader.ReadAsync(Deadline), 1, head.Length);
        }

        Assert.Equal(head, await store.AppendAsync(Summit, head, [], Deadline));
    }

    [Fact]
    public async Task A_safe_store_proves_its_promise_and_says_it_in_one_line()
    {
        var promise = await Open().ProveAsync(Deadline);

        Assert.Contains("syncs each append to disk before it is acknowledged", promise, StringComparison.Ordinal);
    }

    protected abstract IJournalStore OpenStore();

    protected abstract Task LoseEpochAsync();

    protected IJournalStore Open()
    {
        var store = OpenStore();
        opened.Add(store);
        return store;
    }

    protected JournalEntry[] Seal(JournalHead head, params string[] payloads)
    {
        var last = head.Last;
        return payloads.Select((text, i) =>
        {
            var entry = Chain.Seal(last, head.Length + 1 + i, Encoding.UTF8.GetBytes(text));
            last = entry.Hash;
            return entry;
        }).ToArray();
    }

    private static IEnumerable<string> Texts(IEnumerable<JournalEntry> entries) =>
        entries.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span));

    private Task<List<JournalEntry>> ReadAsync(IJournalStore store, long after = 0, long count = long.MaxValue) =>
        ReadAsync(store, Summit, after, count);

    private static async Task<List<JournalEntry>> ReadAsync(IJournalStore store, SummitId summit, long after = 0, long count = long.MaxValue) =>
        await store.ReadAsync(summit, after, count, Deadline).ToListAsync(Deadline);

    private void AssertChained(List<JournalEntry> entries)
    {
        var previous = JournalHash.None;
        Assert.All(entries, (entry, i) =>
        {
            Assert.Equal(i + 1, entry.Position);
            Assert.True(Chain.Verify(previous, entry), $"entry {entry.Position} does not follow the one before it");
            previous = entry.Hash;
        });
    }

    private async Task<List<JournalEntry>> WriteAsync(IJournalStore store, string name, JournalHead head, int count)
    {
        var kept = new List<JournalEntry>();
        while (kept.Count < count)
        {
            var entry = Seal(head, $"{name}{kept.Count}")[0];
            try
            {
                head = await store.AppendAsync(Summit, head, [entry], Deadline);
                kept.Add(entry);
            }
            catch (JournalFencedException)
            {
                head = (await store.HeadAsync(Summit, Deadline))!.Value;
            }
        }

        return kept;
    }
}
