using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>A server's copy of a log that another writes: what it follows, what stops it, and how old it says that it is.</summary>
public sealed class ProgrammeReplicaTests : IAsyncDisposable
{
    private static readonly Audience First = Audience.Of(SmallSummit.CodeOf(2));
    private readonly ReplicaStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task It_follows_a_log_that_another_process_writes()
    {
        var replica = await OpenAsync();
        await stage.DoAsync(SmallSummit.Book(1));
        await stage.Until(() => Length(replica) == 2);
        Assert.NotNull(replica.Read(v => v.State.Meeting(MeetingId.Parse("m-1"))));
    }

    [Fact]
    public async Task It_finds_by_itself_what_no_nudge_told_it_of()
    {
        var replica = await OpenAsync();
        stage.Store.Deaf = true;
        await stage.DoAsync(SmallSummit.Book(1));
        await stage.Until(() => Length(replica) == 2);
    }

    [Fact]
    public async Task Two_servers_count_alike_for_every_audience_and_their_cursors_hold_at_each_other()
    {
        var one = await OpenAsync();
        for (var n = 1; n <= 3; n++) await stage.DoAsync(SmallSummit.Book(n));
        await stage.Until(() => Length(one) == 4);
        var other = (await stage.Server().FindAsync(stage.Summit, TestContext.Current.CancellationToken))!;
        Assert.Equal(4, Length(other));
        Assert.Equal((1L, 3L), (Version(one, First), Version(one, Audience.Desk)));
        foreach (var audience in new[] { First, Audience.Desk, Audience.Wall, Audience.Of(SmallSummit.CodeOf(39)) })
            for (var version = 0L; version <= Version(one, audience); version++)
                Assert.Equal(one.Read(v => v.Audiences.CheckAt(audience, version)), other.Read(v => v.Audiences.CheckAt(audience, version)));
    }

    [Fact]
    public async Task Cut_off_from_its_store_it_can_be_read_but_does_not_say_that_it_is_fresh_and_goes_on_when_it_is_back()
    {
        var replica = await OpenAsync();
        stage.Store.Cut();
        await StandsStill(replica, at: 1);
        Assert.True(stage.Store.Refused >= 3);
        stage.Store.Mend();
        await stage.DoAsync(SmallSummit.Book(1));
        await stage.Until(() => Length(replica) == 2);
        var back = stage.Time.GetUtcNow();
        await stage.Until(() => replica.ConfirmedAt >= back);
    }

    [Fact]
    public async Task An_entry_that_was_changed_in_the_store_stops_it_and_its_age_shows()
    {
        var replica = await OpenAsync();
        var entry = stage.Next("\u0001forged"u8.ToArray());
        await stage.AppendAsync(entry with { Hash = JournalHash.Parse(new string('7', 64)) });
        await StandsStill(replica, at: 1);
    }

    [Fact]
    public async Task An_entry_of_a_later_format_stops_it_and_is_not_skipped()
    {
        var replica = await OpenAsync();
        await stage.AppendAsync(stage.Next(new byte[] { LogCodec.Format + 1, 0, 0 }));
        var after = new LogEntry(stage.Head.Length + 1, SmallSummit.Morning, OperationId.Parse("after"), SmallSummit.Founder, null, null, 1, []);
        await stage.AppendAsync(stage.Next(stage.Codec.Encode(after)));
        await StandsStill(replica, at: 1);
    }

    [Fact]
    public async Task A_log_that_came_back_shorter_is_not_believed()
    {
        var replica = await OpenAsync();
        await stage.DoAsync(SmallSummit.Book(1));
        await stage.Until(() => Length(replica) == 2);
        stage.Store.Shown = stage.Head with { Length = 1, Last = JournalHash.Parse(new string('1', 64)) };
        await StandsStill(replica, at: 2);
    }

    [Fact]
    public async Task A_log_that_was_replaced_is_read_from_its_beginning_and_whoever_listens_is_told()
    {
        var replica = await OpenAsync();
        for (var n = 1; n <= 3; n++) await stage.DoAsync(SmallSummit.Book(n));
        await stage.Until(() => Length(replica) == 4);
        var (was, told) = (replica.Read(v => v.Epoch), 0);
        replica.Replaced += () => told++;
        await stage.DropAsync();
        await stage.FoundAsync();
        await stage.DoAsync(SmallSummit.Book(9));
        await stage.Until(() => replica.Read(v => v.Epoch != was && v.State.Length == 2));
        Assert.InRange(told, 1, 2);
        Assert.Null(replica.Read(v => v.State.Meeting(MeetingId.Parse("m-1"))));
        Assert.Equal(0, Version(replica, First));
    }

    [Fact]
    public async Task An_entry_that_is_offered_is_taken_when_it_is_the_next_of_this_log_and_else_left()
    {
        var replica = await OpenAsync();
        stage.Store.Cut();
        var first = await stage.DoAsync(SmallSummit.Book(1));
        var hash = stage.Head.Last;
        var second = await stage.DoAsync(SmallSummit.Book(2));
        replica.Offer(second, stage.Head.Last, stage.Head.Epoch);
        replica.Offer(first, hash, Guid.NewGuid());
        Assert.Equal(1, Length(replica));
        replica.Offer(first, hash, stage.Head.Epoch);
        replica.Offer(first, hash, stage.Head.Epoch);
        Assert.Equal((2, stage.Time.GetUtcNow()), (Length(replica), replica.ConfirmedAt));
        stage.Store.Mend();
        await stage.Until(() => Length(replica) == 3);
    }

    [Fact]
    public async Task Who_listens_and_fails_stops_neither_the_fold_nor_those_who_listen_after_him_nor_who_wrote()
    {
        var replica = await OpenAsync();
        var told = 0;
        replica.Applied += _ => throw new InvalidOperationException("The listener is broken.");
        replica.Applied += _ => told++;
        stage.Store.Cut();
        var read = replica.ReachAsync(stage.Head.Epoch, 2, TestContext.Current.CancellationToken);
        replica.Offer(await stage.DoAsync(SmallSummit.Book(1)), stage.Head.Last, stage.Head.Epoch);
        await read;
        Assert.Equal((2, 1), (Length(replica), told));
        stage.Store.Mend();
        await stage.DoAsync(SmallSummit.Book(2));
        await stage.Until(() => Length(replica) == 3);
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_folded_stops_it_and_is_no_fault_of_who_wrote_it()
    {
        var replica = await OpenAsync();
        var entry = new LogEntry(2, SmallSummit.Morning, OperationId.Parse("odd"), SmallSummit.Founder, null, null, 1, [new CommitmentDropped(CommitmentId.Parse("nowhere"), "gone")]);
        await stage.AppendAsync(stage.Next(stage.Codec.Encode(entry)));
        replica.Offer(entry, stage.Head.Last, stage.Head.Epoch);
        await StandsStill(replica, at: 1);
    }

    [Fact]
    public async Task Who_waits_for_an_entry_goes_on_when_it_is_folded_and_not_for_another_log_s()
    {
        var replica = await OpenAsync();
        using var patience = new CancellationTokenSource();
        var other = replica.ReachAsync(Guid.NewGuid(), 1, patience.Token);
        var mine = replica.ReachAsync(stage.Head.Epoch, 2, TestContext.Current.CancellationToken);
        await replica.ReachAsync(stage.Head.Epoch, 1, TestContext.Current.CancellationToken);
        Assert.False(mine.IsCompleted);
        await stage.DoAsync(SmallSummit.Book(1));
        await stage.Until(() => mine.IsCompleted);
        await mine;
        Assert.False(other.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    [Fact]
    public async Task The_past_is_folded_up_to_an_instant_and_no_further()
    {
        var replica = await OpenAsync();
        await stage.DoAsync(SmallSummit.Book(1));
        var noon = stage.Time.GetUtcNow();
        stage.Time.Advance(TimeSpan.FromHours(1));
        await stage.DoAsync(SmallSummit.Book(2));
        await stage.Until(() => Length(replica) == 3);
        var past = await replica.FoldUntilAsync(noon, TestContext.Current.CancellationToken);
        Assert.Equal((2L, 1L, 2L), (past.State.Length, past.Audiences.VersionOf(Audience.Desk), Version(replica, Audience.Desk)));
        Assert.Equal(past.Audiences.CheckAt(Audience.Desk, 1), replica.Read(v => v.Audiences.CheckAt(Audience.Desk, 1)));
        Assert.Equal(0, (await replica.FoldUntilAsync(SmallSummit.Morning.AddDays(-1), TestContext.Current.CancellationToken)).State.Length);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_said_to_be_unavailable_and_not_waited_for_without_end()
    {
        await stage.FoundAsync();
        var server = stage.Server();
        stage.Store.Cut(headsToo: false);
        var asked = server.FindAsync(stage.Summit, TestContext.Current.CancellationToken).AsTask();
        await stage.Until(() => asked.IsCompleted);
        await Assert.ThrowsAsync<ProgrammeUnavailableException>(() => asked);
        stage.Store.Mend();
        do
        {
            asked = server.FindAsync(stage.Summit, TestContext.Current.CancellationToken).AsTask();
            await stage.Until(() => asked.IsCompleted);
        }
        while (asked.Exception?.InnerException is ProgrammeUnavailableException);
        Assert.Equal(1, Length((await asked)!));
    }

    private async Task<ProgrammeReplica> OpenAsync()
    {
        await stage.FoundAsync();
        return (await stage.Server().FindAsync(stage.Summit, TestContext.Current.CancellationToken))!;
    }

    private async Task StandsStill(ProgrammeReplica replica, long at)
    {
        // What was under way when the trouble began may still count.
        await Asked(2);
        var (confirmed, began) = (replica.ConfirmedAt, stage.Time.GetUtcNow());
        await Asked(3);
        Assert.Equal((at, confirmed), (Length(replica), replica.ConfirmedAt));
        Assert.True(stage.Time.GetUtcNow() - began > TimeSpan.FromSeconds(1));
    }

    private Task Asked(int times)
    {
        var enough = stage.Store.HeadsAsked + times;
        return stage.Until(() => stage.Store.HeadsAsked >= enough);
    }

    private static long Length(ProgrammeReplica replica) => replica.Read(v => v.State.Length);

    private static long Version(ProgrammeReplica replica, Audience audience) => replica.Read(v => v.Audiences.VersionOf(audience));
}
