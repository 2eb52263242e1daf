using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Server.Words;

namespace SummitHub.Server.Pages;

/// <summary>What things of a summit are called in a reader's language, and its hours on the walls of its town.</summary>
public sealed partial class Naming(Summit summit, Wording words)
{
    private static readonly FrozenDictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToFrozenDictionary(r => WordBook.Of(WordBook.Default)[$"role.{Wire(r)}"], StringComparer.OrdinalIgnoreCase);

    // A day on which clocks go forward has an hour less.
    private static readonly TimeSpan WholeDay = TimeSpan.FromHours(23);

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone);
    private readonly FrozenDictionary<DelegationCode, Delegation> delegations = summit.Delegations.ToFrozenDictionary(d => d.Code);
    private readonly FrozenDictionary<VenueId, Venue> venues = summit.Venues.ToFrozenDictionary(v => v.Id);

    /// <summary>The summit.</summary>
    public Summit Summit => summit;

    /// <summary>The reader's words.</summary>
    public Wording Words => words;

    /// <summary>A delegation's name in the reader's language.</summary>
    public string Delegation(DelegationCode code) => words.Apart(delegations.TryGetValue(code, out var found) ? found.NameIn(words.Language) : code.Value);

    /// <summary>A place's name, in the reader's language where it has one.</summary>
    public string Venue(VenueId? id) => id is not { } known ? words["place.none"]
        : words.Apart(!venues.TryGetValue(known, out var venue) ? known.Value
            : venue.NativeName is { } native && native.Language == words.Language ? native.Text : PlaceCalled(venue.Name));

    /// <summary>The place itself; null for none.</summary>
    public Venue? Place(VenueId? id) => id is { } known && venues.TryGetValue(known, out var venue) ? venue : null;

    /// <summary>The places in the order in which lists have them: by kind, then by their names in commands.</summary>
    public IEnumerable<Venue> Rooms => summit.Venues.OrderBy(v => v.Kind).ThenBy(v => v.Id.Value, StringComparer.Ordinal);

    /// <summary>A person's name: in his own script where that is the page's language.</summary>
    public string Person(PartyRow party) =>
        words.Apart(party.NativeName is { } native && native.Language == words.Language ? native.Text : party.Name ?? words["person.unknown"]);

    /// <summary>A person's name by his name in commands.</summary>
    public string Person(PrincipalId id) => summit.Principals.FirstOrDefault(p => p.Id == id) is not { } person ? id.Value
        : person.NativeName is { } native && native.Language == words.Language ? words.Apart(native.Text)
        : person.Name is { } name ? words.Apart(name)
        : List([Delegation(person.Delegation), Office(person.Office)]);

    /// <summary>Whose meetings a calendar holds.</summary>
    public string Whose(CalendarScope scope) => scope.Delegation is { } side ? Delegation(side) : scope.Principal is { } person ? Person(person) : Venue(scope.Venue);

    /// <summary>An office, in the reader's language where it is one of the usual ones; otherwise as it was entered.</summary>
    public string Office(string office) => words.Or($"office.{office}", words.Apart(office));

    /// <summary>
    /// Who did something. Where nobody in particular is named but an office in English, as the sample does (<c>KAZ notetaker</c>, <c>simulated
    /// notetaker of KAZ</c>), the office in the reader's language; a person's own name as it is.
    /// </summary>
    public string Actor(string name)
    {
        var parts = Holder().Match(name);
        if (!Roles.TryGetValue(parts.Groups["office"].Value, out var role)) return words.Apart(name);
        return DelegationCode.TryParse(parts.Groups["side"].Value, null, out var side)
            ? words.Say("list.aside", ("what", Called("role", role)), ("more", Delegation(side)))
            : Called("role", role);
    }

    /// <summary>The hour as it hangs on the wall: <c>09:05</c>.</summary>
    public string Hour(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The hour with seconds.</summary>
    public string Second(DateTimeOffset instant) => Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>From when until when.</summary>
    public string Hours(DateTimeOffset start, DateTimeOffset end) => $"{Hour(start)}–{Hour(end)}";

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>How many minutes after the local midnight of a day the clocks of the town show; below zero the day before.</summary>
    public int Minute(DateTimeOffset instant, DateOnly day) => (int)(Local(instant).DateTime - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes;

    /// <summary>A day in words: Tuesday, 24 September.</summary>
    public string Day(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToString(words["format.day"], words.Culture);

    /// <summary>A day in few letters: Tue 24.</summary>
    public string ShortDay(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToString(words["format.shortDay"], words.Culture);

    /// <summary>A day with its year.</summary>
    public string Date(DateOnly day) => day.ToString(words["format.date"], words.Culture);

    /// <summary>The days of the summit.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(summit.From.DayNumber, summit.To.DayNumber - summit.From.DayNumber + 1).Select(DateOnly.FromDayNumber);

    /// <summary>What a name on the wire is called: <c>status.inProgress</c> for a value and so on.</summary>
    public string Called(string family, Enum value) => words[$"{family}.{Wire(value)}"];

    /// <summary>The value's name on the wire.</summary>
    public static string Wire(Enum value) => Wire(value.ToString());

    /// <summary>As <see cref="Wire(Enum)"/>, of a value that is told by its name in code.</summary>
    public static string Wire(string value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value);

    /// <summary>A slot in a sentence: the hour, and the day where it is another one, and the place.</summary>
    public string Slot(Slot slot, DateOnly? today) =>
        List(new[] { today == DayOf(slot.When.Start) ? null : ShortDay(DayOf(slot.When.Start)), Hour(slot.When.Start), slot.Venue is null ? null : Venue(slot.Venue) }.OfType<string>());

    /// <summary>Several things after one another, with the comma of the language.</summary>
    public string List(IEnumerable<string> parts) => string.Join(words["list.comma"], parts);

    /// <summary>An instant in a sentence: the hour, and the day where it is another one.</summary>
    public string Moment(DateTimeOffset instant, DateOnly today) => DayOf(instant) == today ? Hour(instant) : List([ShortDay(DayOf(instant)), Hour(instant)]);

    /// <summary>An instant of the world's clock: the hour, and the date where it is another one than now.</summary>
    public string Dated(DateTimeOffset instant, DateTimeOffset now) => DayOf(instant) == DayOf(now) ? Hour(instant) : List([Date(DayOf(instant)), Hour(instant)]);

    /// <summary>An instant of the world's clock with its date and second.</summary>
    public string DatedSecond(DateTimeOffset instant) => List([Date(DayOf(instant)), Second(instant)]);

    /// <summary>A span of time in a sentence, with its days where they are not today.</summary>
    public string Span(Interval when, DateOnly today)
    {
        var (first, last) = (DayOf(when.Start), DayOf(when.End.AddTicks(-1)));
        return first == last ? List([.. first == today ? Array.Empty<string>() : [ShortDay(first)], Hours(when.Start, when.End)]) : $"{Moment(when.Start, today)} – {List([ShortDay(DayOf(when.End)), Hour(when.End)])}";
    }

    /// <summary>A part of the town.</summary>
    public string Zone(ZoneId id) => words.Or($"zone.{id}", words.Apart(summit.Zones.FirstOrDefault(z => z.Id == id)?.Name ?? id.Value));

    /// <summary>What is in the way, as far as the reader may know: whom or what it holds, and when.</summary>
    public string Held(Obstacle obstacle) => string.Join(" · ", new[]
    {
        obstacle.Principal is { } person ? Person(person) : null,
        obstacle.Venue is { } venue ? Venue(venue) : null,
        obstacle.When is { } when ? when.Length >= WholeDay ? ShortDay(DayOf(when.Start)) : Hours(when.Start, when.End) : null,
    }.OfType<string>());

    /// <summary>A broken rule in words, with what is in the way as far as the reader may know.</summary>
    public string Violated(Violation violation)
    {
        var around = Held(violation.Obstacle);
        var rule = Called("rule", violation.Rule);
        return around.Length > 0 ? words.Say("list.aside", ("what", rule), ("more", around)) : rule;
    }

    // The rooms of the house are in the word book by their English names, with the number that stands at the end of some.
    private string PlaceCalled(string name)
    {
        var bare = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd();
        return words.Texts.TryGetValue($"venue.{bare}", out var text)
            ? text.Replace("{number}", name[bare.Length..].Trim(), StringComparison.Ordinal)
            : words.Texts.GetValueOrDefault($"venue.{name}", name);
    }

    [GeneratedRegex("^(?:simulated )?(?:(?<side>[A-Z]+) )?(?<office>.+?)(?: of (?<side>[A-Z]+))?$")]
    private static partial Regex Holder();

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
