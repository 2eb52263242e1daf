using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Server.Access;

namespace SummitHub.Server.Board;

/// <summary>
/// The lines that are open to the hub, each with the pass it came by: when a pass is ended its lines are cut at once, and none that
/// has lapsed stays open for more than a second. A line that is open counts as use.
/// </summary>
internal sealed class BoardLines : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (KnownPass Pass, HubCallerContext Line)> _open = new();
    private readonly TimeProvider _time;

    public BoardLines(KnownPasses passes, TimeProvider time)
    {
        _time = time;
        passes.Ended += Cut;
    }

    /// <summary>A line was opened.</summary>
    public void Opened(HubCallerContext line)
    {
        var pass = PassOf(line);
        _open[line.ConnectionId] = (pass, line);
        // Ended between its first call and now, nobody would cut it.
        if (!pass.Holds) line.Abort();
    }

    /// <summary>A line was closed.</summary>
    public void Closed(HubCallerContext line) => _open.TryRemove(line.ConnectionId, out _);

    /// <summary>The pass a line came by.</summary>
    /// <exception cref="HubException">It came by none.</exception>
    public static KnownPass PassOf(HubCallerContext line) =>
        line.GetHttpContext()?.Features.Get<KnownPass>() ?? throw new HubException("There is no session.");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, _time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (pass, line) in _open.Values)
            {
                if (pass.Holds) pass.Use();
                else line.Abort();
            }
        }
    }

    private void Cut(KnownPass ended)
    {
        foreach (var (pass, line) in _open.Values)
        {
            if (pass == ended) line.Abort();
        }
    }
}
