using System.Text.Json.Nodes;
using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>From a tap to every board, and what the way costs beside a bare SignalR broadcast of the same bytes.</summary>
internal static class FanoutVerb
{
    private const int CalmPerSecond = 5, StormPerSecond = 50, StormSeconds = 3, Changes = 40, MostWarmUps = 6;
    private const double LeastRatio = 0.85, MostGlassMs = 250, Better = 1.05;

    /// <summary><c>fanout</c></summary>
    public static Verb Verb { get; } = new("fanout", "N boards in a second process, and a bare SignalR broadcast of the same payloads to the same groups", Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        var boards = options.Number("boards", 2500);
        await using var floor = await Floor.Open(await HubServer.Start(options, null, Floor.Summit, stop), stop);
        await using var farm = await Farm.Start(stop);
        await using var bare = await Part.Start("bare-hub", AsTheProduct, stop);
        var mix = await floor.Sessions(Audience.Mix(boards, floor.Delegations), stop);
        var contest = new Contest(floor, bare, farm, mix);
        Progress.Say($"{boards} boards of {mix.Count} audiences");

        await contest.OpenProduct(stop);
        await floor.Change(2 * CalmPerSecond, CalmPerSecond, stop);
        var warm = await WarmUp(contest, options, stop);
        await contest.OpenProduct(stop);
        await farm.Reset(stop);
        await floor.Change(CalmPerSecond * options.Number("seconds", 20), CalmPerSecond, stop);
        var shown = await farm.Shown(floor.Last, stop);
        var calm = await farm.Report(floor.Taps, stop);
        Progress.Say($"Calm: {calm.GlassP50Ms:0} ms p50, {calm.GlassP99Ms:0} ms p99, {calm.GlassMaxMs:0} ms at most to the glass");

        var pairs = new List<(Round Product, Round Bare)>();
        for (var i = 1; i <= options.Number("rounds", 3); i++) pairs.Add(await contest.Pair($"round {i}", options.Number("count", Changes), stop));
        var storm = await contest.Storm(StormPerSecond, StormPerSecond * StormSeconds, stop);
        return End(boards, shown, calm, storm, contest, [.. warm, .. pairs], warm.Count);
    }

    /// <summary>Pairs until one is hardly better than the best before it: compilers and pools have settled, whoever's they are.</summary>
    private static async Task<List<(Round Product, Round Bare)>> WarmUp(Contest contest, Options options, CancellationToken stop)
    {
        var pairs = new List<(Round Product, Round Bare)>();
        double best = 0, bareBest = 0;
        for (var i = 1; i <= MostWarmUps; i++)
        {
            var (product, bare) = await contest.Pair($"warm-up {i}", options.Number("count", Changes), stop);
            pairs.Add((product, bare));
            if (i > 2 && product.PerSecond < best * Better && bare.PerSecond < bareBest * Better) break;
            (best, bareBest) = (Math.Max(best, product.PerSecond), Math.Max(bareBest, bare.PerSecond));
        }

        return pairs;
    }

    private static Outcome End(int boards, bool shown, FarmReport calm, (TimeSpan Product, TimeSpan Bare) storm, Contest contest, (Round Product, Round Bare)[] pairs, int warm)
    {
        double Median(Func<(Round Product, Round Bare), double> figure) => Latencies.Median(pairs.Skip(warm).Select(figure));
        FarmReport[] seen = [calm, .. pairs.Select(one => one.Product.Report)];
        double perSecond = Median(one => one.Product.PerSecond), barePerSecond = Median(one => one.Bare.PerSecond), ratio = perSecond / barePerSecond;
        long gaps = seen.Sum(one => one.Gaps), duplicates = seen.Sum(one => one.Duplicates), ended = seen.Sum(one => one.Ended);
        var complete = shown && pairs.All(one => one.Product.Complete && one.Bare.Complete);
        return new(complete && gaps == 0 && duplicates == 0 && ended == 0 && ratio >= LeastRatio && calm.GlassP99Ms < MostGlassMs, new JsonObject
        {
            ["boards"] = boards,
            ["deliveriesPerSecond"] = Math.Round(perSecond),
            ["barePerSecond"] = Math.Round(barePerSecond),
            ["ratio"] = Math.Round(ratio, 3),
            ["changeToGlassP50Ms"] = calm.GlassP50Ms,
            ["changeToGlassP99Ms"] = calm.GlassP99Ms,
            ["bytesOfAFrame"] = pairs[^1].Product.Report.BytesOfAFrame,
            ["processorUs"] = Math.Round(Median(one => one.Product.Processor.TotalMicroseconds), 1),
            ["bareProcessorUs"] = Math.Round(Median(one => one.Bare.Processor.TotalMicroseconds), 1),
            ["stormProcessorUs"] = Math.Round(storm.Product.TotalMicroseconds, 1),
            ["bareStormProcessorUs"] = Math.Round(storm.Bare.TotalMicroseconds, 1),
            ["memoryOfABoard"] = contest.MemoryOfABoard,
            ["bareMemoryOfABoard"] = contest.BareMemoryOfABoard,
            ["complete"] = complete,
            ["gaps"] = gaps,
            ["duplicates"] = duplicates,
            ["ended"] = ended,
        });
    }

    // The collector that the product's server runs with; this console has another.
    private static Dictionary<string, string> AsTheProduct => new(StringComparer.Ordinal) { ["DOTNET_gcServer"] = "1", ["DOTNET_GCDynamicAdaptationMode"] = "0" };
}
