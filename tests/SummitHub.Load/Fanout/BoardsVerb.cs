using System.Text.Json.Nodes;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>The farm as a process of its own, told what to do through HTTP.</summary>
internal static class BoardsVerb
{
    /// <summary><c>boards --url ADDRESS</c></summary>
    public static Verb Verb { get; } = new("boards", null, Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        await using var app = Part.Build(options, _ => { });
        BoardFarm? farm = null;
        app.MapPost("/open", async (FarmPlan plan, CancellationToken cancel) =>
        {
            if (farm is not null) await farm.DisposeAsync();
            farm = new();
            await farm.Open(plan, cancel);
        });
        app.MapPost("/reset", () => farm!.Reset());
        app.MapPost("/record", () => farm!.Recording.Begin());
        app.MapPost("/recorded", () => farm!.Recording.End());
        app.MapGet("/shown", () => farm!.ShownByAll());
        app.MapGet("/deliveries", () => farm!.Deliveries());
        app.MapPost("/report", (Dictionary<int, long> taps) => farm!.Report(taps));
        await Part.Serve(app, stop);
        if (farm is not null) await farm.DisposeAsync();
        return new(true, new JsonObject());
    }
}
