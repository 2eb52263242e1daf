using SummitHub.Contracts.Board;

namespace SummitHub.Server.Sample;

/// <summary>
/// The sample's own clock, which the desk pauses, hurries and sets forward: the <see cref="TimeProvider"/> of its summit. It never goes
/// back but when the sample starts over, and it stops at the summit's end. Timers and timestamps are real time's. Thread-safe.
/// </summary>
internal sealed class SampleClock(TimeProvider real, DateTimeOffset opensAt, DateTimeOffset endsAt) : TimeProvider
{
    private readonly Lock _gate = new();
    private SummitClock _set = new(opensAt, real.GetUtcNow(), 0, Sample: true, Playing: true);

    /// <summary>Told after the clock was set, with its new reading; not while it merely runs.</summary>
    public event Action<SummitClock>? Changed;

    /// <summary>The last instant it shows.</summary>
    public DateTimeOffset EndsAt { get; } = endsAt;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return Now();
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>What it shows, how fast it runs and whether the script plays.</summary>
    public SummitClock Read()
    {
        lock (_gate) return _set with { SummitTime = Now(), RealTime = real.GetUtcNow() };
    }

    /// <summary>Lets it run at a rate; zero stops it.</summary>
    public void Run(double rate) => Set(_ => _set with { Rate = rate });

    /// <summary>Turns the script on or off.</summary>
    public void Play(bool playing) => Set(_ => _set with { Playing = playing });

    /// <summary>Sets it forward; an instant it has passed changes nothing.</summary>
    public void Advance(DateTimeOffset to) => Set(now => to > now ? _set with { SummitTime = to } : _set);

    /// <summary>Sets it to any instant, for a sample that begins or goes on after a restart.</summary>
    public void Begin(DateTimeOffset at, double rate, bool playing) =>
        Set(_ => new SummitClock(at, real.GetUtcNow(), rate, Sample: true, playing));

    private void Set(Func<DateTimeOffset, SummitClock> change)
    {
        SummitClock before, after;
        lock (_gate)
        {
            var now = Now();
            before = _set;
            _set = _set with { SummitTime = now, RealTime = real.GetUtcNow() };
            _set = change(now);
            after = _set;
        }
        if (after != before) Changed?.Invoke(after);
    }

    private DateTimeOffset Now()
    {
        var now = _set.SummitTime + ((real.GetUtcNow() - _set.RealTime) * _set.Rate);
        return now < EndsAt ? now : EndsAt;
    }
}
