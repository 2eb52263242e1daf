using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Programme;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>The sample summit: opened from its folder where its log is empty, taken up again where it is not, started over on demand.</summary>
internal sealed partial class SampleSummit(
    SampleSetting setting,
    SampleClock clock,
    SamplePlay play,
    SummitEntry entry,
    IJournalStore store,
    ProgrammeReplicas replicas,
    IGrainFactory grains,
    ILogger<SampleSummit> log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _keeping = new();
    private volatile bool _opened;

    /// <summary>Whether it is open: imported, and played up to where its day begins.</summary>
    public bool Opened => _opened;

    /// <summary>
    /// Opens the sample, or goes on with it. An import that was cut off is finished: its steps have names, and are done once.
    /// </summary>
    /// <exception cref="SampleRefusedException">The folder is refused; the message tells all that is wrong.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await BeginAsync(SampleFile.Read(setting.ClockFile), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets all that was done in the sample, and opens it anew with another log.</summary>
    public async Task StartOverAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            _opened = false;
            await play.StopAsync(cancellation);
            var replica = await replicas.FindAsync(setting.Head.Id, cancellation);
            var meetings = replica?.Read(v => v.State.Meetings.Select(m => m.Id).ToList()) ?? [];
            var delegations = replica?.Read(v => v.State.Summit!.Delegations.Select(d => d.Code).ToList()) ?? [];
            await grains.GetGrain<IProgrammeGrain>(setting.Head.Id.Value).Retire();
            await store.DropAsync(setting.Head.Id, cancellation);
            foreach (var some in meetings.Chunk(32)) await Task.WhenAll(some.Select(m => grains.GetGrain<IMeetingGrain>($"{setting.Head.Id}/{m}").Clear()));
            foreach (var some in delegations.Chunk(32)) await Task.WhenAll(some.Select(d => grains.GetGrain<IDelegationGrain>($"{setting.Head.Id}/{d}").Clear()));
            LogOver(log, setting.Head.Id);
            await BeginAsync(null, cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Keeps where the clock stands; nothing while the sample is being opened. The newest reading is what is kept last.</summary>
    public void Keep()
    {
        if (!_opened) return;
        lock (_keeping)
        {
            var now = clock.Read();
            new SampleFile(now.SummitTime, now.Rate, now.Playing, Opened: true).Write(setting.ClockFile);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task BeginAsync(SampleFile? kept, CancellationToken cancellation)
    {
        var reading = SummitImport.Read(setting.Folder, setting.Head);
        if (reading.Summit is not { } summit) throw new SampleRefusedException(setting.Folder, reading.Problems);
        var replica = await replicas.FindAsync(setting.Head.Id, cancellation);
        var courses = DayScript.Of(summit);
        if (replica is not null && kept is { Opened: true })
        {
            var last = replica.Read(v => v.State.LastAt);
            await play.BeginAsync(courses, new ReplicaDayView(replica), cancellation);
            clock.Begin(kept.SummitTime > last ? kept.SummitTime : last, kept.Rate, kept.Playing);
            LogResumed(log, setting.Head.Id, clock.GetUtcNow());
        }
        else
        {
            var began = clock.GetTimestamp();
            clock.Begin(summit.EnteredAt, 0, playing: true);
            await entry.DoAsync(summit, cancellation);
            await play.BeginAsync(courses, new ReplicaDayView(await replicas.OfAsync(setting.Head.Id, cancellation)), cancellation);
            // Where only the log is left, the clock does not go back behind it.
            var last = replica?.Read(v => v.State.LastAt) ?? DayScript.OpensAt;
            await play.JumpAsync(last > DayScript.OpensAt ? last : DayScript.OpensAt, cancellation);
            clock.Begin(clock.GetUtcNow(), 1, playing: true);
            LogOpened(log, setting.Head.Id, clock.GetElapsedTime(began).TotalSeconds);
        }
        _opened = true;
        Keep();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sample {Summit} was opened in {Seconds:0.0} s")]
    private static partial void LogOpened(ILogger log, SummitId summit, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The sample {Summit} goes on at {Instant}")]
    private static partial void LogResumed(ILogger log, SummitId summit, DateTimeOffset instant);

    [LoggerMessage(Level = LogLevel.Information, Message = "The sample {Summit} starts over")]
    private static partial void LogOver(ILogger log, SummitId summit);
}
