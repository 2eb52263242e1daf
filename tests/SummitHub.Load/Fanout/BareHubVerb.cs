using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>A bare SignalR broadcast as a process of its own: what the product's boards are measured against.</summary>
internal static class BareHubVerb
{
    /// <summary><c>bare-hub --url ADDRESS</c></summary>
    public static Verb Verb { get; } = new("bare-hub", null, Run);

    private static async Task<Outcome> Run(Options options, CancellationToken stop)
    {
        await using var app = Part.Build(options, builder => builder.Services.AddSignalR(hub => hub.ClientTimeoutInterval = TimeSpan.FromMinutes(10)));
        app.MapHub<BareHub>("/hub");
        app.MapPost("/broadcast", Broadcast);
        await Part.Serve(app, stop);
        return new(true, new JsonObject());
    }

    // Each group's changes in their order, all groups at once: as the product's senders do it. A send is awaited,
    // which keeps a group no further ahead of its slowest board than that board's buffer.
    private static Task Broadcast(Dictionary<string, List<string>> changes, IHubContext<BareHub> hub) =>
        Task.WhenAll(changes.Select(async group =>
        {
            foreach (var change in group.Value)
            {
                using var argument = JsonDocument.Parse(change);
                await hub.Clients.Group(group.Key).SendAsync("Changed", argument.RootElement);
            }
        }));
}
