using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Meetings;

namespace SummitHub.Domain.Tests.Meetings;

public class RecordRulesTests
{
    private static readonly MeetingId Meeting = MeetingId.Parse("b-kaz-pol");
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    private static readonly DelegationCode Geo = DelegationCode.Parse("GEO");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly ItemId Trade = ItemId.Parse("trade");

    private ImmutableArray<SideContent> _sides = [SideContent.Empty(Kaz), SideContent.Empty(Pol)];

    [Fact]
    public void A_draft_is_seen_by_its_own_side_alone()
    {
        Assert.Equal([Kaz], Do(Kaz, new DraftItem(Item(Kaz))));
        Assert.Equal(ItemStage.Draft, Assert.Single(View(Kaz).Items).Stage);
        Assert.Empty(View(Pol).Items);
        Assert.Equal((RecordState.Drafted, RecordState.None), (View(Kaz).State, View(Pol).State));
        Assert.Equal((1, 0), (View(Kaz).Revision, View(Pol).Revision));
    }

    [Fact]
    public void An_offered_item_is_seen_by_all_sides()
    {
        Assert.Equal([Kaz, Pol], Do(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade)));
        var seen = Assert.Single(View(Pol).Items);
        Assert.Equal((ItemStage.Offered, "Trade will double."), (seen.Stage, seen.Item.Text));
        Assert.Equal([Kaz], seen.AcceptedBy);
        Assert.Equal((RecordState.Recorded, RecordState.None), (View(Kaz).State, View(Pol).State));
    }

    [Fact]
    public void Items_that_all_sides_accept_are_numbered_in_that_order_and_stand()
    {
        var visit = ItemId.Parse("visit");
        Do(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade));
        Do(Pol, new DraftItem(Item(Pol) with { Id = visit }), new OfferItem(visit));
        Do(Kaz, new AcceptItem(visit));
        Do(Pol, new AcceptItem(Trade));
        Assert.Equal([(visit, 1), (Trade, 2)], View(Kaz).Items.Select(i => (i.Item.Id, i.Number!.Value)));
        Assert.Equal(View(Kaz).Items.Select(i => i.Number), View(Pol).Items.Select(i => i.Number));
        Assert.Equal(RecordState.Recorded, View(Pol).State);
        Assert.Equal(RefusalReason.NotInThatPhase, Refused(Kaz, new DraftItem(Item(Kaz) with { Text = "Trade will triple." })));
        Assert.Equal(RefusalReason.NotInThatPhase, Refused(Kaz, new DropItem(Trade)));
        Assert.Equal(RefusalReason.NotInThatPhase, Refused(Pol, new DeclineItem(Trade, "No.")));
    }

    [Fact]
    public void An_item_of_three_sides_is_agreed_by_the_last_of_them()
    {
        _sides = _sides.Add(SideContent.Empty(Geo));
        Do(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade));
        Do(Pol, new AcceptItem(Trade));
        Assert.Equal(ItemStage.Offered, View(Geo).Items[0].Stage);
        Assert.Equal(RefusalReason.NothingWouldChange, Refused(Pol, new AcceptItem(Trade)));
        Do(Geo, new AcceptItem(Trade));
        Assert.All(_sides, s => Assert.Equal((ItemStage.Agreed, 1), (s.Items[0].Stage, s.Items[0].Number)));
    }

    [Fact]
    public void A_declined_item_can_be_drafted_anew_and_the_others_keep_what_they_declined_until_it_is_offered()
    {
        Do(Kaz, new DraftItem(Item(Kaz)), new OfferItem(Trade));
        Do(Pol, new DeclineItem(Trade, "Not doubled."));
        Assert.Equal((ItemStage.Declined, "Not doubled."), (View(Kaz).Items[0].Stage, View(Kaz).Items[0].DeclineReason));
        Assert.Equal(RecordState.Drafted, View(Kaz).State);
        Assert.Equal([Kaz], Do(Kaz, new DraftItem(Item(Kaz) with { Text = "Trade will grow." })));
        Assert.Equal("Trade will double.", View(Pol).Items[0].Item.Text);
        Do(Kaz, new OfferItem(Trade));
        Assert.Equal((ItemStage.Offered, "Trade will grow."), (View(Pol).Items[0].Stage, View(Pol).Items[0].Item.Text));
    }

    [Fact]
    public void Two_sides_may_draft_under_one_name_and_neither_learns_of_it()
    {
        Do(Kaz, new DraftItem(Item(Kaz)));
        Do(Pol, new DraftItem(Item(Pol) with { Text = "Ours." }), new OfferItem(Trade));
        Assert.Equal(["Trade will double.", "Ours."], View(Kaz).Items.Select(i => i.Item.Text));
        Assert.Equal(RefusalReason.AlreadyExists, Refused(Kaz, new OfferItem(Trade)));
        Do(Kaz, new AcceptItem(Trade));
        Assert.Equal(ItemStage.Agreed, Assert.Single(View(Pol).Items).Stage);
    }

    [Fact]
    public void Settling_without_outcome_records_the_own_side_alone()
    {
        Assert.Equal([Pol], Do(Pol, new SettleRecord(Settlement.NoSubstantiveOutcome)));
        Assert.Equal((RecordState.None, RecordState.Recorded), (View(Kaz).State, View(Pol).State));
        Assert.Equal(RefusalReason.NoSuchItem, Refused(Kaz, new SettleRecord(Settlement.WithItems)));
    }

    [Fact]
    public void Saying_what_is_so_already_changes_nothing()
    {
        Do(Kaz, new WriteBrief(new(["energy"], "Ask.")), new DraftItem(Item(Kaz)), new SettleRecord(Settlement.WithItems));
        var before = _sides;
        Assert.Empty(Do(Kaz, new WriteBrief(new(["energy"], "Ask.")), new DraftItem(Item(Kaz)), new SettleRecord(Settlement.WithItems)));
        Assert.Equal(before, _sides);
    }

    [Fact]
    public void What_the_script_drafts_is_marked_and_nobody_else_can_claim_it()
    {
        var script = new Actor("script", "Script", Role.System, Kaz, Simulated: true);
        var done = Assert.IsType<RecordDecision.Done>(RecordRules.Decide(new(Meeting, Noon), _sides, script, [new DraftItem(Item(Kaz)), new OfferItem(Trade)]));
        Assert.True(done.Sides[1].Items[0].Item.Simulated);
        Do(Kaz, new DraftItem(Item(Kaz) with { Simulated = true }));
        Assert.False(View(Kaz).Items[0].Item.Simulated);
    }

    [Theory]
    [InlineData(Role.Chief, true, true)]
    [InlineData(Role.ControlOfficer, true, false)]
    [InlineData(Role.Notetaker, true, false)]
    [InlineData(Role.System, true, true)]
    [InlineData(Role.SiteOfficer, false, false)]
    [InlineData(Role.Reader, false, false)]
    [InlineData(Role.Press, false, false)]
    [InlineData(Role.Display, false, false)]
    [InlineData(Role.Desk, false, false)]
    public void Each_role_does_what_it_may(Role role, bool drafts, bool offers)
    {
        Do(Kaz, new DraftItem(Item(Kaz)));
        Assert.Equal(drafts ? null : RefusalReason.NotYoursToDo, Reason(role, new SettleRecord(Settlement.PullAsideOnly)));
        Assert.Equal(offers ? null : RefusalReason.NotYoursToDo, Reason(role, new OfferItem(Trade)));
    }

    [Fact]
    public void A_foreign_delegation_and_the_desk_are_refused()
    {
        Assert.Equal(RefusalReason.NoSuchMeeting, Refused(Geo, new WriteBrief(Brief.Empty)));
        var desk = RecordRules.Decide(new(Meeting, Noon), _sides, new("desk", "Desk", Role.Desk, null), [new WriteBrief(Brief.Empty)]);
        Assert.Equal(RefusalReason.NotYoursToDo, Assert.IsType<RecordDecision.Refuse>(desk).Refusal.Reason);
    }

    [Fact]
    public void A_refused_command_undoes_those_before_it()
    {
        var refusal = RecordRules.Decide(new(Meeting, Noon), _sides, Chief(Kaz), [new DraftItem(Item(Kaz)), new OfferItem(ItemId.Parse("none"))]);
        Assert.Equal(RefusalReason.NoSuchItem, Assert.IsType<RecordDecision.Refuse>(refusal).Refusal.Reason);
        Assert.Empty(View(Kaz).Items);
    }

    public static TheoryData<RecordCommand> NotWellFormed() =>
    [
        new DraftItem(Item(Kaz) with { Text = "" }),
        new DraftItem(Item(Kaz) with { Text = new string('x', 2001) }),
        new DraftItem(Item(Kaz) with { Text = "bell\a" }),
        new DraftItem(Item(Kaz) with { Text = "half \ud83d" }),
        new DraftItem(Item(Kaz) with { Language = "e" }),
        new DraftItem(Item(Kaz) with { Id = default }),
        new DraftItem(Item(Kaz) with { Kind = (OutcomeKind)99 }),
        new DraftItem(Item(Kaz) with { OtherTexts = default }),
        new DraftItem(null!),
        new WriteBrief(new([.. Enumerable.Repeat("t", 31)], "")),
        new WriteBrief(new([new string('t', 81)], "")),
        new WriteBrief(new([], new string('n', 8001))),
        new WriteBrief(new([], "\0")),
        new WriteBrief(null!),
        new SettleRecord((Settlement)9),
        new OfferItem(default),
    ];

    [Theory]
    [MemberData(nameof(NotWellFormed), DisableDiscoveryEnumeration = true)]
    public void What_is_not_well_formed_is_refused(RecordCommand command) =>
        Assert.Equal(RefusalReason.NotWellFormed, Refused(Kaz, command));

    [Fact]
    public void Any_script_is_a_text_and_lines_and_tabs_are_kept()
    {
        Do(Kaz, new DraftItem(Item(Kaz) with { Text = "Сауда екі есе өседі 🤝\n\tالتجارة" }));
        Assert.Equal("Сауда екі есе өседі 🤝\n\tالتجارة", View(Kaz).Items[0].Item.Text);
    }

    [Fact]
    public void A_side_has_at_most_two_hundred_items()
    {
        for (var i = 0; i < RecordLimits.MostItems; i++) Do(Kaz, new DraftItem(Item(Kaz) with { Id = ItemId.Parse($"i{i}") }));
        Assert.Equal(RefusalReason.NotWellFormed, Refused(Kaz, new DraftItem(Item(Kaz))));
        Do(Kaz, new DropItem(ItemId.Parse("i7")), new DraftItem(Item(Kaz)));
        Assert.Equal(RecordLimits.MostItems, View(Kaz).Items.Length);
    }

    private static OutcomeItem Item(DelegationCode side) =>
        new(Trade, OutcomeKind.Commitment, side, "Trade will double.", "en", "trade", 5m, "USD", null, null, []);

    private static Actor Chief(DelegationCode side) => new($"{side}-chief", "Chief", Role.Chief, side);

    private RecordView View(DelegationCode side) => _sides.Single(s => s.Side == side).View(Meeting);

    private ImmutableArray<DelegationCode> Do(DelegationCode side, params ImmutableArray<RecordCommand> commands)
    {
        var done = Assert.IsType<RecordDecision.Done>(RecordRules.Decide(new(Meeting, Noon), _sides, Chief(side), commands));
        _sides = done.Sides;
        return done.Changed;
    }

    private RefusalReason Refused(DelegationCode side, RecordCommand command) =>
        Assert.IsType<RecordDecision.Refuse>(RecordRules.Decide(new(Meeting, Noon), _sides, Chief(side), [command])).Refusal.Reason;

    private RefusalReason? Reason(Role role, RecordCommand command) =>
        (RecordRules.Decide(new(Meeting, Noon), _sides, new("a", "A", role, Kaz), [command]) as RecordDecision.Refuse)?.Refusal.Reason;
}
