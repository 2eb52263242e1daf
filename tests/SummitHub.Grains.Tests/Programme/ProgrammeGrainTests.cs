using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Programme;

public sealed class ProgrammeGrainTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_arrives_while_an_append_is_in_flight_goes_out_together_in_the_next()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        cluster.Store.Hold();
        var before = cluster.Store.Appends.Count;
        var first = cluster.Programme.Execute(SmallSummit.Book(0));
        await Until(() => cluster.Store.Appends.Count > before);
        var decided = cluster.Clock.Reads;
        var rest = Enumerable.Range(1, 50).Select(n => cluster.Programme.Execute(SmallSummit.Book(n))).ToList();
        await Until(() => cluster.Clock.Reads == decided + 50);
        var refused = cluster.Programme.Execute(SmallSummit.Book(7, "again"));
        await Until(() => cluster.Clock.Reads == decided + 51);
        Assert.False(refused.IsCompleted || first.IsCompleted || rest.Any(r => r.IsCompleted));
        Assert.Equal(before + 1, cluster.Store.Appends.Count);
        cluster.Store.Release();
        Assert.IsType<Accepted>(await first.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        Assert.All(await Task.WhenAll(rest).WaitAsync(Deadline, TestContext.Current.CancellationToken), r => Assert.IsType<Accepted>(r));
        Assert.Equal(RefusalReason.AlreadyExists, Assert.IsType<Refused>(await refused.WaitAsync(Deadline, TestContext.Current.CancellationToken)).Refusal.Reason);
        Assert.Equal([1, 50], cluster.Store.Appends.Skip(before));
    }

    [Fact]
    public async Task A_refusal_waits_until_the_store_confirms_what_it_was_decided_on()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        Assert.IsType<Accepted>(await cluster.Programme.Execute(SmallSummit.Book(1)));
        cluster.Store.Hold();
        var before = cluster.Store.Appends.Count;
        var refused = cluster.Programme.Execute(SmallSummit.Book(1, "another"));
        await Until(() => cluster.Store.Appends.Count > before);
        Assert.False(refused.IsCompleted);
        cluster.Store.Release();
        Assert.IsType<Refused>(await refused.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        Assert.Equal(0, cluster.Store.Appends[before]);
    }

    [Fact]
    public async Task An_operation_whose_answer_was_lost_is_done_once_when_it_is_asked_again()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        cluster.Store.LoseAnswers(1);
        await Assert.ThrowsAsync<ProgrammeUnavailableException>(() => cluster.Programme.Execute(SmallSummit.Book(1)));
        var again = Assert.IsType<Accepted>(await cluster.AskAsync(SmallSummit.Book(1)));
        Assert.True(again.Repeated);
        Assert.Equal(2, (await cluster.Inner.HeadAsync(cluster.Summit, TestContext.Current.CancellationToken))!.Value.Length);
    }

    [Fact]
    public async Task An_activation_that_another_writer_has_overtaken_answers_nobody_and_its_successor_knows_the_others_entries()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        var head = (await cluster.Inner.HeadAsync(cluster.Summit, TestContext.Current.CancellationToken))!.Value;
        var theirs = new LogEntry(head.Length + 1, SmallSummit.Morning, OperationId.Parse("theirs"), SmallSummit.Founder, null, null, 1, [new TravelAdvised(ZoneId.Parse("house"), Interval.Of(SmallSummit.Morning, TimeSpan.FromHours(1)), 5, "freeze")]);
        await cluster.Inner.AppendAsync(cluster.Summit, head, [cluster.Chain.Seal(head.Last, theirs.Position, cluster.Codec.Encode(theirs))], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ProgrammeUnavailableException>(() => cluster.Programme.Execute(SmallSummit.Book(1)));
        var done = Assert.IsType<Accepted>(await cluster.AskAsync(SmallSummit.Book(1)));
        Assert.Equal(3, done.Position);
        Assert.False(done.Repeated);
    }

    [Fact]
    public async Task A_replica_reaches_what_was_acknowledged_and_reads_it_again_after_a_restart_of_the_programme()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        var accepted = Assert.IsType<Accepted>(await cluster.Programme.Execute(SmallSummit.Book(3)));
        var replica = await cluster.Replicas.OfAsync(cluster.Summit, TestContext.Current.CancellationToken);
        using var deadline = new CancellationTokenSource(Deadline);
        await replica.ReachAsync(accepted.Epoch, accepted.Position, deadline.Token);
        Assert.NotNull(replica.Read(v => v.State.Meeting(MeetingId.Parse("m-3"))));
        await cluster.Programme.Retire();
        Assert.True(Assert.IsType<Accepted>(await cluster.AskAsync(SmallSummit.Book(3))).Repeated);
    }

    [Fact]
    public async Task Another_command_under_a_used_operation_id_is_refused()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        Assert.IsType<Accepted>(await cluster.Programme.Execute(SmallSummit.Book(1, "once")));
        var refused = Assert.IsType<Refused>(await cluster.Programme.Execute(SmallSummit.Book(2, "once")));
        Assert.Equal(RefusalReason.OperationIdUsedForAnother, refused.Refusal.Reason);
    }

    [Fact]
    public async Task The_same_command_for_somebody_else_is_another_command()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        var booking = SmallSummit.Book(1, "once");
        Assert.IsType<Accepted>(await cluster.Programme.Execute(booking));
        Assert.True(Assert.IsType<Accepted>(await cluster.Programme.Execute(booking with { Actor = booking.Actor with { Name = "Night desk" } })).Repeated);
        var refused = Assert.IsType<Refused>(await cluster.Programme.Execute(booking with { OverrideReason = "fixed hour" }));
        Assert.Equal(RefusalReason.OperationIdUsedForAnother, refused.Refusal.Reason);
    }

    [Fact]
    public async Task What_is_too_large_for_the_log_is_refused_and_the_programme_goes_on()
    {
        await using var cluster = await ProgrammeCluster.StartAsync();
        var summit = SummitId.Parse($"{cluster.Summit}-large");
        var founding = SmallSummit.Found(summit);
        var endless = founding with { Commands = [new FoundSummit(((FoundSummit)founding.Commands[0]).Summit with { Title = new string('x', JournalLimits.BytesPerAppend) })] };
        Assert.Equal(RefusalReason.NotWellFormed, Assert.IsType<Refused>(await cluster.ProgrammeOf(summit).Execute(endless)).Refusal.Reason);
        Assert.Equal(1, Assert.IsType<Accepted>(await cluster.ProgrammeOf(summit).Execute(founding)).Position);
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
