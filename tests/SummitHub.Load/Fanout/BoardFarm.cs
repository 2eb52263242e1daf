using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>What the farm is told to do.</summary>
/// <param name="Hub">The hub's address, <c>ws://</c>.</param>
/// <param name="Summit">The summit to watch; null for the bare hub, where nothing is asked.</param>
/// <param name="Audiences">Who looks.</param>
internal sealed record FarmPlan(Uri Hub, string? Summit, IReadOnlyList<Audience> Audiences);

/// <summary>What the farm has seen since it was last reset.</summary>
/// <param name="LastAt">When the last delivery arrived, on the machine's monotonic clock.</param>
internal sealed record FarmReport(
    int Boards, int Ended, string? WhyEnded, long Deliveries, long Bytes, long Gaps, long Duplicates, int ShownByAll, long LastAt,
    double GlassP50Ms, double GlassP99Ms, double GlassMaxMs)
{
    /// <summary>How large a frame is.</summary>
    public long BytesOfAFrame => Bytes / Math.Max(1, Deliveries);
}

/// <summary>Many boards in one process.</summary>
internal sealed class BoardFarm : IAsyncDisposable
{
    private const int ConnectAtOnce = 32;
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Board> _boards = [];
    private Task _listening = Task.CompletedTask;

    /// <summary>The changes the first board of each audience saw.</summary>
    public Recording Recording { get; } = new();

    /// <summary>Connects all boards; they listen from then on.</summary>
    public async Task Open(FarmPlan plan, CancellationToken stop)
    {
        var boards = plan.Audiences.SelectMany(one => Enumerable.Range(0, one.Boards)
            .Select(i => new Board(one, plan.Hub, plan.Summit, i == 0 ? Recording : null))).ToArray();
        var listening = new Task[boards.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConnectAtOnce, CancellationToken = stop };
        await Parallel.ForAsync(0, boards.Length, options, async (i, cancel) =>
        {
            await boards[i].Open(cancel);
            listening[i] = boards[i].Listen(_enough.Token);
        });
        _boards.AddRange(boards);
        _listening = Task.WhenAll(listening);
    }

    /// <summary>Forgets what was counted.</summary>
    public void Reset()
    {
        foreach (var board in _boards) board.Glass.Reset();
    }

    /// <summary>The lowest number of a change that every board has shown.</summary>
    public int ShownByAll() => _boards.Count == 0 ? 0 : _boards.Min(board => board.Glass.Shown);

    /// <summary>Deliveries of all boards.</summary>
    public long Deliveries() => _boards.Sum(board => board.Glass.Deliveries);

    /// <summary>What was counted.</summary>
    /// <param name="taps">When each change was tapped, by its number.</param>
    public FarmReport Report(IReadOnlyDictionary<int, long> taps)
    {
        var latencies = new Latencies();
        foreach (var board in _boards) board.Glass.AddLatencies(taps, latencies);
        var ended = _boards.FindAll(one => one.Ended is not null);
        return new(_boards.Count, ended.Count, ended.FirstOrDefault()?.Ended, Deliveries(), _boards.Sum(one => one.Glass.Bytes),
            _boards.Sum(one => one.Glass.Gaps), _boards.Sum(one => one.Glass.Duplicates), ShownByAll(), _boards.Max(one => one.Glass.LastAt),
            Latencies.Percentile([latencies], 0.5), Latencies.Percentile([latencies], 0.99), Latencies.Percentile([latencies], 1));
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
