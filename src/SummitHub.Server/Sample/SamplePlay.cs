using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>
/// Plays the script as the sample's clock passes, by ordinary commands. It looks at every meeting as it is before it acts, so it does
/// not fight those who act beside it; what is refused is logged and left. Where it was is not kept: what is so already is passed over,
/// and its operations have fixed names, so a restart repeats nothing.
/// </summary>
internal sealed partial class SamplePlay(SampleClock clock, ISummitCommands commands, ILogger<SamplePlay> log) : IDisposable
{
    private static readonly TimeSpan OldestFact = TimeSpan.FromHours(20);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ImmutableArray<DayCourse> _courses = [];
    private int[] _at = [];
    private IDayView? _view;

    /// <summary>Takes up a script from its beginning.</summary>
    public async Task BeginAsync(ImmutableArray<DayCourse> courses, IDayView? view, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            (_courses, _at, _view) = (courses, new int[courses.Length], view);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Plays nothing more, until it begins anew.</summary>
    public Task StopAsync(CancellationToken cancellation) => BeginAsync([], null, cancellation);

    /// <summary>Plays all that is due by now, if the script is on.</summary>
    /// <returns>When the next step is due; null where none is known.</returns>
    public async Task<DateTimeOffset?> CatchUpAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            while (clock.Read().Playing)
            {
                if (Next() is not { } next) return null;
                if (next.Due > clock.GetUtcNow()) return next.Due;
                await PlayAsync(next, cancellation);
            }
            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Sets the clock forward, playing in order what comes between, each at its own instant.</summary>
    public async Task JumpAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            while (clock.Read().Playing && Next() is { } next && next.Due <= to)
            {
                clock.Advance(next.Due);
                await PlayAsync(next, cancellation);
            }
            clock.Advance(to);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private DueStep? Next()
    {
        DueStep? first = null;
        for (var course = 0; course < _courses.Length; course++)
        {
            while (_at[course] < _courses[course].Steps.Length && _courses[course].Steps[_at[course]].Done(_view!)) _at[course]++;
            if (_at[course] == _courses[course].Steps.Length) continue;
            var step = _courses[course].Steps[_at[course]];
            if (step.Due(_view!) is { } due && (first is not { } before || due < before.Due)) first = new DueStep(course, step, due);
        }
        return first;
    }

    private async Task PlayAsync(DueStep next, CancellationToken cancellation)
    {
        var (now, name) = (clock.GetUtcNow(), _courses[next.Course].Name);
        var occurred = now - next.Due < OldestFact ? next.Due : now;
        _at[next.Course]++;
        if (next.Step.Make(_view!, occurred) is not { } asked) return;
        if (await commands.DoAsync(asked, cancellation) is { } refusal) LogRefused(log, name, next.Step.Name, refusal.Reason, refusal.Detail);
        else LogPlayed(log, name, next.Step.Name, occurred);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Played {Step} of {Course} at {Instant}")]
    private static partial void LogPlayed(ILogger log, string course, string step, DateTimeOffset instant);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Step} of {Course} was refused and is left: {Reason}: {Detail}")]
    private static partial void LogRefused(ILogger log, string course, string step, RefusalReason reason, string detail);

    private readonly record struct DueStep(int Course, DayStep Step, DateTimeOffset Due);
}
