using System.ComponentModel.DataAnnotations;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>Where the sample is read from and kept.</summary>
/// <param name="Head">What the sample is called and when it is held.</param>
/// <param name="Folder">The folder of its files.</param>
/// <param name="ClockFile">Where its clock is kept.</param>
internal sealed record SampleSetting(SummitHead Head, string Folder, string ClockFile)
{
    /// <summary>The name of the only sample there is.</summary>
    public const string Unga74 = "unga74";

    /// <summary>The setting of this process.</summary>
    /// <exception cref="ValidationException">There is no such sample, or its folder is not found; the message says where it was looked for.</exception>
    /// <exception cref="SampleRefusedException">The folder does not say what the sample is called and when it is held.</exception>
    public static SampleSetting Of(SummitHubOptions options)
    {
        if (options.SampleName != Unga74) throw new ValidationException($"There is no sample '{options.Sample}': set SummitHub__Sample to {Unga74} or none.");
        var folder = options.Samples is { } samples ? Path.Combine(samples, Unga74) : Find();
        if (!Directory.Exists(folder)) throw new ValidationException($"The sample's folder {folder} does not exist: set SummitHub__Samples to the folder that holds {Unga74}.");
        var problems = new ImportProblems();
        var head = SummitHead.Read(folder, problems) ?? throw new SampleRefusedException(folder, problems.ToImmutable());
        return new SampleSetting(head, folder, Path.Combine(options.Data, $"sample-{Unga74}.json"));
    }

    private static string Find()
    {
        string[] starts = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        foreach (var start in starts)
        {
            for (var above = new DirectoryInfo(start); above is not null; above = above.Parent)
            {
                var folder = Path.Combine(above.FullName, "samples", Unga74);
                if (Directory.Exists(folder)) return folder;
            }
        }
        throw new ValidationException($"No folder samples/{Unga74} was found above {string.Join(" or ", starts)}: set SummitHub__Samples, or SummitHub__Sample=none.");
    }
}
