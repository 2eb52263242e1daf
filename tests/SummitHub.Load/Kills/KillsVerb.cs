using System.Text.Json.Nodes;
using SummitHub.Load.Bookings;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Kills;

/// <summary>kill -9 of the single process under load, on the embedded store with a long log; after each restart what was acknowledged is looked up.</summary>
internal static class KillsVerb
{
    private const int OldOnesLookedUp = 2_000;

    /// <summary><c>kills</c></summary>
    public static Verb Verb { get; } = new("kills", "kill -9 of the single process under load: nothing acknowledged may be lost", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var (kills, callers, entries) = (options.Number("count", 50), options.Number("callers", 16), options.Number("entries", 250_000));
        var chance = new Random(options.Seed);
        var ledger = new Ledger();
        await using var server = await HubServer.Start(options, null, "none", stop);
        var victim = new Victim(server, new Workload(options.Seed, pairs: 1200, days: 14), ledger);
        await victim.Begin(entries, stop);
        Progress.Say($"{kills} kills, {callers} callers, a log of {ledger.Acknowledged.Count} entries, seed {options.Seed}");

        var (lost, refused, recovered) = (new HashSet<int>(), 0, new List<double>());
        for (var i = 1; i <= kills; i++)
        {
            var before = ledger.Acknowledged.Keys.ToHashSet();
            await victim.BookAndKill(callers, TimeSpan.FromMilliseconds(chance.Next(100, 1500)), stop);
            try
            {
                recovered.Add((await victim.Recover(stop)).TotalSeconds);
            }
            catch (ServerRefusedException no)
            {
                refused++;
                Progress.Say($"WRONG: kill {i}: {no.Message}");
                break;
            }

            int[] fresh = [.. ledger.Acknowledged.Keys.Where(number => !before.Contains(number))];
            var old = before.ToArray();
            chance.Shuffle(old);
            lost.UnionWith(await victim.Lost(fresh.Concat(old.Take(OldOnesLookedUp)), stop));
            Progress.Say($"kill {i,3}: {fresh.Length,6} acknowledged since the last, {lost.Count} lost, back after {recovered[^1]:0.00} s");
        }

        return await End(victim, server, ledger, (kills, refused, lost, recovered), stop);
    }

    private static async Task<Outcome> End(
        Victim victim, HubServer server, Ledger ledger, (int Kills, int Refused, HashSet<int> Lost, List<double> Recovered) so, CancellationToken stop)
    {
        string? why = null;
        if (so.Refused == 0)
        {
            so.Lost.UnionWith(await victim.Lost(ledger.Acknowledged.Keys, stop));
            // Two at one position of the log cannot both be there.
            so.Lost.UnionWith(ledger.Acknowledged.GroupBy(one => one.Value).Where(there => there.Count() > 1).SelectMany(there => there.Skip(1)).Select(one => one.Key));
            why = await Rollback.Refusal(server, victim, stop);
            Progress.Say(why is null ? "WRONG: a log that was set back was believed" : $"A log that was set back was refused: {why}");
        }

        return new(so.Lost.Count == 0 && so.Refused == 0 && why is not null && so.Recovered.Count == so.Kills, new JsonObject
        {
            ["kills"] = so.Recovered.Count + so.Refused,
            ["acknowledged"] = ledger.Acknowledged.Count,
            ["lost"] = so.Lost.Count,
            ["refusedToStart"] = so.Refused,
            ["olderCopyRefused"] = why is not null,
            ["recoveryMedianSeconds"] = Math.Round(Latencies.Median(so.Recovered), 2),
            ["recoveryMaxSeconds"] = Math.Round(so.Recovered.DefaultIfEmpty().Max(), 2),
        });
    }
}
