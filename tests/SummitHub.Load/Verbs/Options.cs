using System.Globalization;

namespace SummitHub.Load.Verbs;

/// <summary>The words after the verb: files in order, and options every verb understands alike.</summary>
/// <param name="Files">Arguments that are no options.</param>
/// <param name="Given">Options by name, without the dashes.</param>
internal sealed record Options(IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> Given)
{
    private static readonly string[] Numbers = ["seed", "seconds", "callers", "boards", "count", "summits", "rounds", "entries", "within", "warm", "samples", "guesses"];
    private static readonly string[] Words = ["url", "against", "stores", "server"];

    /// <summary>Where all chance comes from; printed, so that a run can be repeated.</summary>
    public int Seed => Number("seed", 74);

    /// <summary>A number, or what the verb takes when it is not given.</summary>
    public int Number(string name, int otherwise) =>
        Given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A word, or null.</summary>
    public string? Word(string name) => Given.GetValueOrDefault(name);

    /// <summary>Reads the words after the verb.</summary>
    /// <exception cref="UsageException">An option is unknown, has no value, or a number is none.</exception>
    public static Options Parse(ReadOnlySpan<string> words)
    {
        var files = new List<string>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                files.Add(words[i]);
                continue;
            }

            var name = words[i][2..];
            var isNumber = Numbers.Contains(name);
            if (!isNumber && !Words.Contains(name)) throw new UsageException($"There is no option {words[i]}.");
            if (++i == words.Length) throw new UsageException($"--{name} needs a value.");
            if (isNumber && (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 0))
                throw new UsageException($"--{name} takes a whole number, not '{words[i]}'.");
            given[name] = words[i];
        }

        return new(files, given);
    }
}
