using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Tests.Interchange;

/// <summary>The sample's folder, and copies of it with a fault.</summary>
internal static class SampleFolder
{
    public static readonly SummitHead Head = new(
        SummitId.Parse("unga74"), "A test", "America/New_York", new DateOnly(2019, 9, 22), new DateOnly(2019, 9, 30));

    private static readonly Lazy<ImportedSummit> Whole = new(() => SummitImport.Read(Find(), Head).Summit!);

    /// <summary>The folder in the repository that this test was built from.</summary>
    public static string Path { get; } = Find();

    /// <summary>The sample as it is read; shared, since it never changes.</summary>
    public static ImportedSummit Read() => Whole.Value;

    /// <summary>The problems of a copy in which one file is changed; null leaves the file out.</summary>
    public static IReadOnlyList<ImportProblem> ProblemsWith(string file, Func<string, string?> change)
    {
        var copy = Directory.CreateTempSubdirectory("summithub-import-").FullName;
        try
        {
            foreach (var source in Directory.EnumerateFiles(Path))
            {
                File.Copy(source, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(source)));
            }
            var target = System.IO.Path.Combine(copy, file);
            var before = File.ReadAllText(target);
            var after = change(before);
            Assert.NotEqual(before, after);
            if (after is null) File.Delete(target);
            else File.WriteAllText(target, after);
            var reading = SummitImport.Read(copy, Head);
            Assert.Null(reading.Summit);
            return reading.Problems;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sample = System.IO.Path.Combine(folder.FullName, "samples", "unga74");
            if (Directory.Exists(sample)) return sample;
        }
        throw new DirectoryNotFoundException($"No samples/unga74 above {AppContext.BaseDirectory}.");
    }
}
