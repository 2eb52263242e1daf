using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>A summit of a few rooms and many delegations, for tests that are about the log and not about rules.</summary>
internal static class SmallSummit
{
    public static readonly DateTimeOffset Morning = new(2019, 9, 24, 13, 0, 0, TimeSpan.Zero);

    public static readonly Actor Desk = new("desk", "Protocol desk", Role.Desk, null);

    public static readonly Actor Founder = new("import", "Import", Role.System, null);

    public static Operation Found(SummitId id) => new(OperationId.Parse("found"), Founder, [new FoundSummit(Of(id))]);

    /// <summary>A booking that no other number's booking is in the way of.</summary>
    public static Operation Book(int number, string? operation = null) => new(
        OperationId.Parse(operation ?? $"book-{number}"), Desk, [new BookMeeting(
            MeetingId.Parse($"m-{number}"),
            TermsOf(number),
            new Slot(Interval.Of(Morning.AddHours(number / 20 % 8).AddDays(number / 160 % 4), TimeSpan.FromMinutes(20)), VenueId.Parse($"room-{number % 20}")),
            Provisional: false)]);

    /// <summary>A meeting of two neighbours.</summary>
    public static MeetingTerms TermsOf(int number) =>
        new([PartyOf(2 * number), PartyOf((2 * number) + 1)], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null);

    private static Party PartyOf(int number) => new(CodeOf(number % 40), PrincipalId.Parse($"p{number % 40}"));

    public static DelegationCode CodeOf(int number) => DelegationCode.Parse($"D{number:00}");

    private static Summit Of(SummitId id) => new(
        id,
        "A small summit",
        "America/New_York",
        new DateOnly(2019, 9, 24),
        new DateOnly(2019, 9, 28),
        [new Zone(ZoneId.Parse("house"), "The house", Inside: true, PassRequired: false)],
        [.. Enumerable.Range(0, 20).Select(n => new Venue(VenueId.Parse($"room-{n}"), $"Room {n}", ZoneId.Parse("house"), VenueKind.Booth, 12, 1, true, new TimeOnly(8, 0), new TimeOnly(20, 0), null, [], []))],
        new Travel([], 0, 0, 0, Estimated: true),
        [.. Enumerable.Range(0, 40).Select(n => new Delegation(CodeOf(n), null, "member_state", [new LocalName("en", $"Delegation {n}")], ["en"]))],
        [.. Enumerable.Range(0, 40).Select(n => new Principal(PrincipalId.Parse($"p{n}"), CodeOf(n), null, null, "President", Level.HS, null))],
        new RulePack("small", 5, 0, [], 0, [], [], [], true, [20], [], 60, true));
}
