using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Delegations;

/// <summary>The key of a delegation's grain: <c>summit/code</c>.</summary>
/// <param name="Summit">The summit.</param>
/// <param name="Delegation">The delegation.</param>
public readonly record struct DelegationKey(SummitId Summit, DelegationCode Delegation)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static DelegationKey Parse(string key)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"'{key}' is no key of a delegation; expected summit/code.")
            : new(SummitId.Parse(key[..at]), DelegationCode.Parse(key[(at + 1)..]));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Summit}/{Delegation}";
}
