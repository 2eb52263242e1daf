using StackExchange.Redis;

namespace SummitHub.Grains.Journal;

/// <summary>One connection to Redis, made when it is first used and kept; scripts are sent by their hash.</summary>
internal sealed class RedisConnection(ConfigurationOptions options) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<ConnectionMultiplexer>? connecting;

    /// <summary>The connection; it is there even while Redis is not, and then fails what is sent.</summary>
    public Task<ConnectionMultiplexer> OpenAsync()
    {
        lock (gate)
        {
            if (connecting is null or { IsFaulted: true } or { IsCanceled: true })
            {
                connecting = ConnectionMultiplexer.ConnectAsync(options);
            }

            return connecting;
        }
    }

    public async ValueTask<IDatabase> DatabaseAsync() => (await OpenAsync().ConfigureAwait(false)).GetDatabase();

    /// <summary>Runs a script on the primary. A Redis that does not know it has not run it, so then, and only then, it is sent again.</summary>
    public async Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] arguments)
    {
        var database = await DatabaseAsync().ConfigureAwait(false);
        try
        {
            return await database.ScriptEvaluateAsync(script.Sha1, keys, arguments, CommandFlags.DemandMaster).ConfigureAwait(false);
        }
        catch (RedisServerException unknown) when (unknown.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(script.Text, keys, arguments, CommandFlags.DemandMaster).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? opened;
        lock (gate)
        {
            opened = connecting;
        }

        if (opened is { IsCompletedSuccessfully: true })
        {
            await (await opened.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }
}
