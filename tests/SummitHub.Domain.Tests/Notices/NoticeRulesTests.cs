using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Notices;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Tests.Notices;

public class NoticeRulesTests
{
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    private static readonly DelegationCode Geo = DelegationCode.Parse("GEO");
    private static readonly PrincipalId President = PrincipalId.Parse("kaz-p1");
    private static readonly PrincipalId Minister = PrincipalId.Parse("pol-m1");
    private static readonly MeetingId Id = MeetingId.Parse("b-kaz-pol");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly Slot Old = new(Interval.Of(Noon, TimeSpan.FromMinutes(20)), VenueId.Parse("booth-03"));
    private static readonly Slot New = new(Interval.Of(Noon.AddHours(1), TimeSpan.FromMinutes(20)), VenueId.Parse("booth-07"));
    private static readonly MeetingTerms Terms = new([new(Kaz, President), new(Pol, Minister)], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null);
    private static readonly Actor Poland = new("pol-chief", "Anna", Role.Chief, Pol);
    private static readonly Actor Kazakhstan = new("kaz-chief", "Aliya", Role.Chief, Kaz);
    private static readonly Actor Desk = new("desk", "Desk", Role.Desk, null);

    private static readonly Meeting Meeting = new()
    {
        Id = Id, Version = 4, Terms = Terms, Phase = MeetingPhase.Confirmed, Duration = TimeSpan.FromMinutes(20), Planned = New, Expected = New.When,
    };

    public static TheoryData<ProgrammeEvent, string?, string> Events() => new()
    {
        { new MeetingRequested(Id, Terms, 20, [], null), null, "" },
        { new SideAccepted(Id, Pol), "accepted", "" },
        { new RequestDeclined(Id, Pol, "No time."), "declined", "No time." },
        { new RequestWithdrawn(Id), "withdrawn", "" },
        { new SlotProposed(Id, Pol, New, SlotChange.Moved, "Flight.", Noon), "proposed", "Flight." },
        { new ProposalDropped(Id, Pol, "Too late."), "proposalDropped", "Too late." },
        { new SlotGiven(Id, null, New, SlotChange.Scheduled, MeetingPhase.Confirmed, ""), "scheduled", "" },
        { new SlotGiven(Id, Old, New, SlotChange.Moved, MeetingPhase.Confirmed, "Speech."), "moved", "Speech." },
        { new SlotGiven(Id, Old, New, SlotChange.RoomChanged, MeetingPhase.Confirmed, "Water."), "roomChanged", "Water." },
        { new SlotGiven(Id, Old, New, SlotChange.Postponed, MeetingPhase.Postponed, "Fog."), "postponed", "Fog." },
        { new MeetingPostponed(Id, "Fog."), "postponed", "Fog." },
        { new MeetingCancelled(Id, "Ill."), "cancelled", "Ill." },
        { new PrincipalSubstituted(Id, Pol, Minister, PrincipalId.Parse("pol-m2"), "Ill."), "principalSubstituted", "Ill." },
        { new ExpectationChanged(Id, Old.When, New.When, "previous_meeting"), "late", "previous_meeting" },
        { new ExpectationChanged(Id, Old.When, New.When, ""), null, "" },
        { new ConflictRaised(Id, new(RefusalReason.PrincipalCannotTravelInTime, new(null, null, President, null, null))), "conflict", "principalCannotTravelInTime" },
        { new ConflictRaised(Id, new(RefusalReason.PrincipalAlreadyMeetingThen, new(null, null, Minister, null, null))), "conflict", "partyUnavailableThen" },
        { new RecordNoted(Id, [new(Kaz, RecordState.None), new(Pol, RecordState.Recorded)], 1, []), "recordOffered", "" },
        { new RecordNoted(Id, [new(Pol, RecordState.Drafted)], 1, []), null, "" },
        { new MilestoneReached(Id, Milestone.Started, null, Noon, null), null, "" },
        { new MilestoneReached(Id, Milestone.Ended, null, Noon, null), null, "" },
        { new ConflictCleared(Id, new(RefusalReason.RoomTakenThen, new(null, null, null, null, null))), null, "" },
    };

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void What_the_other_side_did_is_told(ProgrammeEvent happened, string? kind, string reason)
    {
        var told = For(Kaz, Entry(Poland, happened));
        Assert.Equal(kind is null ? [] : [(kind, reason)], told.Select(n => (n.Kind, n.Reason)));
    }

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void What_ones_own_people_did_is_not_told_but_the_conflict_it_led_to(ProgrammeEvent happened, string? kind, string reason)
    {
        Assert.Equal(kind == "conflict" ? [reason] : [], For(Kaz, Entry(Kazakhstan, happened)).Select(n => n.Reason));
    }

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void A_third_delegation_is_told_nothing(ProgrammeEvent happened, string? kind, string reason)
    {
        Assert.True(kind is null || reason is not null);
        Assert.Empty(For(Geo, Entry(Desk, happened)));
    }

    [Fact]
    public void A_notice_says_what_was_and_is_who_did_it_and_with_whom()
    {
        var entry = Entry(Desk, new SlotGiven(Id, Old, New, SlotChange.Moved, MeetingPhase.Confirmed, "Speech ran long."));
        var expected = new Notice(NoticeId.Parse("0000000000c0ffee-b-kaz-pol"), Id, 4, Noon, "moved", "Desk", "Speech ran long.", Old, New, [Pol], false);
        Assert.Equivalent(expected, Assert.Single(For(Kaz, entry)), strict: true);
        Assert.Equal([Kaz], Assert.Single(For(Pol, entry)).Others);
    }

    [Fact]
    public void A_request_is_told_to_those_who_are_asked()
    {
        var entry = Entry(Kazakhstan, new MeetingRequested(Id, Terms, 20, [], null));
        Assert.Equal("requested", Assert.Single(For(Pol, entry)).Kind);
        Assert.Empty(For(Kaz, entry));
    }

    [Fact]
    public void What_the_desk_did_for_a_side_that_called_is_told_to_it_with_the_caller()
    {
        var entry = Entry(Desk, new MeetingRequested(Id, Terms, 20, [], null)) with { OnBehalf = new(Kaz, "Mr Bek") };
        Assert.Equal("Desk, for KAZ (Mr Bek)", Assert.Single(For(Kaz, entry)).By);
        Assert.Equal("Desk, for KAZ", Assert.Single(For(Pol, entry)).By);
    }

    [Fact]
    public void Who_got_a_meeting_into_conflict_by_another_one_is_named_only_where_he_is_of_its_sides_or_of_the_desk()
    {
        var georgia = new Actor("geo-chief", "Nino", Role.Chief, Geo);
        string By(Actor actor, OnBehalf? onBehalf = null) => Assert.Single(For(Kaz, Entry(
            actor,
            new ExpectationChanged(MeetingId.Parse("b-pol-geo"), Old.When, New.When, "overrun"),
            new ConflictRaised(Id, new(RefusalReason.PrincipalAlreadyMeetingThen, new(MeetingId.Parse("b-pol-geo"), null, Minister, null, null)))) with { OnBehalf = onBehalf })).By;

        Assert.Equal("", By(georgia));
        Assert.Equal("Anna", By(Poland));
        Assert.Equal("Desk", By(Desk));
        Assert.Equal("Desk", By(Desk, new(Geo, "Mr Beridze")));
        Assert.Equal("Desk, for POL", By(Desk, new(Pol, "Mr Nowak")));
    }

    [Fact]
    public void One_entry_is_one_notice_for_a_meeting_the_weightiest()
    {
        var entry = Entry(
            Poland,
            new SideAccepted(Id, Pol),
            new ProposalDropped(Id, null, ""),
            new SlotGiven(Id, Old, New, SlotChange.Moved, MeetingPhase.Confirmed, "As proposed."),
            new ConflictRaised(Id, new(RefusalReason.RoomTakenThen, new(null, null, null, null, null))));
        var notice = Assert.Single(For(Kaz, entry));
        Assert.Equal(("moved", "0000000000c0ffee-b-kaz-pol"), (notice.Kind, notice.Id.Value));
    }

    [Fact]
    public void A_swap_is_one_notice_for_each_of_its_meetings()
    {
        var other = Meeting with { Id = MeetingId.Parse("b-kaz-geo"), Terms = Terms with { Parties = [new(Kaz, President), new(Geo, PrincipalId.Parse("geo-p1"))] } };
        var entry = Entry(
            Desk,
            new SlotGiven(Id, Old, New, SlotChange.Moved, MeetingPhase.Confirmed, "Swap."),
            new SlotGiven(other.Id, New, Old, SlotChange.Moved, MeetingPhase.Confirmed, "Swap."));
        ImmutableArray<Notice> To(DelegationCode who) => NoticeRules.For(entry, 0xC0FFEE, who, id => id == Id ? Meeting : other);
        Assert.Equal([Id, other.Id], To(Kaz).Select(n => n.Meeting!.Value));
        Assert.Equal([Id], To(Pol).Select(n => n.Meeting!.Value));
        Assert.Equal([other.Id], To(Geo).Select(n => n.Meeting!.Value));
    }

    [Fact]
    public void A_timetable_brought_in_is_no_news_but_what_the_script_plays_is()
    {
        ProgrammeEvent[] booked = [new MeetingBooked(Id, Terms), new SlotGiven(Id, null, New, SlotChange.Scheduled, MeetingPhase.Confirmed, "")];
        Assert.Empty(For(Kaz, Entry(new("import", "Import", Role.System, null), booked)));
        var played = Assert.Single(For(Kaz, Entry(new("script", "Script", Role.System, null, Simulated: true), booked)));
        Assert.Equal(("scheduled", true), (played.Kind, played.Simulated));
    }

    [Fact]
    public void The_override_reason_stands_where_the_command_gave_none()
    {
        var entry = Entry(Desk, new SlotGiven(Id, null, New, SlotChange.Scheduled, MeetingPhase.Confirmed, "")) with { OverrideReason = "The host asks." };
        Assert.Equal("The host asks.", Assert.Single(For(Kaz, entry)).Reason);
    }

    private static ImmutableArray<Notice> For(DelegationCode recipient, LogEntry entry) => NoticeRules.For(entry, 0xC0FFEE, recipient, id => id == Id ? Meeting : null);

    private static LogEntry Entry(Actor actor, params ProgrammeEvent[] events) =>
        new(17, Noon, OperationId.Parse("op"), actor, null, null, 0, [.. events]);
}
