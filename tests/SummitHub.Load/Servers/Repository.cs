using SummitHub.Load.Verbs;

namespace SummitHub.Load.Servers;

/// <summary>Where the working tree is that this console was built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SummitHub.sln"))) return folder.FullName;
        }

        throw new UsageException("The console must be run from its working tree: no SummitHub.sln above " + AppContext.BaseDirectory);
    }
}
