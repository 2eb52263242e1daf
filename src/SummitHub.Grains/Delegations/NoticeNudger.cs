using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Delegations;

/// <summary>
/// Pokes the delegations that the log has touched, the longest waiting first and at most <see cref="PokesABeat"/> in each beat: an inbox
/// is written whole and synced, so under a storm of changes it is better written seldom with much than often with little, and the log
/// goes first. For a minute after they are swept every 5 s, for a poke may be lost or come before that server's replica has the entry.
/// Best effort: the inbox's cursor is the truth.
/// </summary>
public sealed partial class NoticeNudger(IGrainFactory grains, TimeProvider clock, ILogger<NoticeNudger> log) : BackgroundService
{
    /// <summary>How often pokes go out.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>The most pokes of one beat.</summary>
    public const int PokesABeat = 12;

    /// <summary>How often the recently touched are swept.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    /// <summary>For how long the touched are swept.</summary>
    public static readonly TimeSpan SweptFor = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<DelegationKey> _waiting = new();
    private readonly HashSet<DelegationKey> _queued = [];
    private readonly Dictionary<DelegationKey, long> _recent = [];

    // Beats count from the start, also while the service's own task is still about to begin.
    private readonly PeriodicTimer _beat = new(Beat, clock);

    /// <summary>Says that an entry of the log touches these delegations. Cheap; called for every entry.</summary>
    public void Touched(SummitId summit, IEnumerable<DelegationCode> delegations)
    {
        lock (_gate)
        {
            foreach (var delegation in delegations) Queue(new(summit, delegation), clock.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = clock.GetTimestamp();
        try
        {
            while (await _beat.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var key in Take()) Poke(key);
                if (clock.GetElapsedTime(swept) < SweepEvery) continue;
                swept = clock.GetTimestamp();
                Sweep();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _beat.Dispose();
        base.Dispose();
    }

    private void Queue(DelegationKey key, long touched)
    {
        if (_queued.Add(key)) _waiting.Enqueue(key);
        _recent[key] = touched;
    }

    private List<DelegationKey> Take()
    {
        var due = new List<DelegationKey>(PokesABeat);
        lock (_gate)
        {
            while (due.Count < PokesABeat && _waiting.TryDequeue(out var key))
            {
                _queued.Remove(key);
                due.Add(key);
            }
        }
        return due;
    }

    private void Sweep()
    {
        lock (_gate)
        {
            foreach (var (key, touched) in _recent.ToArray())
            {
                if (clock.GetElapsedTime(touched) >= SweptFor) _recent.Remove(key);
                else Queue(key, touched);
            }
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
