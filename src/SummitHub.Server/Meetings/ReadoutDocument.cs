using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SummitHub.Server.Meetings;

/// <summary>Writes a readout as a Word document (ECMA-376): A4, in its own language, and from the right where that is written so.</summary>
internal static class ReadoutDocument
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int NumberingId = 1;

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(ReadoutSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StylesOf(sheet);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbers();
            main.Document = new Document(BodyOf(sheet));
            document.PackageProperties.Title = sheet.Title.Length > 0 ? sheet.Title : sheet.Heading;
            document.PackageProperties.Language = sheet.Language;
        }

        return stream.ToArray();
    }

    private static Body BodyOf(ReadoutSheet sheet)
    {
        var body = new Body(Line(sheet, sheet.Heading, size: 20));
        if (sheet.Title.Length > 0) body.Append(Line(sheet, sheet.Title, size: 32, bold: true));
        foreach (var line in sheet.Lead.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) body.Append(Line(sheet, line));
        foreach (var line in sheet.Lines) body.Append(Line(sheet, line, numbered: true));
        body.Append(Line(sheet, sheet.Foot, size: 18));
        var section = new SectionProperties(
            new PageSize { Width = 11_906, Height = 16_838 }, new PageMargin { Top = 1_134, Bottom = 1_134, Left = 1_134, Right = 1_134, Header = 567, Footer = 567, Gutter = 0 });
        if (sheet.IsFromTheRight) section.Append(new BiDi());
        body.Append(section);
        return body;
    }

    private static Paragraph Line(ReadoutSheet sheet, string text, int size = 24, bool bold = false, bool numbered = false)
    {
        // The order of the elements is the schema's.
        var paragraph = new ParagraphProperties();
        if (numbered) paragraph.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = NumberingId }));
        if (sheet.IsFromTheRight) paragraph.Append(new BiDi());
        paragraph.Append(new SpacingBetweenLines { After = "160", Line = "300", LineRule = LineSpacingRuleValues.Auto });
        var run = new RunProperties();
        if (bold) run.Append(new Bold(), new BoldComplexScript());
        run.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        if (sheet.IsFromTheRight) run.Append(new RightToLeftText());
        run.Append(Languages(sheet));
        var told = new Run(run);
        foreach (var (part, at) in text.Split('\n').Select((part, at) => (part, at)))
        {
            if (at > 0) told.Append(new Break());
            told.Append(new Text(part.TrimEnd('\r')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(paragraph, told);
    }

    private static Languages Languages(ReadoutSheet sheet) =>
        sheet.IsFromTheRight ? new() { Bidi = sheet.Language } : new() { Val = sheet.Language, EastAsia = sheet.Language };

    private static Styles StylesOf(ReadoutSheet sheet) => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Arial", EastAsia = "SimSun" }, Languages(sheet))),
        new ParagraphPropertiesDefault()));

    private static Numbering Numbers() => new(
        new AbstractNum(new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "567" })) { LevelIndex = 0 }) { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = NumberingId });
}
