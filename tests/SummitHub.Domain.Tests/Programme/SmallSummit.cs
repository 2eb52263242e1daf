using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>
/// A summit of three days in New York with few people and rooms, so that they clash often. Zone <c>in</c> is inside the perimeter, <c>out</c>
/// and <c>far</c> are outside; the way from <c>out</c> to <c>in</c> takes 8 minutes and 12 at the checkpoint.
/// </summary>
internal static class SmallSummit
{
    public static readonly SummitId Id = SummitId.Parse("small");
    public static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    public static readonly DelegationCode Pol = DelegationCode.Parse("POL");
    public static readonly DelegationCode Geo = DelegationCode.Parse("GEO");
    public static readonly DelegationCode Ukr = DelegationCode.Parse("UKR");
    public static readonly ImmutableArray<DelegationCode> Delegations = [Kaz, Pol, Geo, Ukr];

    /// <summary>The clock of most tests: 06:00 in New York on the first day.</summary>
    public static readonly DateTimeOffset Morning = new(2019, 9, 24, 10, 0, 0, TimeSpan.Zero);

    public static RulePack Rules { get; } = new(
        "small",
        RoomGapMinutes: 5,
        PersonBufferMinutes: 0,
        FastLaneLevels: [Level.HS],
        TravelCheckedUnderMinutes: 90,
        MeetingsADay: [new LevelCap(Level.M, 4)],
        MeetingsADayOf: [],
        Interpreters: [new Interpreter(InterpreterId.Parse("int-1"), "One", ["en-ru"]), new Interpreter(InterpreterId.Parse("int-2"), "Two", ["en-ru"])],
        SameCalendarDay: true,
        DurationsMinutes: [15, 20, 30],
        KeptApart: [new KeptApart(Geo, Ukr)],
        ProposalMinutes: 60,
        Estimated: true);

    public static Summit Summit { get; } = Make();

    public static Summit Make(string zone = "America/New_York", DateOnly? from = null, Func<RulePack, RulePack>? rules = null) => new(
        Id,
        "Small summit",
        zone,
        from ?? new DateOnly(2019, 9, 24),
        (from ?? new DateOnly(2019, 9, 24)).AddDays(2),
        [Zone("in", true), Zone("out", false), Zone("far", false)],
        [
            Venue("booth-1", "in", seats: 12, adjacent: "booth-2"),
            Venue("booth-2", "in", seats: 6),
            Venue("lounge", "in", places: 2),
            Venue("hotel", "out"),
            Venue("mission", "far", opens: "00:00", closes: "00:00"),
            Venue("office", "in", bookable: false, owner: Ukr),
        ],
        new Travel([Leg("in", "in", 3, null), Leg("in", "out", 9, 8), Leg("in", "far", 30, 20), Leg("out", "far", 25, 15), Leg("out", "out", 5, null), Leg("far", "far", 4, null)], 12, 3, 5, true),
        [.. Delegations.Select(d => new Delegation(d, null, "member_state", [new LocalName("en", d.Value)], ["en"]))],
        [Person("kaz-p1", Kaz, Level.HS), Person("kaz-p2", Kaz, Level.M), Person("pol-p1", Pol, Level.M), Person("pol-p2", Pol, Level.M), Person("geo-p1", Geo, Level.M), Person("ukr-p1", Ukr, Level.M)],
        rules is null ? Rules : rules(Rules));

    /// <summary>An instant of the first day by New York's clock.</summary>
    public static DateTimeOffset At(int hour, int minute = 0) => new DateTimeOffset(2019, 9, 24, 0, 0, 0, TimeSpan.FromHours(-4)).AddHours(hour).AddMinutes(minute).ToUniversalTime();

    public static Slot Slot(DateTimeOffset start, string? venue, int minutes = 20) =>
        new(Interval.Of(start, TimeSpan.FromMinutes(minutes)), venue is null ? null : VenueId.Parse(venue));

    public static Slot Slot(int hour, int minute, string? venue, int minutes = 20) => Slot(At(hour, minute), venue, minutes);

    public static Party Party(string person, int people = 0) =>
        new(DelegationCode.Parse(person[..3].ToUpperInvariant()), PrincipalId.Parse(person), people);

    public static MeetingTerms Terms(params string[] people) => Terms(Visibility.Ordinary, people);

    public static MeetingTerms Terms(Visibility visibility, params string[] people) =>
        new([.. people.Select(p => Party(p))], MeetingFormat.Bilateral, visibility, [], null, [], null);

    public static MeetingId M(string id) => MeetingId.Parse(id);

    public static PrincipalId P(string id) => PrincipalId.Parse(id);

    public static VenueId V(string id) => VenueId.Parse(id);

    public static Actor Desk { get; } = new("desk-1", "Duty officer", Role.Desk, null);

    public static Actor Of(DelegationCode delegation, Role role = Role.ControlOfficer) => new($"{delegation}-{role}", $"{role} of {delegation}", role, delegation);

    private static Zone Zone(string id, bool inside) => new(ZoneId.Parse(id), id, inside, inside);

    private static TravelLeg Leg(string from, string to, int walk, int? drive) => new(ZoneId.Parse(from), ZoneId.Parse(to), walk, drive);

    private static Venue Venue(string id, string zone, int? seats = null, int places = 1, bool bookable = true, string opens = "08:00", string closes = "20:00", DelegationCode? owner = null, string? adjacent = null) =>
        new(VenueId.Parse(id), id, ZoneId.Parse(zone), VenueKind.Booth, seats, places, bookable, TimeOnly.Parse(opens), TimeOnly.Parse(closes), owner, adjacent is null ? [] : [VenueId.Parse(adjacent)], []);

    private static Principal Person(string id, DelegationCode delegation, Level level) =>
        new(PrincipalId.Parse(id), delegation, id, null, "office", level, null);
}
