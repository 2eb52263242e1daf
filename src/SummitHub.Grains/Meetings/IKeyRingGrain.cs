using SummitHub.Contracts.Summits;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Meetings;

/// <summary>
/// Keeps the data keys of one summit; keyed by the summit. What it tells is wrapped, so that no key crosses a line in the clear: each
/// silo unwraps by its own key file. Where the file has a newer master key than the one that wraps a key, it wraps anew.
/// </summary>
[Alias("summithub.IKeyRingGrain")]
internal interface IKeyRingGrain : IGrainWithStringKey
{
    /// <summary>The keys of some delegations, made where there were none. Durable when it answers.</summary>
    /// <exception cref="KeysRefusedException">One is wrapped by a master key that the file no longer holds.</exception>
    [Alias("Of")]
    Task<WrappedKey[]> Of(DelegationCode[] sides);
}
