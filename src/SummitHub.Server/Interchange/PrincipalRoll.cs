using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>
/// The people whom the files name, each once whatever his offices. Two names of one delegation are one person where the words of one,
/// without case and accents, are all among the other's, and are two at least.
/// </summary>
internal sealed class PrincipalRoll
{
    private readonly Dictionary<DelegationCode, List<Entry>> _byDelegation = [];
    private readonly List<Entry> _all = [];

    /// <summary>All of them, in the order in which they were first named.</summary>
    public ImmutableArray<Principal> Principals => [.. _all.Select(e => e.Principal)];

    /// <summary>Finds or enters the person a row names; his name, office and rank are those of the first row that named him.</summary>
    public PrincipalId Enter(ImportRow row, DelegationCode delegation, string nameField, string officeField, string levelField, LocalName? native = null)
    {
        var name = row.Text(nameField, 120);
        var level = row.Word(levelField, Words.Levels);
        var office = row.Text(officeField);
        if (delegation.Value is null || row.Broken) return default;
        var words = WordsOf(name);
        var people = _byDelegation.TryGetValue(delegation, out var known) ? known : _byDelegation[delegation] = [];
        if (people.FirstOrDefault(p => Same(p.Words, words)) is { } entry)
        {
            if (entry.Principal.Level != level) row.Wrong(levelField, $"{name} is {level} here and {entry.Principal.Level} elsewhere.");
            entry.Principal = entry.Principal with { NativeName = entry.Principal.NativeName ?? native };
            return entry.Principal.Id;
        }
        var id = PrincipalId.Parse($"{delegation.Value.ToLowerInvariant()}-p{people.Count + 1}");
        entry = new Entry(words, new Principal(id, delegation, name, native, office, level, null));
        people.Add(entry);
        _all.Add(entry);
        return id;
    }

    private static bool Same(HashSet<string> one, HashSet<string> other) =>
        one.SetEquals(other) || (Math.Min(one.Count, other.Count) >= 2 && (one.IsSubsetOf(other) || other.IsSubsetOf(one)));

    private static HashSet<string> WordsOf(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c)) words.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) words.Append(' ');
        }
        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private sealed class Entry(HashSet<string> words, Principal principal)
    {
        public HashSet<string> Words { get; } = words;

        public Principal Principal { get; set; } = principal;
    }
}
