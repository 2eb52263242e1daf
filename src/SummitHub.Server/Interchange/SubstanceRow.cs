using System.Globalization;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Something of substance that the Kazakh file tells of a meeting: brought to it, or come out of it.</summary>
internal sealed class SubstanceRow
{
    private const string Both = "both";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    private SubstanceRow(DelegationCode side, bool shared)
    {
        Side = side;
        Shared = shared;
    }

    /// <summary>The text in English.</summary>
    public required string Text { get; init; }

    /// <summary>The text in Russian.</summary>
    public required string TextRu { get; init; }

    /// <summary>Whether it is of a kind that comes out of a meeting; else it is of one that stands in a brief.</summary>
    public bool CameOut { get; private init; }

    private DelegationCode Side { get; }

    private bool Shared { get; }

    private OutcomeKind Kind { get; init; }

    private string? Topic { get; init; }

    private decimal? Figure { get; init; }

    private string? Unit { get; init; }

    /// <summary>Reads an element of <c>items</c> or <c>outcomes</c>.</summary>
    public static SubstanceRow Read(JsonRow row, List<DelegationCode> sides)
    {
        var (kind, by) = (row.Text("kind"), row.Text("by"));
        var inBrief = Words.BriefKinds.Contains(kind);
        var side = sides.FirstOrDefault(s => s.Value == by);
        if (by is not (Both or "") && side.Value is null) row.Wrong("by", $"'{by}' is neither 'both' nor a side of the meeting.");
        var (figure, unit, when) = (FigureOf(row), row.TextOrNull("unit", 40), row.TextOrNull("year") ?? row.TextOrNull("date"));
        return new SubstanceRow(side.Value is null ? sides.FirstOrDefault() : side, by == Both)
        {
            Text = With(row.Text("text_en", 1_000), row.TextOrNull("value_text") ?? Count(figure), when),
            TextRu = With(row.Text("text_ru", 1_000), unit == "USD" ? Dollars(figure) : Count(figure), when),
            CameOut = !inBrief,
            Kind = inBrief ? default : row.Word("kind", Words.OutcomeKinds),
            Topic = row.TextOrNull("topic", 80),
            Figure = figure,
            Unit = unit,
        };
    }

    /// <summary>Whether it stands in the brief of a side: what is another side's never does.</summary>
    public bool InBriefOf(DelegationCode side) => !CameOut && (Shared || Side == side);

    /// <summary>It as an item of outcome, as its side puts it; what both share is put by the first side and accepted by the other.</summary>
    public ImportedItem ToItem(ItemId id)
    {
        var item = new OutcomeItem(id, Kind, Side, Text, "en", Topic, Figure, Unit, null, null, [new LocalName("ru", TextRu)], Simulated: true);
        return new ImportedItem(item, Offered: true, Shared);
    }

    private static decimal? FigureOf(JsonRow row)
    {
        if (row.TextOrNull("value") is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)) return figure;
        row.Wrong("value", $"'{text}' is not a number.");
        return null;
    }

    private static string? Count(decimal? figure) => figure?.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A sum as a Russian text writes it.</summary>
    private static string? Dollars(decimal? figure) => figure switch
    {
        null => null,
        >= 1_000_000_000 => $"{(figure.Value / 1_000_000_000).ToString("0.##", Russian)} млрд долл. США",
        >= 1_000_000 => $"{(figure.Value / 1_000_000).ToString("0.##", Russian)} млн долл. США",
        _ => $"{figure.Value.ToString("#,0.##", Russian)} долл. США",
    };

    /// <summary>The text with its figure and its year or month, where the text does not say them itself.</summary>
    private static string With(string text, string? figure, string? when)
    {
        if (figure is not null && !text.Contains(figure, StringComparison.Ordinal)) text = $"{text}: {figure}";
        return when is null || text.Contains(when, StringComparison.Ordinal) ? text : $"{text} ({when})";
    }
}
