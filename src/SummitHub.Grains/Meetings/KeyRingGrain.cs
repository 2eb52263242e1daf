using System.Security.Cryptography;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Keys;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Meetings;

/// <inheritdoc cref="IKeyRingGrain"/>
[GrainType("summithub.key-ring")]
internal sealed class KeyRingGrain : Grain, IKeyRingGrain
{
    private readonly SummitId _summit;
    private readonly KeyFile _file;
    private readonly DurableState<KeyRing> _ring;

    public KeyRingGrain([PersistentState("keys", GrainStores.Durable)] IPersistentState<KeyRing> ring, KeyFile file)
    {
        _summit = SummitId.Parse(this.GetPrimaryKeyString());
        (_file, _ring) = (file, new(ring, this));
    }

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var outdated = _ring.Now.Keys.Where(k => _file.IsOutdated(k.Value)).ToList();
        if (outdated.Count == 0) return;
        await _ring.ChangeAsync(ring => ring with { Keys = ring.Keys.SetItems(outdated.Select(k => KeyValuePair.Create(k.Key, WrapAnew(k.Key, k.Value)))) });
    }

    /// <inheritdoc/>
    public async Task<WrappedKey[]> Of(DelegationCode[] sides)
    {
        if (!Array.TrueForAll(sides, _ring.Now.Keys.ContainsKey))
            await _ring.ChangeAsync(ring => ring with { Keys = sides.Aggregate(ring.Keys, (keys, side) => keys.ContainsKey(side) ? keys : keys.Add(side, Fresh(side))) });
        return Array.ConvertAll(sides, side => _ring.Now.Keys[side]);
    }

    private WrappedKey WrapAnew(DelegationCode side, WrappedKey key)
    {
        var data = _file.Master(key.Master).Unwrap(key, DataKeys.Owner(_summit, side));
        try
        {
            return _file.Current.Wrap(data, DataKeys.Owner(_summit, side));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(data);
        }
    }

    private WrappedKey Fresh(DelegationCode side) => _file.Current.Wrap(RandomNumberGenerator.GetBytes(KeyFile.KeySize), DataKeys.Owner(_summit, side));
}
