namespace SummitHub.Grains.Journal;

/// <summary>
/// What Redis does in one step. Keys: the list of entries, each its hash and payload, and the epoch as text. The list's name is
/// also the channel of its lengths, so that every name used is a declared key.
/// </summary>
internal static class RedisScripts
{
    private const string Look =
        """
        local epoch = redis.call('GET', KEYS[2])
        local length = redis.call('LLEN', KEYS[1])
        local last = ''
        if length > 0 then last = string.sub(redis.call('LINDEX', KEYS[1], -1), 1, 32) end

        """;

    /// <summary>Answers epoch, length and last hash; the epoch is nil where there is none.</summary>
    public const string Head = Look + "return {epoch, length, last}";

    /// <summary>Sets the epoch (argument 1) where there is no trace of the log, and answers as <see cref="Head"/>.</summary>
    public const string Create = Look +
        """
        if not epoch and length == 0 then
          redis.call('SET', KEYS[2], ARGV[1])
          epoch = ARGV[1]
        end
        return {epoch, length, last}
        """;

    /// <summary>
    /// Appends arguments 4 and on behind the fence of arguments 1 to 3 and answers the length; a log that is elsewhere is
    /// answered as <see cref="Head"/>.
    /// </summary>
    public const string Append = Look +
        """
        if epoch ~= ARGV[1] or length ~= tonumber(ARGV[2]) or last ~= ARGV[3] then return {epoch, length, last} end
        if #ARGV > 3 then
          length = redis.call('RPUSH', KEYS[1], unpack(ARGV, 4))
          redis.call('PUBLISH', KEYS[1], length)
        end
        return length
        """;
}
