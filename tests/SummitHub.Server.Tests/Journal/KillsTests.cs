using System.Diagnostics;
using System.Text.Json;

namespace SummitHub.Server.Tests.Journal;

/// <summary>Five of the kills that <c>kills</c> makes: the server as a process, killed while it is written to.</summary>
public sealed class KillsTests
{
    private static readonly string Root = Find();
    private static readonly string Built = Path.Combine("bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    [Fact]
    public async Task Five_kills_lose_nothing_that_was_acknowledged_and_an_older_copy_is_refused()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words =
        [
            Path.Combine(Root, "tests", "SummitHub.Load", Built, "SummitHub.Load.dll"), "kills", "--count", "5", "--entries", "5000",
            // How long it takes is measured by the verb alone, on a machine that does nothing else.
            "--within", "60",
            "--server", Path.Combine(Root, "src", "SummitHub.Server", Built, "SummitHub.Server.dll"),
        ];
        foreach (var word in words) start.ArgumentList.Add(word);
        using var console = Process.Start(start)!;
        var (figures, progress) = (console.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), console.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await console.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(console.ExitCode == 0, await progress + await figures);
        var line = JsonDocument.Parse((await figures).Trim().Split('\n')[^1]).RootElement;
        Assert.Equal((5, 0, 0, true), (line.GetProperty("kills").GetInt32(), line.GetProperty("lost").GetInt32(), line.GetProperty("refusedToStart").GetInt32(), line.GetProperty("olderCopyRefused").GetBoolean()));
        Assert.True(line.GetProperty("acknowledged").GetInt32() >= 5_000);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SummitHub.sln"))) return folder.FullName;
        throw new InvalidOperationException($"There is no SummitHub.sln above {AppContext.BaseDirectory}.");
    }
}
