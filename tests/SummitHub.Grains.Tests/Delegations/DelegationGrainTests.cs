using Microsoft.Extensions.Logging.Abstractions;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Delegations;
using SummitHub.Grains.Tests.Clusters;

namespace SummitHub.Grains.Tests.Delegations;

public class DelegationGrainTests : IClassFixture<SubstanceCluster>
{
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly Actor Aliya = new("kaz-chief", "Aliya", Role.Chief, Kaz);
    private readonly SummitId _summit = SubstanceCluster.NewSummit();
    private readonly SubstanceCluster _cluster;

    public DelegationGrainTests(SubstanceCluster cluster)
    {
        _cluster = cluster;
    }

    [Fact]
    public async Task What_happened_is_in_the_inbox_once_the_newest_first_and_the_bell_is_rung()
    {
        Cancel("first");
        Cancel("second");
        await Grain.Nudge();
        Assert.Equal(1, await _cluster.Bell.NextAsync(_summit, Kaz));
        Cancel("third");
        await Grain.Nudge();
        await Grain.Nudge();
        Assert.Equal(2, await _cluster.Bell.NextAsync(_summit, Kaz));
        var inbox = await ReadAsync();
        Assert.Equal(["third", "second", "first"], inbox.Items.Select(i => i.Notice.Reason));
        Assert.Equal((2, 3), (inbox.Revision, inbox.Unread));
    }

    [Fact]
    public async Task An_inbox_that_was_never_nudged_catches_up_when_it_is_read()
    {
        for (var i = 0; i < 300; i++) Cancel($"{i}");
        Assert.Equal(300, (await ReadAsync()).Unread);
    }

    [Theory]
    [InlineData(StoreFault.Before)]
    [InlineData(StoreFault.After)]
    internal async Task Each_change_is_there_exactly_once_when_the_store_failed_between(StoreFault fault)
    {
        Cancel("first");
        Assert.Single((await ReadAsync()).Items);
        _cluster.Faults.FailNext($"{_summit}/{Kaz}", fault);
        Cancel("second");
        await ReadAsync();
        Cancel("third");
        await _cluster.DeactivateAsync(Grain);
        Assert.Equal(["third", "second", "first"], (await ReadAsync()).Items.Select(i => i.Notice.Reason));
    }

    [Fact]
    public async Task Taking_note_is_durable_and_repeating_it_changes_nothing()
    {
        Cancel("first");
        var notice = (await ReadAsync()).Items[0].Notice.Id;
        Assert.Equal(NoteTaken.Noted, await Grain.TakeNote(Aliya, notice, Noon));
        Assert.Equal(NoteTaken.Noted, await Grain.TakeNote(Aliya with { Name = "Other" }, notice, Noon.AddMinutes(1)));
        await _cluster.DeactivateAsync(Grain);
        var inbox = await ReadAsync();
        Assert.Equal(("Aliya", Noon), (inbox.Items[0].AcknowledgedBy, inbox.Items[0].AcknowledgedAt!.Value));
        Assert.Equal((2, 0), (inbox.Revision, inbox.Unread));
    }

    [Fact]
    public async Task A_later_change_stands_in_the_place_of_one_that_nobody_noted_and_noting_the_earlier_one_says_so()
    {
        Cancel("fog", of: "same");
        var earlier = (await ReadAsync()).Items[0].Notice.Id;
        Cancel("storm", of: "same");
        var item = Assert.Single((await ReadAsync()).Items);
        Assert.Equal(("storm", 1, Noon), (item.Notice.Reason, item.Overtaken!.Times, item.Overtaken.Since));
        Assert.Equal(NoteTaken.Overtaken, await Grain.TakeNote(Aliya, earlier, Noon));
        Assert.Equal(1, (await ReadAsync()).Unread);
        Assert.Equal(NoteTaken.Noted, await Grain.TakeNote(Aliya, item.Notice.Id, Noon));
        // What arrives late reopens nothing.
        Assert.Equal(NoteTaken.Overtaken, await Grain.TakeNote(Aliya, earlier, Noon.AddMinutes(1)));
        Assert.Equal(0, (await ReadAsync()).Unread);
        // A change after that is news again, whatever was noted before.
        Cancel("again", of: "same");
        Assert.Equal((1, 2), ((await ReadAsync()).Unread, (await ReadAsync()).Items.Length));
    }

    [Fact]
    public async Task What_nobody_noted_lies_with_one_after_the_other_and_does_so_after_a_restart_too()
    {
        Cancel("fog", start: Noon.AddHours(3));
        _cluster.Clocks.Set(_summit, Noon.AddMinutes(1));
        await ReadAsync();
        Assert.Equal(Role.SiteOfficer, Assert.Single(await Grain.Open()).Pressing!.With);
        await _cluster.DeactivateAsync(Grain);
        _cluster.Clocks.Set(_summit, Noon.AddMinutes(25));
        Assert.Equal(new Pressing(Role.ControlOfficer, Noon.AddMinutes(40)), Assert.Single(await Grain.Open()).Pressing);
        _cluster.Clocks.Set(_summit, Noon.AddMinutes(70));
        Assert.Equal(new Pressing(null, null), Assert.Single(await Grain.Open()).Pressing);
        await Grain.TakeNote(Aliya, (await ReadAsync()).Items[0].Notice.Id, Noon.AddMinutes(71));
        Assert.Empty(await Grain.Open());
    }

    [Fact]
    public async Task Of_fifteen_hundred_changes_each_meeting_has_one_current_notice_the_last_through_failed_writes_and_restarts()
    {
        var random = new Random(20190924);
        var last = new Dictionary<string, string>();
        for (var change = 0; change < 1_500; change++)
        {
            var meeting = $"{random.Next(60)}";
            Cancel($"change {change}", of: meeting);
            last[meeting] = $"change {change}";
            if (change % 100 != 99) continue;
            // It catches up as the cascade goes on; the store fails before or after a write, and the activation goes.
            if (change % 300 == 299) _cluster.Faults.FailNext($"{_summit}/{Kaz}", change % 600 == 599 ? StoreFault.After : StoreFault.Before);
            await ReadAsync();
            if (change % 200 == 99 || change % 300 == 299) await _cluster.DeactivateAsync(Grain);
        }
        var inbox = await ReadAsync();
        Assert.Equal(last.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => ($"m-{l.Key}", l.Value)), inbox.Items.Select(i => (i.Notice.Meeting!.Value.Value, i.Notice.Reason)).Order());
        // None was lost on the way: each is current, or counted in the line of history of what took its place.
        Assert.Equal(1_500, inbox.Items.Sum(i => 1 + (i.Overtaken?.Times ?? 0)));
        Assert.Equal(last.Count, inbox.Unread);
    }

    [Fact]
    public async Task A_foreign_actor_and_an_unknown_notice_are_refused()
    {
        Cancel("first");
        var notice = (await ReadAsync()).Items[0].Notice.Id;
        Assert.Equal(NoteTaken.Unknown, await Grain.TakeNote(Aliya with { Delegation = Pol }, notice, Noon));
        Assert.Equal(NoteTaken.Unknown, await Grain.TakeNote(new("desk", "Desk", Role.Desk, null), notice, Noon));
        Assert.Equal(NoteTaken.Unknown, await Grain.TakeNote(Aliya, NoticeId.Parse("99-0-none"), Noon));
        Assert.Equal(1, (await ReadAsync()).Unread);
        await Assert.ThrowsAsync<ArgumentException>(() => Grain.Appoint(Aliya with { Delegation = Pol }));
    }

    [Theory]
    [InlineData(Role.Chief, true)]
    [InlineData(Role.ControlOfficer, true)]
    [InlineData(Role.SiteOfficer, true)]
    [InlineData(Role.Notetaker, true)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Press, false)]
    [InlineData(Role.Display, false)]
    public async Task Only_the_full_staff_reads_the_inbox_and_takes_note_of_it(Role role, bool may)
    {
        Cancel("first");
        var notice = (await ReadAsync()).Items[0].Notice.Id;
        var actor = Aliya with { Id = $"kaz-{role}", Role = role };
        Assert.Equal(may, await Grain.Read(actor) is not null);
        Assert.Equal(may ? NoteTaken.Noted : NoteTaken.Unknown, await Grain.TakeNote(actor, notice, Noon));
        Assert.Null(await Grain.Read(actor with { Delegation = Pol }));
    }

    [Fact]
    public async Task The_staff_is_durable_and_somebody_appointed_again_is_what_he_is_now()
    {
        await Grain.Appoint(Aliya);
        await Grain.Appoint(new("kaz-note", "Dana", Role.Notetaker, Kaz));
        await Grain.Appoint(Aliya with { Role = Role.ControlOfficer });
        await _cluster.DeactivateAsync(Grain);
        Assert.Equal([Aliya with { Role = Role.ControlOfficer }, new("kaz-note", "Dana", Role.Notetaker, Kaz)], await Grain.Staff());
    }

    [Fact]
    public async Task A_cleared_delegation_reads_the_log_anew()
    {
        Cancel("first");
        await ReadAsync();
        await Grain.Appoint(Aliya);
        Programme.Log.Clear();
        await Grain.Clear();
        Assert.Empty(await Grain.Staff());
        Assert.Empty((await ReadAsync()).Items);
        Cancel("again");
        Assert.Equal("again", Assert.Single((await ReadAsync()).Items).Notice.Reason);
    }

    [Fact]
    public async Task Nudges_that_come_while_it_catches_up_are_one_more_look()
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Programme.HoldReads = hold.Task;
        Cancel("first");
        var first = ReadAsync();
        await Looked();
        var others = Enumerable.Range(0, 50).Select(_ => ReadAsync()).ToArray();
        await Grain.Staff();
        Programme.HoldReads = null;
        hold.SetResult();
        await Task.WhenAll([first, .. others]);
        var looks = 1;
        while (Programme.Looked.Reader.TryRead(out _)) looks++;
        Assert.InRange(looks, 2, 10);
    }

    [Fact]
    public async Task The_nudger_pokes_a_delegation_once_a_beat_and_sweeps_it_for_a_minute()
    {
        var clock = new WatchedTime(Noon);
        using var nudger = new NoticeNudger(_cluster.SiloGrains, clock, NullLogger<NoticeNudger>.Instance);
        await nudger.StartAsync(TestContext.Current.CancellationToken);
        await clock.Set;
        Cancel("first");
        for (var i = 0; i < 1000; i++) nudger.Touched(_summit, [Kaz]);
        await clock.PassAsync(NoticeNudger.Beat);
        Assert.Equal(1, await _cluster.Bell.NextAsync(_summit, Kaz));
        Cancel("second");
        for (var passed = TimeSpan.Zero; passed <= NoticeNudger.SweepEvery; passed += NoticeNudger.Beat) await clock.PassAsync(NoticeNudger.Beat);
        Assert.Equal(2, await _cluster.Bell.NextAsync(_summit, Kaz));
        await nudger.StopAsync(TestContext.Current.CancellationToken);
    }

    private ScriptedSummit Programme => _cluster.Programme[_summit];

    private async Task<Inbox> ReadAsync() => await Grain.Read(Aliya) ?? throw new InvalidOperationException("The chief may not read.");

    private IDelegationGrain Grain => _cluster.Delegation(_summit, Kaz);

    /// <summary>Each of a meeting of its own, unless one is named.</summary>
    private void Cancel(string reason, string? of = null, DateTimeOffset? start = null)
    {
        var id = MeetingId.Parse($"m-{of ?? reason}");
        Slot? slot = start is { } at ? new(Interval.Of(at, TimeSpan.FromMinutes(20)), null) : null;
        Programme.Meetings[id] = new Meeting
        {
            Id = id,
            Version = 1,
            Terms = new([new(Kaz, PrincipalId.Parse("kaz-p1")), new(Pol, PrincipalId.Parse("pol-p1"))], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null),
            Phase = MeetingPhase.Confirmed,
            Duration = TimeSpan.FromMinutes(20),
            Planned = slot,
        };
        Programme.Log.Enqueue(new(
            Programme.Log.Count + 1, Noon, OperationId.Parse("op"), new("pol-chief", "Anna", Role.Chief, Pol), null, null, 0, [new MeetingCancelled(id, reason)]));
    }

    private Task<long> Looked() =>
        Programme.Looked.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(SubstanceCluster.Deadline);
}
