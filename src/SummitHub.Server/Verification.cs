using SummitHub.Contracts.Summits;
using SummitHub.Grains.Access;
using SummitHub.Grains.Journal;

namespace SummitHub.Server;

/// <summary>
/// The command <c>verify SUMMIT...</c>: checks the logs of programmes and audits entry by entry, also beside a server that runs. It says
/// where each ends, and exits with 0 only if all hold.
/// </summary>
internal static class Verification
{
    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(string[] args) => args is ["verify", ..];

    /// <summary>Does it.</summary>
    /// <param name="services">With the logs' stores and their key.</param>
    /// <param name="names">The summits.</param>
    /// <param name="output">Where to say what was found.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> names, TextWriter output)
    {
        if (names.Count == 0)
        {
            await output.WriteLineAsync("verify SUMMIT...: name the summits, such as unga74.");
            return 2;
        }

        var chain = services.GetRequiredService<JournalChain>();
        var holds = true;
        foreach (var name in names)
        {
            if (!SummitId.TryParse(name, null, out var summit))
            {
                await output.WriteLineAsync($"{name}: no summit has such a name.");
                holds = false;
                continue;
            }

            holds &= await CheckAsync(services.GetRequiredService<IJournalStore>(), chain, summit, "programme", required: true, output);
            holds &= await CheckAsync(services.GetRequiredService<AuditStore>().Logs, chain, summit, "audit", required: false, output);
        }

        return holds ? 0 : 1;
    }

    private static async Task<bool> CheckAsync(IJournalStore store, JournalChain chain, SummitId summit, string what, bool required, TextWriter output)
    {
        try
        {
            var found = await JournalVerification.CheckAsync(store, chain, summit, CancellationToken.None);
            await output.WriteLineAsync(found is { } log ? $"{summit}, {what}: {log.Length} entries, each follows from the one before; the last is {log.Last}." : $"{summit}, {what}: there is no log.");
            return found is not null || !required;
        }
        catch (JournalRefusedException refused)
        {
            await output.WriteLineAsync($"{summit}, {what}: {refused.Message}");
            return false;
        }
    }
}
