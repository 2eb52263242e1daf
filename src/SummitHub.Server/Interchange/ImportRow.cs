using System.Collections.Immutable;
using System.Globalization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>
/// A line of a table or an object of a document, read field by field. What cannot be read is noted as a problem and leaves the row
/// <see cref="Broken"/>; reading goes on with an empty value so that every fault of a row is told at once, and a broken row makes nothing.
/// </summary>
internal abstract class ImportRow(string file, int line, ImportProblems problems)
{
    /// <summary>The file it is in.</summary>
    public string File { get; } = file;

    /// <summary>The line it begins on.</summary>
    public int Line { get; } = line;

    /// <summary>Whether something in it could not be read.</summary>
    public bool Broken { get; private set; }

    /// <summary>Where problems go.</summary>
    protected ImportProblems Problems { get; } = problems;

    /// <summary>A field's text; null where it is absent or empty.</summary>
    protected abstract string? Raw(string field);

    /// <summary>The line a field is on.</summary>
    protected virtual int LineOf(string field) => Line;

    /// <summary>Notes that a field is wrong.</summary>
    public void Wrong(string field, string what)
    {
        Broken = true;
        Problems.Add(File, LineOf(field), field, what);
    }

    /// <summary>A text that may be absent.</summary>
    public string? TextOrNull(string field, int longest = 400)
    {
        var text = Raw(field);
        if (text is null || text.Length <= longest) return text;
        Wrong(field, $"The text has {text.Length} characters; at most {longest} are read.");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string field, int longest = 400)
    {
        if (Raw(field) is null) Wrong(field, "It is missing.");
        return TextOrNull(field, longest) ?? "";
    }

    /// <summary>One of a list of words.</summary>
    public T Word<T>(string field, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(field);
        if (words.TryGetValue(text, out var value)) return value;
        if (text.Length > 0) Wrong(field, $"'{text}' is none of {string.Join(", ", words.Keys)}.");
        return default!;
    }

    /// <summary>An identifier that must be there.</summary>
    public T Id<T>(string field)
        where T : struct, ITextId<T>
    {
        var text = Text(field);
        if (T.TryParse(text, null, out var id)) return id;
        if (text.Length > 0) Wrong(field, $"'{text}' is not a {typeof(T).Name}.");
        return default;
    }

    /// <summary>The name of something that another file, or an earlier line, declares.</summary>
    public T Known<T>(string field, IReadOnlySet<T> known)
        where T : struct, ITextId<T>
    {
        var id = Id<T>(field);
        if (id.Value is not null && !known.Contains(id)) Wrong(field, $"There is no {typeof(T).Name} '{id.Value}' in this import.");
        return id;
    }

    /// <summary>As <see cref="Known"/>; null where the field is empty.</summary>
    public T? KnownOrNull<T>(string field, IReadOnlySet<T> known)
        where T : struct, ITextId<T> => Raw(field) is null ? null : Known(field, known);

    /// <summary>A new name, told apart from those before.</summary>
    public T New<T>(string field, ISet<T> taken)
        where T : struct, ITextId<T>
    {
        var id = Id<T>(field);
        if (id.Value is not null && !taken.Add(id)) Wrong(field, $"'{id.Value}' is there twice.");
        return id;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string field, int least, int most)
    {
        var text = Text(field);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        if (text.Length > 0) Wrong(field, $"'{text}' is not a whole number from {least} to {most}.");
        return least;
    }

    /// <summary>As <see cref="Number"/>; null where the field is empty.</summary>
    public int? NumberOrNull(string field, int least, int most) => Raw(field) is null ? null : Number(field, least, most);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string field)
    {
        var text = Text(field);
        if (text is "true" or "false") return text is "true";
        if (text.Length > 0) Wrong(field, $"'{text}' is neither true nor false.");
        return false;
    }

    /// <summary>An hour of the day, HH:MM; 24:00 is none.</summary>
    public TimeOnly Hour(string field)
    {
        var text = Text(field);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        if (text.Length > 0) Wrong(field, $"'{text}' is not an hour from 00:00 to 23:59.");
        return default;
    }

    /// <summary>A day, YYYY-MM-DD.</summary>
    public DateOnly Day(string field)
    {
        var text = Text(field);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length > 0) Wrong(field, $"'{text}' is not a day such as 2019-09-24.");
        return default;
    }

    /// <summary>An instant with its offset, within the summit's days.</summary>
    public DateTimeOffset Instant(string field, SummitDays days)
    {
        var text = Text(field);
        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            if (text.Length > 0) Wrong(field, $"'{text}' is not an instant with its offset such as 2019-09-24T10:40:00-04:00.");
        }
        else if (!days.Contains(at))
        {
            Wrong(field, $"'{text}' lies outside the summit's days, {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}.");
        }
        else if (days.OffsetAt(at) != at.Offset)
        {
            Wrong(field, $"'{text}' has not the offset of {days.Zone.Id} then, which is {days.OffsetAt(at):hh\\:mm} from UTC.");
        }
        return at.ToUniversalTime();
    }

    /// <summary>A list within one cell, divided by a mark.</summary>
    public ImmutableArray<string> Parts(string field, char mark) =>
        [.. (TextOrNull(field) ?? "").Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
