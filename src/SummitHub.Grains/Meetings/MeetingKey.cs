using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Meetings;

/// <summary>The key of a meeting's grain: <c>summit/meeting</c>.</summary>
/// <param name="Summit">The summit.</param>
/// <param name="Meeting">The meeting.</param>
public readonly record struct MeetingKey(SummitId Summit, MeetingId Meeting)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static MeetingKey Parse(string key)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"'{key}' is no key of a meeting; expected summit/meeting.")
            : new(SummitId.Parse(key[..at]), MeetingId.Parse(key[(at + 1)..]));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Summit}/{Meeting}";
}
