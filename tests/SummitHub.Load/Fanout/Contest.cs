using System.Diagnostics;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>
/// The same frames from two servers, one after the other, to the same farm: as many sockets in the same mix of groups on the same machine,
/// and to each board the same bytes. What is not the same: the product also takes the changes (HTTP, rules, a synced log), makes the rows
/// of each audience, rests for 50 ms after each frame, says every 1.5 s how old its boards are, and takes their acknowledgements; the bare
/// hub is handed finished frames and told when to send the next. Boards of one server are closed while the other is measured.
/// <para>
/// Both are driven by the same steps: a batch of changes for the one, a frame for the other, then a pause, and no step before the one a few
/// before it has arrived everywhere, so that nobody is flooded. The product's pause is its own rest, since it would gather what comes sooner;
/// the bare hub's is shorter than it takes to deliver frames as heavy as these, so that its pace is all it can do. (Rejected: all frames at once. A flood is cheaper
/// for each frame, since what waits for a board goes out in one piece; but then nobody sees a change in time. Rejected too: four small
/// batches for each frame, since then the product waits four times as often for whoever drives it.)
/// </para>
/// </summary>
internal sealed class Contest(Floor floor, Part bare, Farm farm, IReadOnlyList<Audience> sessions)
{
    private const int Ahead = 8, AloneFrames = 10, AlonePerSecond = 4;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50), BareBetween = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private readonly Audience[] _groups = [.. sessions.Select(one => one with { Cookie = null, Cursor = null })];

    /// <summary>Memory that each board costs the product, in bytes; of the first time they came.</summary>
    public long MemoryOfABoard { get; private set; } = -1;

    /// <summary>The same of the bare hub.</summary>
    public long BareMemoryOfABoard { get; private set; } = -1;

    /// <summary>A burst through the product and the same from the bare hub.</summary>
    public async Task<(Round Product, Round Bare)> Pair(string name, int changes, CancellationToken stop)
    {
        await OpenProduct(stop);
        var product = await Product(changes, stop);
        var frames = await farm.Recorded(stop);
        await OpenBare(stop);
        var hub = await Bare(frames, product.Report, stop);
        Progress.Say($"{name,-9} product {product.PerSecond,6:0} a second at {product.Processor.TotalMicroseconds:0.0} us, bare {hub.PerSecond,6:0} at {hub.Processor.TotalMicroseconds:0.0} us: "
            + $"{product.Report.Deliveries} frames of {product.Report.BytesOfAFrame} bytes, {product.Report.GlassP50Ms:0}/{product.Report.GlassP99Ms:0}/{product.Report.GlassMaxMs:0} ms to the glass");
        return (product, hub);
    }

    /// <summary>
    /// Processor time for each change that a board is shown, when one meeting changes at a time and many in a second; and of the bare hub when
    /// it sends a frame for each. The frames are those of single changes, which come from the product slowly enough that none goes in company.
    /// </summary>
    public async Task<(TimeSpan Product, TimeSpan Bare)> Storm(int perSecond, int changes, CancellationToken stop)
    {
        await OpenProduct(stop);
        await farm.Record(stop);
        await floor.Change(AloneFrames, AlonePerSecond, stop);
        await farm.Shown(floor.Last, stop);
        var (frames, before) = (await farm.Recorded(stop), Usage.Of(floor.Server.Process));
        await floor.Change(changes, perSecond, stop);
        await farm.Shown(floor.Last, stop);
        var product = Usage.Of(floor.Server.Process).Processor - before.Processor;
        await OpenBare(stop);
        await bare.Tell("/load", frames, stop);
        before = Usage.Of(bare.Process);
        var (boards, between, count) = (_groups.Sum(one => (long)one.Boards), TimeSpan.FromSeconds(1.0 / perSecond), frames.Values.Min(one => one.Count));
        await Drive(changes, between, i => bare.Tell($"/broadcast?frame={i % count}", null, stop), i => farm.Delivered((i + 1) * boards, stop), stop);
        await farm.Delivered(changes * boards, stop);
        var hub = Usage.Of(bare.Process).Processor - before.Processor;
        return (product / (changes * boards), hub / (changes * boards));
    }

    /// <summary>Connects the boards to the product.</summary>
    public async Task OpenProduct(CancellationToken stop)
    {
        var hub = new Uri($"ws://{floor.Server.Address.Authority}/hubs/board");
        var memory = await Open(floor.Server.Process, new(hub, Floor.Summit, sessions), stop);
        if (MemoryOfABoard < 0) MemoryOfABoard = memory;
    }

    /// <summary>A burst through the product, its frames kept for the bare hub.</summary>
    private async Task<Round> Product(int changes, CancellationToken stop)
    {
        await farm.Reset(stop);
        await farm.Record(stop);
        var (before, began, first) = (Usage.Of(floor.Server.Process), Stopwatch.GetTimestamp(), floor.Last);
        var all = await Drive(changes - 1, Between, _ => floor.ChangeAll(stop), i => farm.Shown(first + i + 1, stop), stop);
        // The last one alone, when no other can come after it: it is what every board must end with.
        await floor.ChangeAll(stop);
        all = await farm.Shown(floor.Last, stop) && all;
        var after = Usage.Of(floor.Server.Process);
        var report = await farm.Report(floor.Taps, stop);
        return Round.Of(began, report, before, after, all);
    }

    /// <summary>Connects the boards to the bare hub.</summary>
    private async Task OpenBare(CancellationToken stop)
    {
        var memory = await Open(bare.Process, new(bare.Hub, null, _groups), stop);
        if (BareMemoryOfABoard < 0) BareMemoryOfABoard = memory;
    }

    /// <summary>The frames of a burst from the bare hub.</summary>
    private async Task<Round> Bare(Dictionary<string, List<string>> frames, FarmReport product, CancellationToken stop)
    {
        await bare.Tell("/load", frames, stop);
        await farm.Reset(stop);
        var (before, began, count) = (Usage.Of(bare.Process), Stopwatch.GetTimestamp(), frames.Values.Max(one => one.Count));
        var all = await Drive(count, BareBetween, i => bare.Tell($"/broadcast?frame={i}", null, stop), i => farm.Delivered(Sent(frames, i), stop), stop);
        all = await farm.Delivered(product.Deliveries, stop) && all;
        var after = Usage.Of(bare.Process);
        var report = await farm.Report(floor.Taps, stop);
        if (report.Bytes != product.Bytes) Progress.Say($"WRONG: the product's boards got {product.Bytes} bytes, the bare hub's {report.Bytes}");
        return Round.Of(began, report, before, after, all && report.Bytes == product.Bytes);
    }

    // How many deliveries there are when a frame and those before it have arrived; some audiences have fewer frames.
    private long Sent(Dictionary<string, List<string>> frames, int frame) =>
        _groups.Sum(one => one.Boards * (long)Math.Min(frame + 1, frames[one.Name].Count));

    private static async Task<bool> Drive(int count, TimeSpan between, Func<int, Task> change, Func<int, Task<bool>> shown, CancellationToken stop)
    {
        var (all, asked) = (true, new List<Task>(count));
        for (var i = 0; i < count && all; i++)
        {
            asked.Add(change(i));
            await Task.Delay(between, stop);
            if (i >= Ahead) all = await shown(i - Ahead);
        }

        await Task.WhenAll(asked);
        return all;
    }

    private async Task<long> Open(Servers.ChildProcess server, FarmPlan plan, CancellationToken stop)
    {
        var before = Usage.Of(server);
        await farm.Open(plan, stop);
        await Task.Delay(Settling, stop);
        return (Usage.Of(server).Memory - before.Memory) / plan.Audiences.Sum(one => one.Boards);
    }
}
