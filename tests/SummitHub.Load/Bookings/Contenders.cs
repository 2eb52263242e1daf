using SummitHub.Load.Servers;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Bookings;

/// <summary>The servers of a run, all up at once and idle but for the one whose turn it is; <c>--stores redis,embedded,postgres</c> picks some.</summary>
internal sealed class Contenders : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _servers = [];

    /// <summary>Makes a contender for one turn, in the order of turns.</summary>
    public List<Func<IContender>> All { get; } = [];

    /// <summary>Starts the servers.</summary>
    public static async Task<Contenders> Start(Options options, CancellationToken stop)
    {
        var contenders = new Contenders();
        try
        {
            foreach (var store in (options.Word("stores") ?? "redis,embedded,postgres").Split(',')) await contenders.Add(store, options, stop);
            return contenders;
        }
        catch
        {
            await contenders.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(_servers)) await server.DisposeAsync();
    }

    private async Task Add(string store, Options options, CancellationToken stop)
    {
        switch (store)
        {
            case "redis":
                var redis = Keep(await RedisServer.Start(stop));
                await AddHub(store, await HubServer.Start(options, redis.Address, "none", stop), stop);
                break;
            case "embedded":
                await AddHub(store, await HubServer.Start(options, null, "none", stop), stop);
                break;
            case "postgres":
                var postgres = Keep(await PostgresServer.Start(stop));
                All.Add(() => new PostgresContender(postgres, notifies: true));
                All.Add(() => new PostgresContender(postgres, notifies: false));
                break;
            default:
                throw new UsageException($"There is no store '{store}': redis, embedded, postgres.");
        }
    }

    private async Task AddHub(string name, HubServer server, CancellationToken stop)
    {
        Keep(server);
        var client = Keep(await GrainClient.Connect(server.Gateway, stop));
        All.Add(() => new GrainContender(name, client));
    }

    private T Keep<T>(T server)
        where T : IAsyncDisposable
    {
        _servers.Add(server);
        return server;
    }
}
