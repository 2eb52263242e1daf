using System.Text.Json.Nodes;
using SummitHub.Load.Bookings;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Kills;

/// <summary>kill -9 of the single process under load, on the embedded store with a long log; after each restart what was acknowledged is looked up.</summary>
internal static class KillsVerb
{
    private const int OldOnesLookedUp = 2_000;

    // Short, so that fifty kills do not make the log much longer than it was asked to be.
    private const int SoonestKillMs = 50, LatestKillMs = 600;

    /// <summary><c>kills</c></summary>
    public static Verb Verb { get; } = new("kills", "kill -9 of the single process under load: nothing acknowledged may be lost, and all is back within --within seconds", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var (kills, callers, entries) = (options.Number("count", 50), options.Number("callers", 16), options.Number("entries", 250_000));
        var within = options.Number("within", 5);
        var chance = new Random(options.Seed);
        var ledger = new Ledger();
        await using var server = await HubServer.Start(options, null, "none", stop);
        var victim = new Victim(server, new Workload(options.Seed, pairs: 1200, days: 21), ledger);
        await victim.Begin(entries, stop);
        Progress.Say($"{kills} kills, {callers} callers, a log of {ledger.Acknowledged.Count} entries, seed {options.Seed}");

        var (lost, refused, recovered) = (new HashSet<int>(), 0, new List<double>());
        for (var i = 1; i <= kills; i++)
        {
            var before = ledger.Acknowledged.Keys.ToHashSet();
            await victim.BookAndKill(callers, TimeSpan.FromMilliseconds(chance.Next(SoonestKillMs, LatestKillMs)), stop);
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

        return await End(victim, server, ledger, new(kills, within, refused, lost, recovered), stop);
    }

    private static async Task<Outcome> End(Victim victim, HubServer server, Ledger ledger, Found found, CancellationToken stop)
    {
        string? why = null;
        if (found.Refused == 0)
        {
            found.Lost.UnionWith(await victim.Lost(ledger.Acknowledged.Keys, stop));
            // Two at one position of the log cannot both be there.
            found.Lost.UnionWith(ledger.Acknowledged.GroupBy(one => one.Value).Where(there => there.Count() > 1).SelectMany(there => there.Skip(1)).Select(one => one.Key));
            why = await Rollback.Refusal(server, victim, stop);
            Progress.Say(why is null ? "WRONG: a log that was set back was believed" : $"A log that was set back was refused: {why}");
        }

        var longest = found.Recovered.DefaultIfEmpty().Max();
        if (longest > found.Within) Progress.Say($"WRONG: it was back after {longest:0.00} s, where {found.Within} s are the limit");
        return new(found.Lost.Count == 0 && found.Refused == 0 && why is not null && found.Recovered.Count == found.Kills && longest <= found.Within, new JsonObject
        {
            ["kills"] = found.Recovered.Count + found.Refused,
            ["acknowledged"] = ledger.Acknowledged.Count,
            ["lost"] = found.Lost.Count,
            ["refusedToStart"] = found.Refused,
            ["olderCopyRefused"] = why is not null,
            ["recoverySeconds"] = Math.Round(Latencies.Median(found.Recovered), 2),
            ["recoveryMaxSeconds"] = Math.Round(longest, 2),
        });
    }

    /// <summary>What the kills came to.</summary>
    /// <param name="Kills">How many were to be made.</param>
    /// <param name="Within">The most seconds from starting the process to the first answer of its summit.</param>
    /// <param name="Refused">How often it did not come back.</param>
    /// <param name="Lost">Bookings that were acknowledged and are gone.</param>
    /// <param name="Recovered">Seconds after each kill until the summit answered.</param>
    private sealed record Found(int Kills, int Within, int Refused, HashSet<int> Lost, List<double> Recovered);
}
