using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>rules.json</c>: the rule pack.</summary>
internal static class Rules
{
    private const string File = "rules.json";

    // The file does not say how long a proposed slot is held; a booth slot is 20 minutes, so a proposal outlasts one.
    private const int ProposalMinutes = 30;

    private static readonly Dictionary<string, AskedToNote> Asked = new()
    {
        ["site_officer"] = AskedToNote.SiteOfficer,
        ["control_officer"] = AskedToNote.ControlOfficer,
        ["chief"] = AskedToNote.Chief,
    };

    /// <summary>Reads the file; null where it is no document, or says what this product does not do.</summary>
    public static RulePack? Read(string folder, ImmutableArray<Principal> principals, ImportProblems problems)
    {
        if (JsonPlace.Read(folder, File, problems) is not { } root) return null;
        var row = new JsonRow(File, root, problems);
        var travel = row.Row("travel");
        if (travel.Text("mode") is not ("fastest" or "")) travel.Wrong("mode", "Only 'fastest' is known: the faster of walking and driving.");
        if (!travel.Flag("add_checkpoint") && !travel.Broken) travel.Wrong("add_checkpoint", "Ways without the checkpoint are not known; it must be true.");
        if (row.Text("interpreters") is not ("unlimited" or "")) row.Wrong("interpreters", "Only 'unlimited' is known.");
        var pack = new RulePack(
            row.Text("name", 80),
            row.Number("room_gap_minutes", 0, 240),
            row.Number("person_buffer_minutes", 0, 240),
            LevelsOf(travel),
            travel.Number("checked_for_gaps_under_minutes", 0, 1_440),
            CapsOf(row.Row("meetings_a_day")),
            PersonCapsOf(row.Row("meetings_a_day_of"), principals),
            [],
            row.Flag("same_calendar_day"),
            DurationsOf(row),
            [],
            ProposalMinutes,
            row.Flag("estimated"),
            row.Names.Contains("notices") ? TellingOf(row.Row("notices")) : null);
        return row.Broken || travel.Broken ? null : pack;
    }

    private static ImmutableArray<Level> LevelsOf(JsonRow travel)
    {
        var levels = ImmutableArray.CreateBuilder<Level>();
        foreach (var text in travel.Texts("fast_lane_levels"))
        {
            if (Words.Levels.TryGetValue(text, out var level)) levels.Add(level);
            else travel.Wrong("fast_lane_levels", $"'{text}' is no level.");
        }
        return levels.ToImmutable();
    }

    private static ImmutableArray<LevelCap> CapsOf(JsonRow row)
    {
        foreach (var name in row.Names.Where(n => !Words.Levels.ContainsKey(n))) row.Wrong(name, "This is no level.");
        return [.. Words.Levels.Select(l => new LevelCap(l.Value, row.Number(l.Key, 0, 500)))];
    }

    private static ImmutableArray<PersonCap> PersonCapsOf(JsonRow row, ImmutableArray<Principal> principals)
    {
        var caps = ImmutableArray.CreateBuilder<PersonCap>();
        foreach (var name in row.Names)
        {
            var meetings = row.Number(name, 0, 500);
            if (principals.FirstOrDefault(p => p.Id.Value == name) is { } principal) caps.Add(new PersonCap(principal.Id, meetings));
            else row.Wrong(name, "There is no such principal in this import.");
        }
        return caps.ToImmutable();
    }

    /// <summary>How fast changes must be taken note of, and by whom. What is at fault in it makes no pack.</summary>
    private static TellingRules TellingOf(JsonRow row)
    {
        var within = row.Rows("deadlines").Select(d => new NoteWithin(d.Number("minutes_before", 0, 10_080), d.Number("minutes", 1, 1_440))).ToImmutableArray();
        if (within.IsEmpty && !row.Broken) row.Wrong("deadlines", "At least one deadline is expected.");
        var chain = ImmutableArray.CreateBuilder<AskedToNote>();
        foreach (var text in row.Texts("chain"))
        {
            if (Asked.TryGetValue(text, out var asked)) chain.Add(asked);
            else row.Wrong("chain", $"'{text}' is none of {string.Join(", ", Asked.Keys)}.");
        }
        return new TellingRules(within, chain.ToImmutable());
    }

    private static ImmutableArray<int> DurationsOf(JsonRow row)
    {
        var minutes = ImmutableArray.CreateBuilder<int>();
        foreach (var text in row.Texts("durations_minutes"))
        {
            if (int.TryParse(text, out var length) && length is >= 5 and <= 480) minutes.Add(length);
            else row.Wrong("durations_minutes", $"'{text}' is not a length from 5 to 480 minutes.");
        }
        return minutes.ToImmutable();
    }
}
