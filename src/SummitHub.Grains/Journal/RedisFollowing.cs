using StackExchange.Redis;

namespace SummitHub.Grains.Journal;

/// <summary>One follower of a log's channel; a handler of its own, so that leaving takes nobody else along.</summary>
internal sealed class RedisFollowing : IDisposable
{
    private readonly RedisConnection connection;
    private readonly RedisChannel channel;
    private readonly Action<long> nudge;
    private volatile bool ended;

    public RedisFollowing(RedisConnection connection, RedisKey log, Action<long> nudge)
    {
        this.connection = connection;
        this.nudge = nudge;
        channel = RedisChannel.Literal(log.ToString());
        _ = SubscribeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended = true;
        _ = UnsubscribeAsync();
    }

    private async Task SubscribeAsync()
    {
        try
        {
            var redis = await connection.OpenAsync().ConfigureAwait(false);
            await redis.GetSubscriber().SubscribeAsync(channel, Hear).ConfigureAwait(false);
            if (ended)
            {
                await UnsubscribeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException or ObjectDisposedException)
        {
            // Best effort: the client subscribes again when it reconnects, and readers poll.
        }
    }

    private async Task UnsubscribeAsync()
    {
        try
        {
            var redis = await connection.OpenAsync().ConfigureAwait(false);
            await redis.GetSubscriber().UnsubscribeAsync(channel, Hear, CommandFlags.FireAndForget).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException or ObjectDisposedException)
        {
            // Without a connection there is nothing to leave.
        }
    }

    private void Hear(RedisChannel from, RedisValue message)
    {
        if (!ended && message.TryParse(out long length))
        {
            nudge(length);
        }
    }
}
