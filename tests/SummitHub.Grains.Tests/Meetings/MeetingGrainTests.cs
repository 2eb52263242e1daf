using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Tests.Clusters;

namespace SummitHub.Grains.Tests.Meetings;

public class MeetingGrainTests : IClassFixture<SubstanceCluster>
{
    private const string Text = "Trade will double; Сауда екі есе өседі.";
    private static readonly MeetingId Id = MeetingId.Parse("b-kaz-pol");
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    private static readonly DelegationCode Geo = DelegationCode.Parse("GEO");
    private static readonly ItemId Trade = ItemId.Parse("trade");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private readonly SummitId _summit = SubstanceCluster.NewSummit();
    private readonly SubstanceCluster _cluster;
    private int _operations;

    public MeetingGrainTests(SubstanceCluster cluster)
    {
        _cluster = cluster;
        Prepare(cluster);
    }

    [Fact]
    public async Task An_offered_item_is_read_by_the_other_side_and_a_draft_is_not()
    {
        var drafted = await Do(Kaz, new DraftItem(Item(Kaz)));
        Assert.Equal(Text, Assert.Single(drafted.Items).Item.Text);
        Assert.Empty((await Read(Pol))!.Items);
        await Do(Kaz, new OfferItem(Trade));
        Assert.Equal((Text, ItemStage.Offered), (Assert.Single((await Read(Pol))!.Items).Item.Text, (await Read(Pol))!.Items[0].Stage));
    }

    [Fact]
    public async Task Items_both_sides_accept_are_numbered_and_kept_over_a_deactivation()
    {
        var visit = ItemId.Parse("visit");
        await Do(Kaz, new WriteBrief(new(["energy"], "Ask for the date.")), new DraftItem(Item(Kaz)), new OfferItem(Trade));
        await Do(Pol, new DraftItem(Item(Pol) with { Id = visit }), new OfferItem(visit));
        await Do(Kaz, new AcceptItem(visit));
        await Do(Pol, new AcceptItem(Trade));
        var before = (await Read(Kaz))!;
        await _cluster.DeactivateAsync(Grain);
        var after = (await Read(Kaz))!;
        Assert.Equivalent(before, after, strict: true);
        Assert.Equal([(visit, 1), (Trade, 2)], after.Items.Select(i => (i.Item.Id, i.Number!.Value)));
        Assert.Equal(("Ask for the date.", ""), (after.Brief.Notes, (await Read(Pol))!.Brief.Notes));
    }

    [Fact]
    public async Task Who_is_of_no_side_is_answered_before_anything_of_the_record_is_opened()
    {
        Assert.Null(await Read(Geo));
        Assert.Equal(RefusalReason.NoSuchMeeting, (await Grain.Execute(Operation(Geo, new WriteBrief(new(["energy"], ""))))).Refusal!.Reason);
        Assert.False(_cluster.StoreHolds(_summit.Value), "A data key was made to open the record for somebody who is no side of it.");

        Assert.NotNull(await Read(Kaz));
        Assert.True(_cluster.StoreHolds(_summit.Value), "To open a record for its side takes a key, which the store keeps.");
    }

    [Fact]
    public async Task Nothing_of_the_text_is_in_the_store()
    {
        await Do(Kaz, new WriteBrief(new(["uranium-topic"], "Ask for the date.")), new DraftItem(Item(Kaz)), new OfferItem(Trade));
        Assert.True(_cluster.StoreHolds("summithub.meeting"), "The store's files hold the grain's id, so they are the ones to look in.");
        Assert.False(_cluster.StoreHolds("uranium-topic") || _cluster.StoreHolds("Ask for") || _cluster.StoreHolds("Trade will"));
    }

    [Fact]
    public async Task A_repeated_operation_answers_as_before_and_changes_nothing()
    {
        var operation = Operation(Kaz, new DraftItem(Item(Kaz)));
        var first = await Grain.Execute(operation);
        await _cluster.DeactivateAsync(Grain);
        var second = await Grain.Execute(Operation(Kaz, new DraftItem(Item(Kaz))) with { Id = operation.Id });
        Assert.Equivalent(first, second, strict: true);
        Assert.Equal(1, second.Record!.Revision);
        var other = await Grain.Execute(operation with { Commands = [new DropItem(Trade)] });
        Assert.Equal(RefusalReason.OperationIdUsedForAnother, other.Refusal!.Reason);
        Assert.Null((await Grain.Execute(Operation(Pol, new SettleRecord(Settlement.PullAsideOnly)) with { Id = operation.Id })).Refusal);
    }

    [Fact]
    public async Task The_log_is_told_who_may_know_and_how_far_they_are_and_no_content()
    {
        await Do(Kaz, new DraftItem(Item(Kaz)));
        await Do(Kaz, new OfferItem(Trade));
        var drafted = await ToldAsync();
        var offered = await ToldAsync();
        Assert.Equal([new SideRecord(Kaz, RecordState.Drafted, 1)], drafted.Note.Sides);
        Assert.Equal([new SideRecord(Kaz, RecordState.Recorded, 2), new SideRecord(Pol, RecordState.None, 1)], offered.Note.Sides);
        Assert.Equal((1, 2), (drafted.Note.Revision, offered.Note.Revision));
        Assert.Equal("b-kaz-pol/2", offered.Operation.Id.Value);
        Assert.Equal(new Actor("record", "Chief", Role.System, Kaz), offered.Operation.Actor);
        Assert.Equal((32, Noon), (offered.Note.Hash.Length, offered.Note.OccurredAt));
        Assert.NotEqual(drafted.Note.Hash, offered.Note.Hash);
    }

    [Fact]
    public async Task The_log_is_told_in_the_end_when_the_programme_failed_first()
    {
        var answers = _cluster.Programme[_summit].Answers;
        answers.Enqueue(null);
        answers.Enqueue(new Busy());
        await Do(Kaz, new DraftItem(Item(Kaz)));
        var tries = new[] { await ToldAsync(), await ToldAsync(), await ToldAsync() };
        Assert.All(tries, t => Assert.Equal(("b-kaz-pol/1", 1), (t.Operation.Id.Value, t.Note.Revision)));
        await Do(Kaz, new SettleRecord(Settlement.WithItems));
        Assert.Equal(2, (await ToldAsync()).Note.Revision);
    }

    [Fact]
    public async Task What_waited_longer_than_facts_may_is_told_as_of_now()
    {
        _cluster.Programme[_summit].Answers.Enqueue(new Refused(new(RefusalReason.NotAPlausibleTime, "Too long ago.", Id, [])));
        await Do(Kaz, new DraftItem(Item(Kaz)));
        var (refused, told) = (await ToldAsync(), await ToldAsync());
        Assert.Equal((refused.Operation.Id, Noon), (told.Operation.Id, refused.Note.OccurredAt));
        Assert.True(told.Note.OccurredAt > Noon);
        Assert.Equivalent(refused.Note with { OccurredAt = told.Note.OccurredAt }, told.Note, strict: true);
    }

    [Fact]
    public async Task What_the_log_was_not_told_before_a_crash_it_is_told_after_the_next_start_without_a_call()
    {
        var folder = Directory.CreateTempSubdirectory("summithub-").FullName;
        await using (var before = new SubstanceCluster(folder, TimeSpan.FromHours(1)))
        {
            await before.InitializeAsync();
            Prepare(before);
            before.Programme[_summit].Answers.Enqueue(null);
            await before.Meeting(_summit, Id).Execute(Operation(Kaz, new DraftItem(Item(Kaz))));
        }

        await using (var after = new SubstanceCluster(folder, TimeSpan.FromHours(1)))
        {
            Prepare(after);
            await after.InitializeAsync();
            Assert.Equal("b-kaz-pol/1", (await ToldAsync(after)).Operation.Id.Value);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(StoreFault.Before)]
    [InlineData(StoreFault.After)]
    internal async Task A_failed_write_is_not_answered_and_its_repetition_is_done_once(StoreFault fault)
    {
        _cluster.Faults.FailNext($"{_summit}/{Id}", fault);
        var operation = Operation(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade));
        await Assert.ThrowsAnyAsync<Exception>(() => Grain.Execute(operation));
        var reply = await Grain.Execute(operation);
        Assert.Equal((1, ItemStage.Offered), (reply.Record!.Revision, reply.Record.Items[0].Stage));
        Assert.Equal(1, (await Read(Pol))!.Revision);
    }

    [Fact]
    public async Task Who_has_no_side_reads_nothing_and_does_nothing()
    {
        await Do(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade));
        Assert.Null(await Read(Geo));
        Assert.Null(await Grain.Read(new("desk", "Desk", Role.Desk, null)));
        Assert.Null(await Grain.Read(new("pol-press", "Press", Role.Press, Pol)));
        Assert.Null(await Grain.Read(new("pol-reader", "Reader", Role.Reader, Pol)));
        Assert.Equal(RefusalReason.NoSuchMeeting, (await Grain.Execute(Operation(Geo, new AcceptItem(Trade)))).Refusal!.Reason);
        var nowhere = _cluster.Meeting(_summit, MeetingId.Parse("none"));
        Assert.Equal(RefusalReason.NoSuchMeeting, (await nowhere.Execute(Operation(Kaz, new AcceptItem(Trade)))).Refusal!.Reason);
        Assert.Null(await nowhere.Read(Chief(Kaz)));
    }

    [Fact]
    public async Task A_cleared_record_is_empty()
    {
        var operation = Operation(Kaz, new DraftItem(Item(Kaz)));
        await Grain.Execute(operation);
        await Grain.Clear();
        Assert.Equal((0, RecordState.None, 0), ((await Read(Kaz))!.Revision, (await Read(Kaz))!.State, (await Read(Kaz))!.Items.Length));
        Assert.Equal(1, (await Grain.Execute(operation)).Record!.Revision);
    }

    private IMeetingGrain Grain => _cluster.Meeting(_summit, Id);

    private static Actor Chief(DelegationCode side) => new($"{side}-chief", "Chief", Role.Chief, side);

    private static OutcomeItem Item(DelegationCode side) =>
        new(Trade, OutcomeKind.Commitment, side, Text, "en", "trade", 5.5m, "USD", Kaz, new DateOnly(2020, 1, 1), [new("kk", "Сауда")]);

    private void Prepare(SubstanceCluster cluster) => cluster.Programme[_summit].Meetings[Id] = new Meeting
    {
        Id = Id,
        Version = 1,
        Terms = new([new(Kaz, PrincipalId.Parse("kaz-p1")), new(Pol, PrincipalId.Parse("pol-p1"))], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null),
        Phase = MeetingPhase.Confirmed,
        Duration = TimeSpan.FromMinutes(20),
    };

    private RecordOperation Operation(DelegationCode side, params ImmutableArray<RecordCommand> commands) =>
        new(OperationId.Parse($"op-{Interlocked.Increment(ref _operations)}"), Chief(side), commands, Noon);

    private async Task<RecordView> Do(DelegationCode side, params ImmutableArray<RecordCommand> commands)
    {
        var reply = await Grain.Execute(Operation(side, commands));
        Assert.Null(reply.Refusal);
        return reply.Record!;
    }

    private Task<RecordView?> Read(DelegationCode side) => Grain.Read(Chief(side));

    private async Task<(Operation Operation, NoteRecord Note)> ToldAsync(SubstanceCluster? cluster = null)
    {
        var asked = (cluster ?? _cluster).Programme[_summit].Asked.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();
        var operation = await asked.WaitAsync(SubstanceCluster.Deadline);
        return (operation, Assert.IsType<NoteRecord>(Assert.Single(operation.Commands)));
    }
}
