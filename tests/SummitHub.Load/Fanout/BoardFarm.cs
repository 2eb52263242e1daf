using System.Diagnostics;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>What the farm is told to do.</summary>
/// <param name="Hub">The hub's address, <c>ws://</c>.</param>
/// <param name="Summit">The summit to watch; null for the bare hub, where nothing is asked.</param>
/// <param name="Audiences">Who looks.</param>
internal sealed record FarmPlan(Uri Hub, string? Summit, IReadOnlyList<Audience> Audiences);

/// <summary>What the farm has seen since it was last reset.</summary>
internal sealed record FarmReport(
    int Boards, int Ended, string? WhyEnded, long Deliveries, long Bytes, long Gaps, int ShownByAll, double Seconds, double GlassP50Ms, double GlassP99Ms, double GlassMaxMs);

/// <summary>Many boards in one process.</summary>
internal sealed class BoardFarm : IAsyncDisposable
{
    private const int ConnectAtOnce = 32;
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Board> _boards = [];
    private Task _listening = Task.CompletedTask;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>The changes the first board of each audience saw.</summary>
    public Recording Recording { get; } = new();

    /// <summary>Connects all boards; they listen from then on.</summary>
    public async Task Open(FarmPlan plan, CancellationToken stop)
    {
        var boards = plan.Audiences.SelectMany(one => Enumerable.Range(0, one.Boards)
            .Select(i => new Board(one, plan.Summit, i == 0 ? Recording : null))).ToArray();
        var listening = new Task[boards.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConnectAtOnce, CancellationToken = stop };
        await Parallel.ForAsync(0, boards.Length, options, async (i, cancel) =>
        {
            await boards[i].Open(plan.Hub, cancel);
            listening[i] = boards[i].Listen(_enough.Token);
        });
        _boards.AddRange(boards);
        _listening = Task.WhenAll(listening);
    }

    /// <summary>Forgets what was counted.</summary>
    public void Reset()
    {
        foreach (var board in _boards) board.Reset();
        _since = Stopwatch.GetTimestamp();
    }

    /// <summary>The lowest number of a change that every board has shown.</summary>
    public int ShownByAll() => _boards.Count == 0 ? 0 : _boards.Min(board => board.Shown);

    /// <summary>Deliveries of all boards.</summary>
    public long Deliveries() => _boards.Sum(board => board.Deliveries);

    /// <summary>What was counted.</summary>
    public FarmReport Report()
    {
        var glass = _boards.Select(board => board.FromTap).ToArray();
        return new(_boards.Count, _boards.Count(one => one.Ended is not null), _boards.Find(one => one.Ended is not null)?.Ended,
            Deliveries(), _boards.Sum(one => one.Bytes), _boards.Sum(one => one.Gaps), ShownByAll(), Stopwatch.GetElapsedTime(_since).TotalSeconds,
            Latencies.Percentile(glass, 0.5), Latencies.Percentile(glass, 0.99), Latencies.Percentile(glass, 1));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _listening;
        foreach (var board in _boards) board.Dispose();
        _enough.Dispose();
    }
}
