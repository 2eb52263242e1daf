using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>kazakhstan-bilaterals.json</c>: five meetings with what each side brought and what came out.</summary>
internal static class KazakhBilaterals
{
    private const string File = "kazakhstan-bilaterals.json";

    /// <summary>Reads the meetings and their records.</summary>
    public static IEnumerable<(ImportedMeeting Meeting, ImportedRecord Record)> Read(
        string folder, SummitHead head, ImportNames names, PrincipalRoll roll, ImportProblems problems)
    {
        if (!Path.Exists(Path.Combine(folder, File))) yield break;
        if (JsonPlace.Read(folder, File, problems) is not { } root) yield break;
        var document = new JsonRow(File, root, problems);
        document.Belongs(head);
        foreach (var row in document.Rows("meetings"))
        {
            var id = row.New("id", names.Meetings);
            var (parties, sides) = PartiesOf(row, names, roll);
            var slot = SlotOf(row, head.Days, names);
            var said = row.Rows("items").Select(i => SubstanceRow.Read(i, sides)).ToList();
            var meeting = new ImportedMeeting(id, TermsOf(row, parties), slot, BriefsOf(row.Texts("topics"), sides, said));
            var record = new ImportedRecord(id, [.. OutcomesOf(row, sides, said)]);
            if (!problems.Any) yield return (meeting, record);
        }
    }

    private static (ImmutableArray<Party> Parties, List<DelegationCode> Sides) PartiesOf(JsonRow row, ImportNames names, PrincipalRoll roll)
    {
        var (parties, sides) = (ImmutableArray.CreateBuilder<Party>(), new List<DelegationCode>());
        foreach (var side in row.Rows("participants"))
        {
            var code = side.Known("code", names.Delegations);
            if (sides.Contains(code)) side.Wrong("code", $"'{code}' is there twice.");
            var native = side.TextOrNull("principal_ru", 120) is { } name ? new LocalName("ru", name) : null;
            parties.Add(new Party(code, roll.Enter(side, code, "principal", "office", "level", native)));
            sides.Add(code);
        }
        if (sides.Count < 2) row.Wrong("participants", "A meeting has two sides at least.");
        return (parties.ToImmutable(), sides);
    }

    private static Slot SlotOf(JsonRow row, SummitDays days, ImportNames names)
    {
        var (when, venue) = (row.Row("when"), row.Row("venue"));
        var (day, start, minutes) = (when.Day("date"), when.Instant("start", days), when.Number("duration_minutes", 5, 480));
        if (!when.Broken && days.DayOf(start) != day) when.Wrong("start", $"It is not on the day of the meeting, {day:yyyy-MM-dd}.");
        var place = venue.KnownOrNull("venue_id", names.Venues);
        return when.Broken ? default : new Slot(Interval.Of(start, TimeSpan.FromMinutes(minutes)), place);
    }

    private static MeetingTerms TermsOf(JsonRow row, ImmutableArray<Party> parties)
    {
        var interpretation = row.Row("interpretation");
        ImmutableArray<string> estimated = [.. row.Row("when").Texts("estimated_fields")];
        if (row.Row("venue").Flag("estimated")) estimated = estimated.Add("venue");
        if (interpretation.Flag("estimated")) estimated = estimated.Add("interpretation");
        return new MeetingTerms(
            parties,
            row.Word("format", Words.Formats),
            Visibility.Ordinary,
            interpretation.Texts("pairs"),
            null,
            estimated,
            string.Join(';', row.Texts("sources")));
    }

    private static ImmutableArray<ImportedBrief> BriefsOf(ImmutableArray<string> topics, List<DelegationCode> sides, List<SubstanceRow> said) =>
    [
        .. from side in sides
           let own = said.Where(s => s.InBriefOf(side)).ToList()
           select new ImportedBrief(side, new Brief(topics, own.Count == 0 ? "" : $"{string.Join('\n', own.Select(s => s.Text))}\n\n{string.Join('\n', own.Select(s => s.TextRu))}")),
    ];

    private static IEnumerable<ImportedItem> OutcomesOf(JsonRow row, List<DelegationCode> sides, List<SubstanceRow> said)
    {
        var number = 0;
        foreach (var item in said.Concat(row.Rows("outcomes").Select(o => SubstanceRow.Read(o, sides))).Where(s => s.CameOut))
        {
            yield return item.ToItem(ItemId.Parse($"item-{++number:00}"));
        }
        foreach (var follow in row.Rows("follow_ups"))
        {
            if (FollowUp.Read(follow, sides, ItemId.Parse($"follow-up-{++number:00}")) is { } item) yield return item;
        }
    }
}
