using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Access;
using SummitHub.Server.Access;

namespace SummitHub.Server.Board;

/// <summary>
/// The lines that are open to the hub, each with the pass it came by: when a pass is ended its lines are cut at once, and none that
/// has lapsed stays open for more than a second. A line that is open counts as use. One pass holds so many open and no more: each costs memory
/// and a place in every fan-out, and who carries one pass could otherwise take them all.
/// </summary>
internal sealed class BoardLines : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (KnownPass Pass, HubCallerContext Line)> _open = new();
    private readonly ConcurrentDictionary<KnownPass, int> _held = new();
    private readonly SummitHubOptions _options;
    private readonly Denials _denials;
    private readonly TimeProvider _time;

    public BoardLines(KnownPasses passes, SummitHubOptions options, Denials denials, TimeProvider time)
    {
        (_options, _denials, _time) = (options, denials, time);
        passes.Ended += Cut;
    }

    /// <summary>A line was opened. One too many is cut: to cut the oldest instead would let two crowds of boards throw each other out without end.</summary>
    public void Opened(HubCallerContext line)
    {
        var pass = PassOf(line);
        _open[line.ConnectionId] = (pass, line);
        var tooMany = _held.AddOrUpdate(pass, 1, (_, held) => held + 1) > _options.LinesPerPass;
        if (tooMany) _denials.Note(pass.Summit, AuditAct.CommandDenied, pass.Stored.Holder, "/hubs/board", "tooManyLines", Denials.From(line.GetHttpContext()!));
        // Ended between its first call and now, nobody would cut it.
        if (tooMany || !pass.Holds) line.Abort();
    }

    /// <summary>A line was closed.</summary>
    public void Closed(HubCallerContext line)
    {
        if (!_open.TryRemove(line.ConnectionId, out var known)) return;
        // Nobody is left with a count of none, so that passes that are over are forgotten.
        if (_held.AddOrUpdate(known.Pass, 0, (_, held) => held - 1) <= 0) _held.TryRemove(new(known.Pass, 0));
    }

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
