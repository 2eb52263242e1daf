using System.Collections.Concurrent;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Access;

namespace SummitHub.Server.Access;

/// <summary>
/// The passes that this server knows, so that no call asks a grain who makes it. It looks each second what has changed, and at once
/// where it hears of a change in its own process: what was ended lets nobody in a second later, at the latest.
/// </summary>
internal sealed partial class KnownPasses(IGrainFactory grains, TimeProvider time, ILogger<KnownPasses> log) : BackgroundService, IAccessBell
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    /// <summary>For how long passes are believed that the grain does not confirm: longer than a silo takes to be replaced.</summary>
    private static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(60);

    /// <summary>The most summits that nobody was let in to here yet which are asked after in a minute: strangers can make up names without end.</summary>
    internal const int MostNewNames = 120;

    private readonly ConcurrentDictionary<SummitId, SummitPasses> _summits = new();
    private readonly Allowance _newNames = new(time, MostNewNames, TimeSpan.FromMinutes(1));

    /// <summary>Told of each pass that was ended before its time, on the thread that heard of it.</summary>
    public event Action<KnownPass>? Ended;

    /// <summary>The pass that a secret opens; null where it opens nothing (any more).</summary>
    /// <exception cref="PassesUnconfirmedException">Whether it does cannot be said at the moment.</exception>
    public async ValueTask<KnownPass?> FindAsync(Secret secret, CancellationToken cancellation)
    {
        if (!_summits.TryGetValue(secret.Summit, out var summit))
        {
            // This is asked before calls are counted, and each name would wake a grain.
            if (!_newNames.Take()) throw new PassesUnconfirmedException(secret.Summit);
            summit = Make(secret.Summit);
            await summit.LookAsync().WaitAsync(cancellation);
            // A name that somebody made up is forgotten again.
            if (summit.Revision == 0) return null;
            summit = _summits.GetOrAdd(secret.Summit, summit);
        }
        if (summit.Age > BelievedFor) throw new PassesUnconfirmedException(secret.Summit);
        if (summit.Find(secret.Hash) is null) await summit.LookAsync().WaitAsync(cancellation);
        return summit.Find(secret.Hash) is { Holds: true } known ? known : null;
    }

    /// <summary>Whether this server lets anybody in to a summit: a name that somebody made up is none.</summary>
    public bool Serves(SummitId summit) => _summits.ContainsKey(summit);

    /// <summary>Takes in a pass that was just issued, so that its first call finds it.</summary>
    public KnownPass Know(SummitId summit, Pass pass) => _summits.GetOrAdd(summit, Make).Know(pass);

    /// <inheritdoc/>
    public void Rang(SummitId summit, long revision)
    {
        if (_summits.TryGetValue(summit, out var known) && known.Revision < revision) _ = LookAsync(known);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        var swept = time.GetTimestamp();
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            await Task.WhenAll(_summits.Values.Select(LookAsync));
            if (time.GetElapsedTime(swept) < SweepEvery) continue;
            swept = time.GetTimestamp();
            Sweep();
        }
    }

    private SummitPasses Make(SummitId summit) => new(summit, grains.GetGrain<IAccessGrain>(summit.Value), time, known => Ended?.Invoke(known));

    private async Task LookAsync(SummitPasses summit)
    {
        try
        {
            await summit.LookAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogNotConfirmed(log, summit.Age.TotalSeconds, failure);
        }
    }

    private void Sweep()
    {
        foreach (var (summit, passes) in _summits)
        {
            if (passes.Sweep() is { IsEmpty: false } seen) grains.GetGrain<IAccessGrain>(summit.Value).Seen(seen).Ignore();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who is let in could not be looked up; what is known is {Seconds:0} s old")]
    private static partial void LogNotConfirmed(ILogger log, double seconds, Exception failure);
}

/// <summary>Whether somebody may come in cannot be said at the moment.</summary>
public sealed class PassesUnconfirmedException(SummitId summit) : Exception($"Who is let in to {summit} could not be confirmed for a while.");
