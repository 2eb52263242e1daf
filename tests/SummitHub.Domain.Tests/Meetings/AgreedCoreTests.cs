using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Meetings;
using static SummitHub.Contracts.Meetings.RecordDeed;

namespace SummitHub.Domain.Tests.Meetings;

/// <summary>How two records become one core, and what each side knows of the way there.</summary>
public class AgreedCoreTests
{
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Geo = DelegationCode.Parse("GEO");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);

    private ImmutableArray<SideContent> _sides = [SideContent.Empty(Kaz), SideContent.Empty(Geo)];
    private int _minutes;

    [Fact]
    public void Two_sides_six_items_one_edited_two_declined_the_core_has_three_and_each_record_stands()
    {
        Do(Kaz, Draft(Kaz, "ports"), Draft(Kaz, "trade"), Draft(Kaz, "visit"), Offer("ports"), Offer("trade"), Offer("visit"));
        Do(Geo, Draft(Geo, "road"), Draft(Geo, "wine"), Draft(Geo, "visa"), Offer("road"), Offer("wine"), Offer("visa"));
        Do(Geo, new AcceptItem(Id("ports")), new DeclineItem(Id("trade"), "Not doubled."), new CounterItem(Id("visit"), Item(Geo, "visit-2") with { Text = "In the spring." }));
        Do(Kaz, new AcceptItem(Id("road")), new DeclineItem(Id("wine"), "Later."), new AcceptItem(Id("visit-2")));

        string[] core = ["1 KAZ/ports", "2 GEO/road", "3 GEO/visit-2"];
        foreach (var side in (DelegationCode[])[Kaz, Geo])
            Assert.Equal(core, View(side).Items.Where(i => i.Stage == ItemStage.Agreed).Select(i => $"{i.Number} {i.Item.Side}/{i.Item.Id}"));
        Assert.Equal(["ports says ports, Agreed", "trade says trade, Declined", "visit says visit, Countered"], Record(Kaz));
        Assert.Equal(["road says road, Agreed", "visa says visa, Offered", "visit-2 says In the spring., Agreed", "wine says wine, Declined"], Record(Geo));

        (RecordDeed, string)[] shared =
        [
            (Offered, "ports"), (Offered, "trade"), (Offered, "visit"), (Offered, "road"), (Offered, "wine"), (Offered, "visa"),
            (Agreed, "ports"), (Declined, "trade"), (Countered, "visit"), (Offered, "visit-2"), (Agreed, "road"), (Declined, "wine"), (Agreed, "visit-2"),
        ];
        foreach (var side in (DelegationCode[])[Kaz, Geo])
        {
            var trail = View(side).Trail;
            Assert.Equal(shared, trail.Where(s => s.Did is not (Drafted or Cleared)).Select(s => (s.Did, s.Item!.Value.Value)));
            Assert.Equal(3, trail.Count(s => s.Did == Drafted));
            Assert.Equal(3, trail.Count(s => s.Did == Cleared));
            Assert.All(trail, s => Assert.Equal(s.Side == side ? $"{side} chief" : "", s.By));
            Assert.Equal(trail.OrderBy(s => s.At), trail);
        }
    }

    [Fact]
    public void What_is_agreed_is_put_right_by_a_new_item_that_all_accept_and_by_nothing_else()
    {
        Do(Kaz, Draft(Kaz, "ports"), Offer("ports"));
        Do(Geo, new AcceptItem(Id("ports")));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, Draft(Kaz, "ports")));
        Assert.Equal(RefusalReason.NoSuchItem, No(Geo, new DraftItem(Item(Geo, "right") with { Corrects = Id("none") })));
        Do(Geo, new DraftItem(Item(Geo, "right") with { Corrects = Id("ports"), Text = "Aktau and Kuryk." }), Offer("right"));
        Do(Kaz, new AcceptItem(Id("right")));
        Assert.Equal([(1, "ports", null), (2, "Aktau and Kuryk.", "ports")], View(Kaz).Items.Select(i => (i.Number!.Value, i.Item.Text, i.Item.Corrects?.Value)));
    }

    [Fact]
    public void Who_cleared_an_item_is_known_to_its_side_and_lost_when_it_is_written_anew()
    {
        Do(Kaz, Draft(Kaz, "ports"), new ClearItem(Id("ports")));
        Assert.Equal((ItemStage.Cleared, "KAZ chief"), (View(Kaz).Items[0].Stage, View(Kaz).Items[0].Cleared!.By));
        Assert.Empty(View(Geo).Items);
        Assert.Equal(RefusalReason.NothingWouldChange, No(Kaz, new ClearItem(Id("ports"))));
        Do(Kaz, new DraftItem(Item(Kaz, "ports") with { Text = "Kuryk." }));
        Assert.Equal((ItemStage.Draft, null), (View(Kaz).Items[0].Stage, View(Kaz).Items[0].Cleared));
        Do(Kaz, Offer("ports"));
        Do(Geo, new AcceptItem(Id("ports")));
        Assert.Equal(("KAZ chief", null), (View(Kaz).Items[0].Cleared?.By, View(Geo).Items[0].Cleared?.By));
    }

    [Fact]
    public void What_stays_with_its_own_side_is_never_offered_and_a_counter_offer_says_something_else()
    {
        Do(Kaz, new DraftItem(Item(Kaz, "fear") with { Sensitivity = Sensitivity.OwnSide }), Draft(Kaz, "ports"), Offer("ports"));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, Offer("fear")));
        Assert.Equal(RefusalReason.NothingWouldChange, No(Geo, new CounterItem(Id("ports"), Item(Geo, "again") with { Text = "ports" })));
        Assert.Equal(RefusalReason.NoSuchItem, No(Kaz, new CounterItem(Id("ports"), Item(Kaz, "again"))));
        Assert.DoesNotContain(View(Geo).Trail, s => s.Item == Id("fear"));
    }

    [Fact]
    public void A_readout_tells_what_is_agreed_or_cleared_in_its_language_and_the_other_side_s_stands_beside_it()
    {
        Do(Kaz, new DraftItem(Item(Kaz, "ports") with { OtherTexts = [new("ru", "Порты")] }), Draft(Kaz, "ours"), Draft(Kaz, "raw"), Offer("ports"), new ClearItem(Id("ours")));
        Do(Geo, new AcceptItem(Id("ports")));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, Write("en", (Kaz, "raw"))));
        Do(Kaz, Write("en", (Kaz, "ports"), (Kaz, "ours")), Write("ru", (Kaz, "ports")));
        Assert.Equal(RefusalReason.NoSuchItem, No(Geo, new WriteReadout(new("en", "", "", [new(Kaz, Id("ours"))]))));
        Assert.Empty(View(Geo).Published);
        Do(Kaz, new PublishReadout("en"), new PublishReadout("ru"));
        Assert.Equal(["en 1: ports|ours", "ru 1: Порты"], View(Geo).Published.Select(p => $"{p.Language} {p.Edition}: {string.Join('|', p.Lines)}"));
        Assert.Empty(View(Geo).Readouts);
        Assert.Equal(RefusalReason.NothingWouldChange, No(Kaz, new PublishReadout("en")));
        Do(Kaz, Write("en", (Kaz, "ports")));
        Assert.Equal(2, View(Kaz).Published[0].Lines.Length);
        Do(Kaz, new PublishReadout("en"), new WithdrawReadout("ru"));
        Assert.Equal(["en 2: ports"], View(Geo).Published.Select(p => $"{p.Language} {p.Edition}: {string.Join('|', p.Lines)}"));
    }

    [Fact]
    public void A_readout_waits_for_its_language_and_nothing_of_a_confidential_meeting_is_published()
    {
        Do(Kaz, Draft(Kaz, "ports"), new ClearItem(Id("ports")), Write("ru", (Kaz, "ports")));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, new PublishReadout("ru")));
        Do(Kaz, Write("en", (Kaz, "ports")));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, new PublishReadout("en"), confidential: true));
        var asked = RecordRules.Decide(new(MeetingId.Parse("m"), Noon, Planned: false), _sides, new("KAZ-chief", "KAZ chief", Role.Chief, Kaz), [new PublishReadout("en")]);
        Assert.Equal(RefusalReason.NotInThatPhase, Assert.IsType<RecordDecision.Refuse>(asked).Refusal.Reason);
        Do(Kaz, new DraftItem(Item(Kaz, "ports") with { Sensitivity = Sensitivity.BetweenSides }), new ClearItem(Id("ports")));
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, new PublishReadout("en")));
    }

    [Fact]
    public void What_one_side_does_alone_never_fills_the_other_s_trail()
    {
        for (var i = 0; i < RecordLimits.MostOwnSteps / 60; i++)
            Do(Kaz, [.. Enumerable.Range(0, 60).Select(n => new DraftItem(Item(Kaz, "a") with { Text = $"{i} {n}" }))]);
        Assert.Equal(RefusalReason.NotInThatPhase, No(Kaz, Draft(Kaz, "b")));
        Assert.Empty(View(Geo).Trail);
        Do(Geo, Draft(Geo, "c"), Offer("c"));
        Do(Kaz, new AcceptItem(Id("c")));
        Assert.Equal(Agreed, View(Kaz).Trail[^1].Did);
    }

    private static ItemId Id(string name) => ItemId.Parse(name);

    private static OutcomeItem Item(DelegationCode side, string name) => new(Id(name), OutcomeKind.Project, side, name, "en", null, null, null, null, null, []);

    private static DraftItem Draft(DelegationCode side, string name) => new(Item(side, name));

    private static OfferItem Offer(string name) => new(Id(name));

    private static WriteReadout Write(string language, params (DelegationCode Side, string Name)[] items) =>
        new(new(language, "", "", [.. items.Select(i => new ItemName(i.Side, Id(i.Name)))]));

    /// <summary>A side's own items, in its own words.</summary>
    private IEnumerable<string> Record(DelegationCode side) =>
        View(side).Items.Where(i => i.Item.Side == side).OrderBy(i => i.Item.Id).Select(i => $"{i.Item.Id} says {i.Item.Text}, {i.Stage}");

    private RecordView View(DelegationCode side) => _sides.Single(s => s.Side == side).View(MeetingId.Parse("m"));

    private void Do(DelegationCode side, params ImmutableArray<RecordCommand> commands) =>
        _sides = Decide(side, commands, false) is RecordDecision.Done done ? done.Sides : throw new InvalidOperationException("It was refused.");

    private RefusalReason No(DelegationCode side, RecordCommand command, bool confidential = false) =>
        Assert.IsType<RecordDecision.Refuse>(Decide(side, [command], confidential)).Refusal.Reason;

    private RecordDecision Decide(DelegationCode side, ImmutableArray<RecordCommand> commands, bool confidential) =>
        RecordRules.Decide(new(MeetingId.Parse("m"), Noon.AddMinutes(_minutes++), confidential), _sides, new($"{side}-chief", $"{side} chief", Role.Chief, side), commands);
}
