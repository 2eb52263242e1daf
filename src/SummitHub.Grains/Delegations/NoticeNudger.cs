using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Delegations;

/// <summary>
/// Pokes the delegations that the log has touched: each at most once in 250 ms however much happens, and for a minute after once in
/// 5 s again, for a poke may be lost or come before that server's replica has the entry. Best effort: the inbox's cursor is the truth.
/// </summary>
public sealed partial class NoticeNudger(IGrainFactory grains, TimeProvider clock, ILogger<NoticeNudger> log) : BackgroundService
{
    /// <summary>How often pokes go out.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the recently touched are swept.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    /// <summary>For how long the touched are swept.</summary>
    public static readonly TimeSpan SweptFor = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<DelegationKey, long> _recent = [];
    private HashSet<DelegationKey> _touched = [];
    private HashSet<DelegationKey> _spare = [];

    /// <summary>Says that an entry of the log touches these delegations. Cheap; called for every entry.</summary>
    public void Touched(SummitId summit, IEnumerable<DelegationCode> delegations)
    {
        lock (_gate)
        {
            foreach (var delegation in delegations) _touched.Add(new(summit, delegation));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        var swept = clock.GetTimestamp();
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                var due = Take();
                foreach (var key in due) Poke(key);
                if (clock.GetElapsedTime(swept) < SweepEvery) continue;
                swept = clock.GetTimestamp();
                Sweep(due);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private HashSet<DelegationKey> Take()
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            _spare.Clear();
            (_touched, _spare) = (_spare, _touched);
        }

        foreach (var key in _spare) _recent[key] = now;
        return _spare;
    }

    private void Sweep(HashSet<DelegationKey> justPoked)
    {
        foreach (var (key, touched) in _recent.ToArray())
        {
            if (!justPoked.Contains(key)) Poke(key);
            if (clock.GetElapsedTime(touched) >= SweptFor) _recent.Remove(key);
        }
    }

    // One-way: it costs the sending alone. The grain takes what comes while it works as one.
    private void Poke(DelegationKey key)
    {
        try
        {
            grains.GetGrain<IDelegationGrain>(key.ToString()).Nudge().Ignore();
        }
        catch (Exception error) // the sweep tries again
        {
            LogNotPoked(key, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Delegation} could not be poked; the sweep tries again")]
    private partial void LogNotPoked(DelegationKey delegation, Exception error);
}
