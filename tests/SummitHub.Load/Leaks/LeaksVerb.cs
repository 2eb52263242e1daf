using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Leaks;

/// <summary>
/// Tries every door of a server for a meeting that is confidential. The search runs in a process of its own that holds the server too, since it reads the
/// doors from the server's own routes and takes guards out of its composition: this console sees contracts alone.
/// </summary>
internal static class LeaksVerb
{
    private const string Project = "SummitHub.Composed";

    /// <summary><c>leaks</c></summary>
    public static Verb Verb { get; } = new("leaks", "every door tried by those who may not know of a confidential meeting", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var folder = Path.Combine(Repository.Root, "tests", Project);
        var program = options.Word("server") ?? Path.Combine(folder, "bin", "Release", "net10.0", $"{Project}.dll");
        if (options.Word("server") is null)
        {
            Progress.Say("Building the composed server (Release)");
            await Machine.Execute([Machine.Program("dotnet", "dotnet-sdk-10.0"), "build", "-c", "Release", "-v", "q", "--nologo", folder], stop);
        }

        string[] words = [program, "leaks", Text(options.Number("samples", 300)), Text(options.Number("guesses", 50)), Text(options.Seed)];
        var start = new ProcessStartInfo(Machine.Program("dotnet", "dotnet-sdk-10.0"), words) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new UsageException($"Could not start {program}.");
        await using var ended = stop.Register(process.Kill);
        var said = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return said.Trim().Split('\n')[^1] is ['{', ..] line
            ? new(process.ExitCode == 0, JsonNode.Parse(line)!.AsObject())
            : throw new UsageException($"{program} ended with {process.ExitCode} and no figures.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
