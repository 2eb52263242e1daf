using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>other-bilaterals.csv</c>: the other meetings of which sources tell.</summary>
internal static class OtherBilaterals
{
    private const string File = "other-bilaterals.csv";

    private static readonly string[] Columns =
    [
        "id", "date", "start", "duration_minutes", "party_a", "principal_a", "office_a", "level_a", "party_b", "principal_b", "office_b", "level_b",
        "venue_id", "topics", "outcome", "status", "date_estimated", "time_estimated", "duration_estimated", "source", "note",
    ];

    /// <summary>Reads the meetings, each with what the source says came out.</summary>
    public static IEnumerable<(ImportedMeeting Meeting, ImportedRecord? Record)> Read(
        string folder, SummitDays days, ImportNames names, PrincipalRoll roll, ImportProblems problems)
    {
        foreach (var row in CsvTable.ReadIfThere(folder, File, Columns, problems))
        {
            var id = row.New("id", names.Meetings);
            var (a, b) = (row.Known("party_a", names.Delegations), row.Known("party_b", names.Delegations));
            if (a.Value is not null && a == b) row.Wrong("party_b", $"'{b}' meets itself.");
            ImmutableArray<Party> parties =
            [
                new(a, roll.Enter(row, a, "principal_a", "office_a", "level_a")),
                new(b, roll.Enter(row, b, "principal_b", "office_b", "level_b")),
            ];
            var slot = SlotOf(row, days, names);
            var terms = new MeetingTerms(parties, MeetingFormat.Bilateral, Visibility.Ordinary, [], null, EstimatedOf(row), SourceOf(row));
            var brief = new Brief(row.Parts("topics", ';'), "");
            if (row.Broken) continue;
            yield return (new ImportedMeeting(id, terms, slot, [new(a, brief), new(b, brief)]), RecordOf(row, id, a));
        }
    }

    private static Slot SlotOf(ImportRow row, SummitDays days, ImportNames names)
    {
        var (day, start, minutes) = (row.Day("date"), row.Instant("start", days), row.Number("duration_minutes", 5, 480));
        var venue = row.KnownOrNull("venue_id", names.Venues);
        if (!row.Broken && days.DayOf(start) != day) row.Wrong("start", $"It is not on the day of the row, {day:yyyy-MM-dd}.");
        return row.Broken ? default : new Slot(Interval.Of(start, TimeSpan.FromMinutes(minutes)), venue);
    }

    private static ImmutableArray<string> EstimatedOf(ImportRow row)
    {
        var estimated = ImmutableArray.CreateBuilder<string>();
        if (row.Flag("date_estimated")) estimated.Add("date");
        if (row.Flag("time_estimated")) estimated.Add("start");
        if (row.Flag("duration_estimated")) estimated.Add("duration_minutes");
        if (row.TextOrNull("note") is { } note && (note.Contains("room estimated", StringComparison.Ordinal) || note.Contains("place recalled", StringComparison.Ordinal))) estimated.Add("venue");
        return estimated.ToImmutable();
    }

    // What was only announced, or is only recalled, says so wherever its source is shown.
    private static string SourceOf(ImportRow row) => row.Word("status", Words.Standings) switch
    {
        "sourced" => row.Text("source"),
        var standing => $"{row.Text("source")} ({standing})",
    };

    private static ImportedRecord? RecordOf(ImportRow row, MeetingId id, DelegationCode side)
    {
        if (row.TextOrNull("outcome") is not { } text) return null;
        var item = new OutcomeItem(ItemId.Parse("item-01"), OutcomeKind.Position, side, text, "en", null, null, null, null, null, [], Simulated: true);
        return new ImportedRecord(id, [new ImportedItem(item, Offered: false, Shared: false)]);
    }
}
