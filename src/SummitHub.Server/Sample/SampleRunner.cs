using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SummitHub.Contracts.Board;
using SummitHub.Server.Board;

namespace SummitHub.Server.Sample;

/// <summary>Opens the sample when the server has started, plays its script as the clock passes, and keeps where the clock stands.</summary>
internal sealed partial class SampleRunner(
    SampleSummit sample, SamplePlay play, SampleClock clock, SampleSetting setting, BoardAudiences boards, TimeProvider time,
    IServer server, IHostApplicationLifetime lifetime, ILogger<SampleRunner> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        using var set = new SemaphoreSlim(0);
        void Set(SummitClock reading)
        {
            boards.TellClock(setting.Head.Id, reading);
            set.Release();
        }
        clock.Changed += Set;
        try
        {
            await sample.OpenAsync(stoppingToken);
            TellLinks();
            await RunAsync(set, stoppingToken);
        }
        catch (SampleRefusedException refused)
        {
            LogRefused(log, refused.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
        finally
        {
            clock.Changed -= Set;
            sample.Keep();
        }
    }

    private void TellLinks()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "";
        foreach (var who in SampleCallers.Offered) LogLink(log, who, $"{address}/sample/as/{who}");
    }

    private async Task RunAsync(SemaphoreSlim set, CancellationToken stopping)
    {
        var kept = time.GetTimestamp();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var due = await play.CatchUpAsync(stopping);
                var changed = await WaitAsync(set, due, stopping);
                if (!changed && time.GetElapsedTime(kept) < KeepEvery) continue;
                sample.Keep();
                kept = time.GetTimestamp();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogFailed(log, failure);
                await Task.Delay(AfterFailure, time, stopping);
            }
        }
    }

    /// <summary>Waits until the next step is due, the clock is set, or a second is over, since people change what is due.</summary>
    private async Task<bool> WaitAsync(SemaphoreSlim set, DateTimeOffset? due, CancellationToken stopping)
    {
        var now = clock.Read();
        var wait = LongestWait;
        if (due is { } at && now is { Playing: true, Rate: > 0 })
        {
            var real = (at - now.SummitTime) / now.Rate;
            wait = real < ShortestWait ? ShortestWait : real < LongestWait ? real : LongestWait;
        }
        if (!await set.WaitAsync(wait, stopping)) return false;
        while (set.Wait(0, stopping))
        {
            // Settings that came together are kept once.
        }
        return true;
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign in as {Who}: {Link}")]
    private static partial void LogLink(ILogger log, string who, string link);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Refusal}")]
    private static partial void LogRefused(ILogger log, string refusal);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample's script failed and goes on")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
