using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Tests.Sample;

public sealed class SamplePlayTests
{
    private static readonly Actor Desk = new("desk", "Protocol desk", Role.Desk, null);

    [Fact]
    public async Task The_import_is_accepted_whole_and_what_breaks_a_rule_is_listed_as_an_override()
    {
        var day = await new PlayedDay().OpenAsync();

        Assert.Empty(day.Refusals);
        Assert.Equal(100, day.Meetings.Count());
        var overridden = day.Meetings.Where(m => !m.Overrides.IsEmpty).ToList();
        Assert.NotEmpty(overridden);
        Assert.All(overridden, m => Assert.Contains(day.Log, e => e.OverrideReason == ImportSteps.FixedHour && e.Operation.Value == $"import-{m.Id}"));
        Assert.All(day.Log.Where(e => e.OverrideReason is not null), e => Assert.Equal(Role.Desk, e.Actor.Role));
    }

    [Fact]
    public async Task An_import_done_again_after_it_was_cut_off_changes_nothing()
    {
        var day = await new PlayedDay().OpenAsync();
        var before = day.Log.Count;

        await day.ImportAsync();

        Assert.Equal(before, day.Log.Count);
        Assert.Empty(day.Refusals);
    }

    [Fact]
    public async Task When_the_sample_opens_what_lies_before_has_been_held_and_a_speech_is_on()
    {
        var day = await new PlayedDay().OpenAsync();

        Assert.Equal(PlayedDay.At("10:40:00"), day.Clock.GetUtcNow());
        Assert.All(day.Meetings.Where(m => m.Planned!.Value.When.End <= day.Clock.GetUtcNow()), m => Assert.Equal(MeetingPhase.Ended, m.Phase));
        var speech = day.Commitment(CommitmentId.Parse("statement-egy"))!;
        Assert.True(speech is { StartedAt: not null, EndedAt: null });
        Assert.Equal(MeetingPhase.Confirmed, day.Meeting(PlayedDay.Named("kzb-1"))!.Phase);
    }

    [Fact]
    public async Task Within_the_first_minute_and_a_half_a_newcomer_sees_a_living_board()
    {
        var day = await new PlayedDay().OpenAsync();
        var before = day.Log.Count;

        await day.PassAsync(TimeSpan.FromSeconds(60));
        var first = day.Log.Count - before;
        await day.PassAsync(TimeSpan.FromSeconds(30));

        Assert.True(first >= 2, $"{first} entries in the first minute");
        Assert.True(day.Log.Count - before >= 4, $"{day.Log.Count - before} entries in the first ninety seconds");
        Assert.Equal(PlayedDay.At("10:55:00"), day.Commitment(CommitmentId.Parse("statement-tur"))!.Expected.Start, TimeSpan.FromSeconds(61));
        Assert.All(day.Log.Skip(before), e => Assert.True(e.Actor.Simulated && e.Actor.Name.StartsWith("simulated ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_first_Kazakh_meeting_runs_over_the_next_one_gets_another_booth_and_the_third_is_late()
    {
        var day = await new PlayedDay().OpenAsync();

        await day.Play.JumpAsync(PlayedDay.At("13:15:00"), CancellationToken.None);

        var (poland, georgia, ukraine) = (day.Meeting(PlayedDay.Named("kzb-1"))!, day.Meeting(PlayedDay.Named("kzb-2"))!, day.Meeting(PlayedDay.Named("kzb-3"))!);
        Assert.Equal((MeetingPhase.Ended, "booth-03"), (poland.Phase, poland.Planned!.Value.Venue!.Value.Value));
        Assert.True(poland.Expected!.Value.Length > TimeSpan.FromMinutes(33));
        Assert.Equal((MeetingPhase.Ended, "booth-04"), (georgia.Phase, georgia.Planned!.Value.Venue!.Value.Value));
        Assert.Equal(MeetingPhase.Ended, ukraine.Phase);
        Assert.True(ukraine.Expected!.Value.Start >= PlayedDay.At("12:32:00"));
    }

    [Fact]
    public async Task At_the_end_of_the_day_the_five_Kazakh_meetings_have_their_recorded_outcomes()
    {
        var day = await new PlayedDay().OpenAsync();

        await day.Play.JumpAsync(PlayedDay.At("23:30:00"), CancellationToken.None);

        Assert.Empty(day.Refusals);
        foreach (var meeting in day.Sample.Meetings.Where(m => m.Slot.When.Start < PlayedDay.At("21:00:00")))
            Assert.Equal((meeting.Id, MeetingPhase.Ended), (meeting.Id, day.Meeting(meeting.Id)!.Phase));
        foreach (var record in day.Sample.Records.Where(r => r.Meeting.Value.StartsWith("kzb-", StringComparison.Ordinal)))
        {
            var read = day.Record(record.Meeting.Value, "KAZ");
            Assert.Equal(RecordState.Recorded, read.State);
            Assert.Equal(
                record.Items.Where(i => i.Item.Side.Value == "KAZ" || i.Offered).Select(i => i.Item.Text).Order(), read.Items.Select(i => i.Item.Text).Order());
            Assert.Equal(record.Items.Where(i => i.Shared).Select(i => i.Item.Text).Order(), read.Items.Where(i => i.Stage == ItemStage.Agreed).Select(i => i.Item.Text).Order());
        }
        Assert.Contains(day.Record("kzb-3", "UKR").Items, i => i.Item.Kind == OutcomeKind.Invitation && i.Stage == ItemStage.Agreed);
        Assert.DoesNotContain(day.Record("kzb-1", "POL").Items, i => i.Item.Text.StartsWith("Offer an exchange", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_the_five_Kazakh_meetings_all_is_told_in_English_and_Russian_and_the_other_side_reads_it()
    {
        var day = await new PlayedDay().OpenAsync();

        await day.Play.JumpAsync(PlayedDay.At("23:30:00"), CancellationToken.None);

        foreach (var (meeting, other) in (ReadOnlySpan<(string, string)>)[("kzb-1", "POL"), ("kzb-2", "GEO"), ("kzb-3", "UKR"), ("kzb-4", "JOR"), ("kzb-5", "UNSG")])
        {
            var (kazakh, theirs) = (day.Record(meeting, "KAZ"), day.Record(meeting, other));
            Assert.Equal(["en", "ru"], theirs.Published.Select(p => p.Language));
            Assert.All(theirs.Published, p => Assert.Equal(("KAZ", 1), (p.Side.Value, p.Edition)));
            var (english, russian) = (theirs.Published[0].Lines, theirs.Published[1].Lines);
            Assert.NotEmpty(english);
            Assert.Equal(english.Length, russian.Length);
            Assert.All(english, line => Assert.DoesNotMatch("[а-яё]", line));
            Assert.All(russian, line => Assert.Matches("[а-яё]", line));
            // What stands in one language with a figure stands with it in the other.
            Assert.Equal(english.Select(line => line.Any(char.IsAsciiDigit)), russian.Select(line => line.Any(char.IsAsciiDigit)));
            // What our own suggestion is, is its side's draft and told to nobody.
            Assert.All(kazakh.Items.Where(i => i.Stage == ItemStage.Draft), i => Assert.DoesNotContain(i.Item.Text, english));
            Assert.All(kazakh.Items, i => Assert.NotNull(i.Item.TextIn("ru")));
        }
        Assert.Contains("Two-way trade: USD 1.2 billion (2018)", day.Record("kzb-1", "POL").Published[0].Lines);
        Assert.Contains("Взаимный товарооборот: 1,2 млрд долл. США (2018)", day.Record("kzb-1", "POL").Published[1].Lines);
    }

    [Fact]
    public async Task Nobody_is_let_into_two_running_meetings_through_the_whole_week()
    {
        var day = await new PlayedDay().OpenAsync();
        var running = new Dictionary<PrincipalId, MeetingId>();

        await day.Play.JumpAsync(DateTimeOffset.Parse("2019-09-30T23:00:00-04:00"), CancellationToken.None);

        Assert.Empty(day.Refusals);
        foreach (var reached in day.Log.SelectMany(e => e.Events).OfType<MilestoneReached>())
        {
            foreach (var party in day.Meeting(reached.Meeting)!.Terms.Parties)
            {
                if (reached.Milestone == Milestone.Started) Assert.True(running.TryAdd(party.Principal, reached.Meeting), $"{party.Principal} at {reached.Meeting}");
                if (reached.Milestone == Milestone.Ended) running.Remove(party.Principal);
            }
        }
        Assert.All(day.Meetings, m => Assert.Equal(MeetingPhase.Ended, m.Phase));
        Assert.True(day.Log.Zip(day.Log.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
    }

    [Fact]
    public async Task A_play_at_sixty_fold_speed_comes_to_the_same_end_as_a_jump()
    {
        var (jumped, hurried) = (await new PlayedDay().OpenAsync(), await new PlayedDay().OpenAsync());

        await jumped.Play.JumpAsync(PlayedDay.At("18:00:00"), CancellationToken.None);
        hurried.Clock.Run(60);
        await hurried.PassAsync(TimeSpan.FromSeconds(440));

        Assert.Equal(PlayedDay.At("18:00:00"), hurried.Clock.GetUtcNow());
        Assert.Equal(jumped.Meetings.Select(m => (m.Id, m.Phase, m.Expected)), hurried.Meetings.Select(m => (m.Id, m.Phase, m.Expected)));
    }

    [Fact]
    public async Task A_restart_in_the_middle_repeats_nothing_and_goes_on()
    {
        var (whole, cut) = (await new PlayedDay().OpenAsync(), await new PlayedDay().OpenAsync());
        await whole.Play.JumpAsync(PlayedDay.At("16:00:00"), CancellationToken.None);

        await cut.Play.JumpAsync(PlayedDay.At("11:24:00"), CancellationToken.None);
        var before = cut.Log.Count;
        await cut.RestartAsync();
        await cut.Play.CatchUpAsync(CancellationToken.None);
        Assert.Equal(before, cut.Log.Count);
        await cut.Play.JumpAsync(PlayedDay.At("16:00:00"), CancellationToken.None);

        Assert.Equal(whole.Meetings.Select(m => (m.Id, m.Phase, m.Expected)), cut.Meetings.Select(m => (m.Id, m.Phase, m.Expected)));
        Assert.Empty(cut.Refusals);
    }

    [Fact]
    public async Task The_script_does_not_fight_those_who_act_beside_it()
    {
        var day = await new PlayedDay().OpenAsync();
        var moved = new Slot(Interval.Of(PlayedDay.At("14:00:00"), TimeSpan.FromMinutes(20)), VenueId.Parse("booth-07"));
        Assert.Null(day.Do(new Operation(OperationId.Parse("by-hand-1"), Desk, [new Move(PlayedDay.Named("kzb-2"), null, moved, "asked for by Georgia")])));
        Assert.Null(day.Do(new Operation(OperationId.Parse("by-hand-2"), Desk, [new Cancel(PlayedDay.Named("kzb-3"), null, "asked for by Ukraine")])));

        await day.Play.JumpAsync(PlayedDay.At("13:30:00"), CancellationToken.None);
        Assert.Equal(MeetingPhase.Confirmed, day.Meeting(PlayedDay.Named("kzb-2"))!.Phase);
        await day.Play.JumpAsync(PlayedDay.At("15:00:00"), CancellationToken.None);

        var held = day.Meeting(PlayedDay.Named("kzb-2"))!;
        Assert.Equal((MeetingPhase.Ended, moved), (held.Phase, held.Planned!.Value));
        Assert.True(held.Expected!.Value.Start >= moved.When.Start);
        Assert.Equal(MeetingPhase.Cancelled, day.Meeting(PlayedDay.Named("kzb-3"))!.Phase);
        Assert.Empty(day.Refusals);
    }

    [Fact]
    public async Task With_play_off_the_clock_runs_alone_and_with_play_on_again_what_was_due_comes_in_order()
    {
        var day = await new PlayedDay().OpenAsync();
        day.Clock.Play(false);
        var before = day.Log.Count;

        await day.Play.JumpAsync(PlayedDay.At("12:00:00"), CancellationToken.None);
        await day.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal((before, PlayedDay.At("12:00:05")), (day.Log.Count, day.Clock.GetUtcNow()));
        day.Clock.Play(true);
        await day.Play.CatchUpAsync(CancellationToken.None);

        Assert.Equal(MeetingPhase.Ended, day.Meeting(PlayedDay.Named("kzb-1"))!.Phase);
        Assert.Empty(day.Refusals);
    }
}
