using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Tests.Programme;
using SummitHub.Server.Board;

namespace SummitHub.Server.Tests.Board;

/// <summary>The sender of an audience, on a clock that the test moves: what goes out together, who is dropped, what is said of age.</summary>
public sealed class AudienceFeedTests : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly ReplicaStage stage = new();
    private readonly FakeTimeProvider time = new(SmallSummit.Morning);
    private readonly ToldBoards told = new();
    private BoardAudiences? audiences;

    public async ValueTask DisposeAsync()
    {
        audiences?.Dispose();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_change_goes_out_at_once_and_what_changes_in_the_fifty_milliseconds_after_as_one_frame_and_no_sooner()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        feed.Join(new OpenBoard("one").As("Officer"));
        await DoAsync(replica, SmallSummit.Book(1));
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 1);
        await DoAsync(replica, SmallSummit.Book(2));
        time.Advance(TimeSpan.FromMilliseconds(30));
        await DoAsync(replica, SmallSummit.Book(3));
        time.Advance(TimeSpan.FromMilliseconds(19));
        Assert.Single(told.Of<BoardDelta>(feed.Group));
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 2);
        time.Advance(TimeSpan.FromMilliseconds(50));
        await DoAsync(replica, SmallSummit.Book(4));
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 3);
        var frames = told.Of<BoardDelta>(feed.Group);
        Assert.Equal([(0L, 1L), (1L, 3L), (3L, 4L)], frames.Select(f => (f.From, f.To)));
        Assert.Equal(["m-2", "m-3"], frames[1].Meetings.Select(m => m.Id.Value));
    }

    [Fact]
    public async Task In_a_storm_it_gathers_for_longer_and_when_the_storm_is_over_no_more()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        feed.Join(new OpenBoard("one").As("Officer"));
        await SendAsync(replica, feed, SmallSummit.Book(1));
        for (var n = 2; n <= 21; n++) await DoAsync(replica, SmallSummit.Book(n));
        time.Advance(AudienceFeed.Rest);
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 2);
        await DoAsync(replica, SmallSummit.Book(22));
        time.Advance(AudienceFeed.LongestRest - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, told.Of<BoardDelta>(feed.Group).Count);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 3);
        await SendAsync(replica, feed, SmallSummit.Book(23));
        Assert.Equal([(0L, 1L), (1L, 21L), (21L, 22L), (22L, 23L)], told.Of<BoardDelta>(feed.Group).Select(f => (f.From, f.To)));
    }

    [Fact]
    public async Task Nothing_is_sent_under_the_replicas_lock_even_where_the_pause_is_over_before_anybody_awaits_it()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk, new HurriedClock());
        feed.Join(new OpenBoard("one").As("Officer"));
        var sentUnderLock = -1;
        replica.Applied += _ => sentUnderLock = told.Of<BoardDelta>(feed.Group).Count;
        await DoAsync(replica, SmallSummit.Book(1));
        await Until(() => told.Of<BoardDelta>(feed.Group).Count == 1);
        Assert.Equal(0, sentUnderLock);
    }

    [Fact]
    public async Task An_audience_that_sees_nothing_of_a_change_is_sent_nothing()
    {
        var (replica, desk) = await OpenAsync(Audience.Desk);
        var others = audiences!.Of(replica, Audience.Of(SmallSummit.CodeOf(39)));
        desk.Join(new OpenBoard("desk").As("Officer"));
        others.Join(new OpenBoard("others").As("Chief"));
        await DoAsync(replica, SmallSummit.Book(1));
        await Until(() => told.Of<BoardDelta>(desk.Group).Count == 1);
        others.Beat();
        Assert.Empty(told.Of<BoardDelta>(others.Group));
        Assert.Equal(0, told.Of<ToldBoards.Age>(others.Group).Single().Version);
    }

    [Fact]
    public async Task A_board_that_does_not_show_what_it_is_sent_is_dropped_after_ten_seconds_and_the_others_are_not()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        var (slow, quick) = (new OpenBoard("slow"), new OpenBoard("quick"));
        feed.Join(slow.As("Slow"));
        feed.Join(quick.As("Quick"));
        await SendAsync(replica, feed, SmallSummit.Book(1));
        feed.Seen("quick", 1);
        time.Advance(TimeSpan.FromSeconds(10));
        feed.Beat();
        Assert.Equal((false, false), (slow.Dropped, quick.Dropped));
        time.Advance(TimeSpan.FromMilliseconds(1));
        feed.Beat();
        Assert.Equal((true, false), (slow.Dropped, quick.Dropped));
    }

    [Fact]
    public async Task A_board_that_is_a_quarter_of_a_mebibyte_behind_for_two_seconds_is_dropped_and_the_others_are_not()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        var (slow, quick) = (new OpenBoard("slow"), new OpenBoard("quick"));
        feed.Join(slow.As("Slow"));
        feed.Join(quick.As("Quick"));
        var last = await SendMuchAsync(replica, feed);
        feed.Beat();
        Assert.Equal((false, false), (slow.Dropped, quick.Dropped));

        feed.Seen("quick", last);
        time.Advance(TimeSpan.FromSeconds(2.1));
        feed.Beat();
        Assert.Equal((true, false), (slow.Dropped, quick.Dropped));
    }

    [Fact]
    public async Task A_board_that_shows_what_it_is_sent_within_two_seconds_stays_however_much_that_is()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        var board = new OpenBoard("one");
        feed.Join(board.As("Officer"));
        for (var round = 0; round < 3; round++)
        {
            var last = await SendMuchAsync(replica, feed, round);
            time.Advance(TimeSpan.FromSeconds(1.5));
            feed.Beat();
            feed.Seen("one", last);
            time.Advance(TimeSpan.FromSeconds(1));
            feed.Beat();
        }
        Assert.False(board.Dropped);
    }

    [Fact]
    public async Task A_board_that_has_just_come_is_not_held_to_what_was_sent_before()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        feed.Join(new OpenBoard("slow").As("Slow"));
        await SendAsync(replica, feed, SmallSummit.Book(1));
        time.Advance(TimeSpan.FromSeconds(11));
        var fresh = new OpenBoard("fresh");
        feed.Join(fresh.As("Fresh"));
        feed.Beat();
        Assert.False(fresh.Dropped);
    }

    [Fact]
    public async Task More_than_a_frame_should_hold_drops_the_boards_so_that_they_ask_for_a_snapshot()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        var board = new OpenBoard("one");
        feed.Join(board.As("Officer"));
        await SendAsync(replica, feed, SmallSummit.Book(1));
        foreach (var part in new[] { 0, 1, 2 }) await DoAsync(replica, Requests(part, 400));
        time.Advance(AudienceFeed.Rest);
        await Until(() => board.Dropped);
        Assert.Single(told.Of<BoardDelta>(feed.Group));
        feed.Join(new OpenBoard("again").As("Officer"));
        await SendAsync(replica, feed, SmallSummit.Book(2));
        Assert.Equal((4L, 5L), told.Of<BoardDelta>(feed.Group).Select(f => (f.From, f.To)).Last());
    }

    [Fact]
    public async Task A_log_that_was_replaced_drops_its_boards_and_those_that_come_after_go_on_with_the_new_one()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        var board = new OpenBoard("one");
        feed.Join(board.As("Officer"));
        for (var n = 1; n <= 3; n++) await SendAsync(replica, feed, SmallSummit.Book(n));
        var was = replica.Read(v => v.Epoch);
        await stage.DropAsync();
        await stage.FoundAsync();
        await stage.Until(() => board.Dropped && replica.Read(v => v.Epoch != was && v.State.Summit is not null));
        var fresh = new OpenBoard("fresh");
        feed.Join(fresh.As("Officer"));
        await SendAsync(replica, feed, SmallSummit.Book(9));
        Assert.Equal((0L, 1L), told.Of<BoardDelta>(feed.Group).Select(f => (f.From, f.To)).Last());
        Assert.False(fresh.Dropped);
    }

    [Fact]
    public async Task Every_two_seconds_a_board_hears_when_the_head_was_last_confirmed_and_that_instant_stands_while_the_store_is_away()
    {
        var (replica, feed) = await OpenAsync(Audience.Desk);
        feed.Join(new OpenBoard("one").As("Officer"));
        await audiences!.StartAsync(TestContext.Current.CancellationToken);
        // The service begins on a thread of its own; once it beats, it does so in every two seconds.
        await Until(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return told.Of<ToldBoards.Age>(feed.Group).Count > 0;
        });
        for (var n = 0; n < 3; n++) await NextAgeAsync(feed);
        stage.Store.Cut();
        var refused = stage.Store.Refused;
        await stage.Until(() => stage.Store.Refused >= refused + 2);
        var confirmed = replica.ConfirmedAt;
        await stage.Until(() => stage.Store.Refused >= refused + 5);
        Assert.Equal(confirmed, await NextAgeAsync(feed));
        Assert.True(stage.Time.GetUtcNow() - confirmed > TimeSpan.FromSeconds(2));
        stage.Store.Mend();
        await stage.Until(() => replica.ConfirmedAt > confirmed);
        Assert.True(await NextAgeAsync(feed) > confirmed);
        await audiences.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_comes_and_who_goes_is_told_once_with_the_next_beat()
    {
        var (_, feed) = await OpenAsync(Audience.Desk);
        feed.Join(new OpenBoard("one").As("One"));
        feed.Join(new OpenBoard("same").As("One"));
        feed.Join(new OpenBoard("two").As("Two"));
        audiences!.Beat();
        audiences.Beat();
        feed.Leave("two");
        audiences.Beat();
        Assert.Equal(["One, Two", "One"], told.Of<ImmutableArray<Person>>(feed.Group).Select(people => string.Join(", ", people.Select(p => p.Name).Order())));
    }

    private async Task<(ProgrammeReplica Replica, AudienceFeed Feed)> OpenAsync(Audience audience, TimeProvider? clock = null)
    {
        await stage.FoundAsync();
        var replicas = stage.Server();
        audiences = new BoardAudiences(replicas, told, new RowTexts(), clock ?? time);
        var replica = (await replicas.FindAsync(stage.Summit, TestContext.Current.CancellationToken))!;
        return (replica, audiences.Of(replica, audience));
    }

    private async Task DoAsync(ProgrammeReplica replica, Operation operation)
    {
        var entry = await stage.DoAsync(operation);
        await stage.Until(() => replica.Read(v => v.State.Length) >= entry.Position);
    }

    private async Task SendAsync(ProgrammeReplica replica, AudienceFeed feed, Operation operation)
    {
        var before = told.Of<BoardDelta>(feed.Group).Count;
        time.Advance(AudienceFeed.LongestRest);
        await DoAsync(replica, operation);
        await Until(() => told.Of<BoardDelta>(feed.Group).Count > before);
    }

    /// <summary>Sends more than a quarter of a mebibyte in a few frames, and answers the version of the last.</summary>
    private async Task<long> SendMuchAsync(ProgrammeReplica replica, AudienceFeed feed, int round = 0)
    {
        var before = told.Of<BoardDelta>(feed.Group).Count;
        for (var part = 0; part < 8; part++) await SendAsync(replica, feed, Requests((100 * round) + part, 120));
        var frames = told.Of<BoardDelta>(feed.Group).Skip(before).ToList();
        // What is behind the first frame that a board lacks is counted.
        Assert.True(frames.Skip(1).Sum(f => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(f, Hosting.SampleServer.Json).Length) > 256 * 1024);
        return frames[^1].To;
    }

    private async Task<DateTimeOffset> NextAgeAsync(AudienceFeed feed)
    {
        var before = told.Of<ToldBoards.Age>(feed.Group).Count;
        time.Advance(TimeSpan.FromSeconds(2));
        await Until(() => told.Of<ToldBoards.Age>(feed.Group).Count > before);
        return told.Of<ToldBoards.Age>(feed.Group)[^1].Instant;
    }

    /// <summary>Many requests at once: they hold nothing, so that nothing is in their way.</summary>
    private static Operation Requests(int part, int count) => SmallSummit.Book(0, $"requests-{part}") with
    {
        Commands = [.. Enumerable.Range(0, count).Select(n => new RequestMeeting(MeetingId.Parse($"r-{part}-{n}"), SmallSummit.TermsOf(n), 20, [], null))],
    };

    /// <summary>A clock on which every pause is over at once, as it is for a thread that was put aside for longer.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
