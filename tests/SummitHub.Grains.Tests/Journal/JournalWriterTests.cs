using System.Text;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class JournalWriterTests : IDisposable
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");
    private static readonly JournalHead Start = new(Guid.Parse("5c1f6a52-3a55-4c63-8d6b-2f3a3e0d9a11"), 0, JournalHash.None);

    private readonly JournalChain chain = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private readonly HeldStore store = new();
    private readonly JournalWriter writer;

    public JournalWriterTests() => writer = new JournalWriter(store, chain, Summit, Start);

    public void Dispose() => chain.Dispose();

    [Fact]
    public async Task An_entry_is_confirmed_when_the_store_has_it_and_not_before()
    {
        Add("one");
        var confirmed = writer.Confirmed();
        var append = await store.NextAsync();
        Assert.False(confirmed.IsCompleted);
        Assert.Equal((0, 1), (writer.Head.Length, writer.Length));

        append.Keep();
        await Within(confirmed);

        Assert.Equal(Start, append.Fence);
        Assert.Equal(["one"], Texts(append));
        Assert.True(chain.Verify(JournalHash.None, append.Entries[0]));
        Assert.Equal(new JournalHead(Start.Epoch, 1, append.Entries[0].Hash), writer.Head);
        Assert.Equal(0, writer.Waiting);
    }

    [Fact]
    public async Task What_is_added_while_an_append_is_in_flight_goes_out_together_in_the_next()
    {
        Add("one");
        var first = writer.Confirmed();
        var inFlight = await store.NextAsync();
        var others = Enumerable.Range(2, 40).Select(i =>
        {
            Add($"{i}");
            return writer.Confirmed();
        }).ToList();
        Assert.Equal(1, store.Calls);
        Assert.Equal(41, writer.Waiting);

        inFlight.Keep();
        await Within(first);
        var next = await store.NextAsync();

        Assert.Equal(inFlight.Entries[0].Hash, next.Fence.Last);
        Assert.Equal(Enumerable.Range(2, 40).Select(i => $"{i}"), Texts(next));
        Assert.All(others, each => Assert.Same(others[0], each));
        Assert.False(others[0].IsCompleted);
        next.Keep();
        await Within(others[0]);
        Assert.Equal((2, 0, 41L), (store.Calls, writer.Waiting, writer.Head.Length));
    }

    [Fact]
    public async Task A_refusal_is_confirmed_by_an_append_of_nothing()
    {
        var confirmed = writer.Confirmed();
        var append = await store.NextAsync();

        Assert.Empty(append.Entries);
        Assert.Equal(Start, append.Fence);
        append.Keep();
        await Within(confirmed);
    }

    [Fact]
    public async Task A_confirmation_begun_before_does_not_serve_a_later_decision()
    {
        var earlier = writer.Confirmed();
        var inFlight = await store.NextAsync();

        var later = writer.Confirmed();
        inFlight.Keep();
        await Within(earlier);

        Assert.False(later.IsCompleted);
        var own = await store.NextAsync();
        Assert.Empty(own.Entries);
        own.Keep();
        await Within(later);
    }

    [Fact]
    public async Task A_refusal_rides_with_the_entries_it_was_decided_on()
    {
        Add("one");
        _ = writer.Confirmed();
        var inFlight = await store.NextAsync();
        Add("two");
        var accepted = writer.Confirmed();
        var refused = writer.Confirmed();

        inFlight.Keep();
        var next = await store.NextAsync();

        Assert.Same(accepted, refused);
        Assert.Equal(["two"], Texts(next));
        next.Keep();
        await Within(refused);
        Assert.Equal(2, store.Calls);
    }

    [Fact]
    public async Task More_than_one_append_may_carry_goes_out_in_several_and_each_waiter_waits_for_its_own()
    {
        _ = writer.Confirmed();
        var inFlight = await store.NextAsync();
        var waits = Enumerable.Range(1, 1100).Select(i =>
        {
            Add($"{i}");
            return writer.Confirmed();
        }).ToList();

        inFlight.Keep();
        var first = await store.NextAsync();
        first.Keep();
        await Within(waits[511]);
        var second = await store.NextAsync();
        Assert.False(waits[512].IsCompleted);
        second.Keep();
        await Within(waits[1023]);
        var third = await store.NextAsync();
        third.Keep();
        await Within(waits[1099]);

        Assert.Equal([512, 512, 76], new[] { first, second, third }.Select(each => each.Entries.Count));
        Assert.Equal(Enumerable.Range(1, 1100).Select(i => (long)i), new[] { first, second, third }.SelectMany(each => each.Entries).Select(entry => entry.Position));
    }

    [Fact]
    public async Task An_append_carries_at_most_one_mebibyte()
    {
        _ = writer.Confirmed();
        var inFlight = await store.NextAsync();
        writer.Add(new byte[JournalLimits.BytesPerAppend - 1]);
        writer.Add(new byte[1]);
        writer.Add(new byte[1]);
        Assert.Throws<ArgumentException>(() => writer.Add(new byte[JournalLimits.BytesPerAppend + 1]));
        var confirmed = writer.Confirmed();

        inFlight.Keep();
        var first = await store.NextAsync();
        first.Keep();
        var second = await store.NextAsync();
        Assert.False(confirmed.IsCompleted);
        second.Keep();
        await Within(confirmed);

        Assert.Equal([2, 1], new[] { first, second }.Select(each => each.Entries.Count));
    }

    [Fact]
    public async Task After_the_first_failure_everybody_fails_and_nothing_more_is_sent()
    {
        Add("one");
        var first = writer.Confirmed();
        var inFlight = await store.NextAsync();
        Add("two");
        var second = writer.Confirmed();
        var cause = new TimeoutException("no answer");
        var failedWhenTold = false;
        var told = first.ContinueWith(_ => failedWhenTold = writer.Failed is not null, TestContext.Current.CancellationToken, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        inFlight.Answer.SetException(cause);

        Assert.Same(cause, (await Assert.ThrowsAsync<JournalFailedException>(() => Within(first))).InnerException);
        Assert.Same(cause, (await Assert.ThrowsAsync<JournalFailedException>(() => Within(second))).InnerException);
        await told;
        Assert.True(failedWhenTold);
        Assert.Same(cause, writer.Failed);
        Assert.Throws<JournalFailedException>(() => Add("three"));
        await Assert.ThrowsAsync<JournalFailedException>(writer.Confirmed);
        Assert.Equal((1, 0), (store.Calls, writer.Waiting));
    }

    [Fact]
    public async Task A_fenced_append_ends_the_writer()
    {
        Add("one");
        var confirmed = writer.Confirmed();
        var inFlight = await store.NextAsync();

        inFlight.Answer.SetException(new JournalFencedException(Summit, Start, Start with { Length = 7 }));

        var failure = await Assert.ThrowsAsync<JournalFailedException>(() => Within(confirmed));
        Assert.Equal(7, Assert.IsType<JournalFencedException>(failure.InnerException).Found?.Length);
    }

    [Fact]
    public async Task A_store_that_answers_another_head_than_was_due_ends_the_writer()
    {
        Add("one");
        var confirmed = writer.Confirmed();
        var inFlight = await store.NextAsync();

        inFlight.Answer.SetResult(Start);

        await Assert.ThrowsAsync<JournalFailedException>(() => Within(confirmed));
        Assert.IsType<JournalRefusedException>(writer.Failed);
    }

    [Fact]
    public async Task Entries_nobody_waits_to_send_have_a_limit()
    {
        _ = writer.Confirmed();
        await store.NextAsync();
        for (var i = 0; i < JournalLimits.EntriesPending; i++)
        {
            writer.Add(default);
        }

        Assert.Throws<InvalidOperationException>(() => writer.Add(default));
        Assert.Equal(JournalLimits.EntriesPending, writer.Length);
    }

    [Fact]
    public async Task On_a_real_store_many_callers_share_appends_and_the_chain_holds()
    {
        var folder = Directory.CreateTempSubdirectory("summithub-writer-");
        await using (var real = new SqliteJournalStore(Path.Combine(folder.FullName, "journal.db")))
        {
            var deadline = TestContext.Current.CancellationToken;
            var own = new JournalWriter(real, chain, Summit, await real.CreateAsync(Summit, Guid.NewGuid(), deadline));
            using var scheduler = new SemaphoreSlim(1);
            await Task.WhenAll(Enumerable.Range(0, 64).Select(async caller =>
            {
                for (var i = 0; i < 50; i++)
                {
                    Task confirmed;
                    await scheduler.WaitAsync(deadline);
                    own.Add(Encoding.UTF8.GetBytes($"{caller}/{i}"));
                    var position = own.Length;
                    confirmed = own.Confirmed();
                    scheduler.Release();
                    await confirmed.WaitAsync(deadline);
                    Assert.True(own.Head.Length >= position);
                }
            }));

            var previous = JournalHash.None;
            await foreach (var entry in ((IJournalStore)real).ReadAsync(Summit, 0, deadline))
            {
                Assert.True(chain.Verify(previous, entry));
                previous = entry.Hash;
            }

            Assert.Equal((3200, previous), (own.Head.Length, own.Head.Last));
        }

        folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Texts(HeldAppend append) => append.Entries.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span));

    private static Task Within(Task task) => task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    private void Add(string payload) => writer.Add(Encoding.UTF8.GetBytes(payload));
}
