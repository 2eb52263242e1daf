using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SummitHub.Server.Tests.Interchange;
using Xunit.v3;

namespace SummitHub.Server.Tests.House;

/// <summary>What docs/security.md says is so: its tests and files are there, each requirement stands in it once, and its sums are right.</summary>
public sealed partial class SecurityTableTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SampleFolder.Path, "../.."));

    private static readonly string Document = File.ReadAllText(Path.Combine(Root, "docs/security.md"));

    private static readonly List<(string Number, string State, string How)> Rows = [.. Requirements().Matches(Document).Select(m => (m.Groups["number"].Value, m.Groups["state"].Value, m.Groups["how"].Value))];

    [Fact]
    public void Every_requirement_stands_once_with_its_state_and_what_holds_it()
    {
        Assert.True(Rows.Count > 130, $"Only {Rows.Count} rows were read.");
        Assert.Equal(Rows.Count, Document.Split('\n').Count(l => Numbered().IsMatch(l)));
        Assert.Empty(Rows.GroupBy(r => r.Number).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(Rows, r => Assert.True(r.How.Length > 10, $"{r.Number} does not say why."));
        // What holds is held by a test, or by something that can be looked at.
        Assert.All(Rows.Where(r => r.State == "held"), r => Assert.True(r.How.Contains('`', StringComparison.Ordinal) || r.How.Contains('[', StringComparison.Ordinal), $"{r.Number} names nothing."));
    }

    [Fact]
    public void The_sums_at_the_top_are_those_of_the_table()
    {
        var said = Sums().Match(Document);
        int Said(string group) => int.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);
        Assert.Equal(
            (Rows.Count, Rows.Count(r => r.State == "held"), Rows.Count(r => r.State == "n/a"), Rows.Count(r => r.State == "open")),
            (Said("all"), Said("held"), Said("none"), Said("open")));
    }

    [Fact]
    public void Every_test_it_names_is_there()
    {
        var named = Tests().Matches(Document).Select(m => (Class: m.Groups["class"].Value, Method: m.Groups["method"].Value)).Distinct().ToList();
        Assert.True(named.Count > 60, $"Only {named.Count} tests were read.");
        var others = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar)[1] is "SummitHub.Domain.Tests" or "SummitHub.Grains.Tests" or "SummitHub.Browser.Tests")
            .Where(f => f.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(others);
        Assert.All(named, t => Assert.True(
            IsHere(t.Class, t.Method) || others.Any(text => text.Contains($"class {t.Class}", StringComparison.Ordinal) && text.Contains($" {t.Method}(", StringComparison.Ordinal)),
            $"There is no test {t.Class}.{t.Method}."));
    }

    [Fact]
    public void Every_file_it_names_is_there()
    {
        var named = Files().Matches(Document).Select(m => m.Groups["path"].Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, p => Assert.True(Path.Exists(Path.Combine(Root, p)), $"There is no {p}."));
    }

    private static bool IsHere(string type, string method) =>
        typeof(SecurityTableTests).Assembly.GetTypes().Any(t => t.Name == type && t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == method && m.GetCustomAttributes().Any(a => a is IFactAttribute)));

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| [^|]+ \| (?<state>held|n/a|open) \| (?<how>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Requirements();

    [GeneratedRegex(@"^\|\s*\d")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<all>\d+) requirements: (?<held>\d+) held, (?<none>\d+) not applicable, (?<open>\d+) open")]
    private static partial Regex Sums();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex Tests();

    [GeneratedRegex(@"`(?<path>(src|tests|docs)/[\w./-]+)`")]
    private static partial Regex Files();
}
