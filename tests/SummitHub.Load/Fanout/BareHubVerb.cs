using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>A bare SignalR broadcast as a process of its own: what the product's boards are measured against.</summary>
internal static class BareHubVerb
{
    // As the product's, so that a send waits for a board no sooner.
    private const int BufferOfABoard = 512 * 1024;

    /// <summary><c>bare-hub --url ADDRESS</c></summary>
    public static Verb Verb { get; } = new("bare-hub", null, Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        await using var app = Part.Build(options, builder => builder.Services.AddSignalR());
        app.MapHub<BareHub>("/hub", hub => hub.TransportMaxBufferSize = BufferOfABoard);
        KeyValuePair<string, RawJson[]>[] loaded = [];
        app.MapPost("/load", (Dictionary<string, List<string>> changes) =>
        {
            loaded = [.. changes.Select(group => KeyValuePair.Create(group.Key, group.Value.Select(one => new RawJson(Encoding.UTF8.GetBytes(one))).ToArray()))];
        });
        app.MapPost("/broadcast", (int frame, IHubContext<BareHub> hub) => Broadcast(loaded, frame, hub));
        await Part.Serve(app, stop);
        return new(true, new JsonObject());
    }

    // To all groups at once, as the product's senders do it, and like them without waiting for a board.
    private static void Broadcast(KeyValuePair<string, RawJson[]>[] changes, int frame, IHubContext<BareHub> hub)
    {
        foreach (var (group, frames) in changes)
            if (frame < frames.Length) _ = hub.Clients.Group(group).SendAsync("Changed", frames[frame]);
    }
}
