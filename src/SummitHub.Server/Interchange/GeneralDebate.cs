using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>general-debate.csv</c>: the speeches as commitments, and the speakers.</summary>
internal static class GeneralDebate
{
    private const string File = "general-debate.csv";
    private static readonly string[] Columns = ["date", "sitting", "order", "code", "speaker", "level", "title", "estimated_start"];
    private static readonly VenueId Hall = VenueId.Parse("ga-hall");
    private static readonly TimeSpan LastSpeech = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Reads the speeches. One lasts until the next one of its sitting, the last one a quarter of an hour; all hours are estimates.
    /// A speaker whose place in the sitting is not known is on the roll, but has no hour.
    /// </summary>
    public static ImmutableArray<Commitment> Read(
        string folder, SummitDays days, HashSet<DelegationCode> codes, HashSet<VenueId> venues, PrincipalRoll roll, ImportProblems problems)
    {
        var speeches = new List<Speech>();
        foreach (var row in CsvTable.ReadIfThere(folder, File, Columns, problems))
        {
            var speaker = roll.Enter(row, row.Known("code", codes), "speaker", "title", "level");
            if (SpeechOf(row, speaker, days) is { } speech) speeches.Add(speech);
        }
        if (speeches.Count > 0 && !venues.Contains(Hall)) problems.Add("venues.json", 0, "venues", $"There is no venue '{Hall}', where the debate is held.");
        return [.. speeches.GroupBy(s => s.Series).SelectMany(Sitting).OrderBy(c => c.When.Start)];
    }

    private static Speech? SpeechOf(ImportRow row, PrincipalId speaker, SummitDays days)
    {
        var (day, sitting, code) = (row.Day("date"), row.Word("sitting", Words.Sittings), row.Text("code"));
        if (row.TextOrNull("order") is null && row.TextOrNull("estimated_start") is null) return null;
        var (order, start) = (row.Number("order", 1, 500), row.Instant("estimated_start", days));
        if (!row.Broken && days.DayOf(start) != day) row.Wrong("estimated_start", $"It is not on the day of the row, {day:yyyy-MM-dd}.");
        return row.Broken ? null : new Speech(row, $"{day:yyyy-MM-dd}/{sitting}", order, speaker, $"statement-{code.ToLowerInvariant()}", start);
    }

    private static IEnumerable<Commitment> Sitting(IEnumerable<Speech> sitting)
    {
        var speeches = sitting.OrderBy(s => s.Order).ToList();
        for (var i = 0; i < speeches.Count; i++)
        {
            var (speech, end) = (speeches[i], i + 1 < speeches.Count ? speeches[i + 1].Start : speeches[i].Start + LastSpeech);
            if (i + 1 < speeches.Count && speeches[i + 1].Order == speech.Order) speeches[i + 1].Row.Wrong("order", $"The sitting has two speeches of order {speech.Order}.");
            else if (end <= speech.Start) speeches[i + 1].Row.Wrong("estimated_start", "It is not after the start of the speech before it.");
            else yield return new Commitment(
                CommitmentId.Parse(speech.Id), "general_debate_statement", [speech.Speaker], new Interval(speech.Start, end), Hall, speech.Series, speech.Order, Public: true, Estimated: true);
        }
    }

    private sealed record Speech(ImportRow Row, string Series, int Order, PrincipalId Speaker, string Id, DateTimeOffset Start);
}
