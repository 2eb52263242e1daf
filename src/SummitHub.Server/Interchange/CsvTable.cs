using CsvHelper;

namespace SummitHub.Server.Interchange;

/// <summary>A table of RFC 4180 with a header, read whole.</summary>
internal static class CsvTable
{
    /// <summary>The most rows of one table.</summary>
    public const int MostRows = 20_000;

    /// <summary>Reads a table; what is wrong with its form is noted, and rows of another length than the header's are left out.</summary>
    public static List<ImportRow> Read(string folder, string file, IReadOnlyList<string> columns, ImportProblems problems)
    {
        var rows = new List<ImportRow>();
        if (ImportFile.Read(folder, file, problems) is not { } text) return rows;
        using var reader = CsvReader.FromText(text, Form(file, problems));
        try
        {
            reader.ReadHeader();
            if (Header(reader.Headers, file, columns, problems) is not { } places) return rows;
            while (reader.Read())
            {
                if (rows.Count == MostRows)
                {
                    problems.Add(file, (int)reader.LineNumber, "", $"The table has more than {MostRows} rows.");
                    break;
                }
                rows.Add(new Row(file, (int)reader.LineNumber, problems, reader.Current.ToArray(), places));
            }
        }
        catch (CsvFormatException bad)
        {
            problems.Add(file, (int)bad.LineNumber, "", $"The table is malformed: {bad.Message}");
        }
        return rows;
    }

    /// <summary>As <see cref="Read"/>; no rows where the folder has no such file.</summary>
    public static List<ImportRow> ReadIfThere(string folder, string file, IReadOnlyList<string> columns, ImportProblems problems) =>
        File.Exists(Path.Combine(folder, file)) ? Read(folder, file, columns, problems) : [];

    private static CsvReaderOptions Form(string file, ImportProblems problems) => new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MaxRecordSize = 64 * 1024,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = record => problems.Add(file, (int)record.LineNumber, "", record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => "The line has another number of fields than the header.",
            CsvMalformedReason.UnterminatedQuote => "A quotation mark is never closed.",
            _ => "A quotation mark is out of place.",
        }),
    };

    private static Dictionary<string, int>? Header(IReadOnlyList<string> header, string file, IReadOnlyList<string> columns, ImportProblems problems)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < header.Count; i++)
        {
            if (!places.TryAdd(header[i], i)) problems.Add(file, 1, header[i], "The column is there twice.");
        }
        var missing = columns.Where(c => !places.ContainsKey(c)).ToList();
        foreach (var column in missing) problems.Add(file, 1, column, "The column is missing.");
        return missing.Count == 0 ? places : null;
    }

    private sealed class Row(string file, int line, ImportProblems problems, string[] cells, Dictionary<string, int> places)
        : ImportRow(file, line, problems)
    {
        protected override string? Raw(string field) => cells[places[field]] is { Length: > 0 } text ? text : null;
    }
}
