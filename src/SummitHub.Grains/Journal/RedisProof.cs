using System.Net;
using StackExchange.Redis;

namespace SummitHub.Grains.Journal;

/// <summary>Asks each primary for the settings on which durability hangs. A kill alone cannot tell <c>always</c> from <c>everysec</c>.</summary>
internal static class RedisProof
{
    private static readonly (string Setting, string Wanted)[] Settings =
    [
        ("appendonly", "yes"),
        ("appendfsync", "always"),
        ("no-appendfsync-on-rewrite", "no"),
        ("maxmemory-policy", "noeviction"),
    ];

    /// <exception cref="JournalRefusedException">A setting is another, cannot be read, or Redis cannot be reached.</exception>
    public static async Task CheckAsync(ConnectionMultiplexer redis)
    {
        var primaries = redis.GetServers().Where(server => server.IsConnected && !server.IsReplica).ToList();
        if (primaries.Count == 0)
        {
            throw new JournalRefusedException($"No Redis primary answers at {string.Join(", ", redis.GetEndPoints().Select(Name))}. Start it, or correct the connection string.");
        }

        foreach (var primary in primaries)
        {
            foreach (var (setting, wanted) in Settings)
            {
                var found = await ReadAsync(primary, setting).ConfigureAwait(false);
                if (found != wanted)
                {
                    throw new JournalRefusedException(
                        $"Redis at {Name(primary.EndPoint)} has {setting} {found ?? "(unknown)"}; the journal needs {setting} {wanted}, or what was "
                        + "acknowledged could be lost. Set it in redis.conf and restart Redis.");
                }
            }
        }
    }

    private static async Task<string?> ReadAsync(IServer server, string setting)
    {
        try
        {
            var answer = await server.ExecuteAsync("CONFIG", "GET", setting).ConfigureAwait(false);
            return answer.Length == 2 ? (string?)answer[1] : null;
        }
        catch (RedisServerException refused)
        {
            throw new JournalRefusedException(
                $"Redis at {Name(server.EndPoint)} does not let its settings be read (CONFIG GET {setting}: {refused.Message}), so its promise "
                + "cannot be proved. Allow CONFIG GET to this user.", refused);
        }
    }

    private static string Name(EndPoint at) => at.ToString() ?? "?";
}
