using System.Collections.Immutable;
using System.Security.Cryptography;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Meetings;

/// <summary>Unwraps the data keys of delegations, where records are sealed and opened.</summary>
internal sealed class DataKeys(KeyFile file, IGrainFactory grains)
{
    /// <summary>Whose a data key is, as it is wrapped for him.</summary>
    public static string Owner(SummitId summit, DelegationCode side) => $"{summit}/{side}";

    /// <summary>The envelopes of the sides of one meeting.</summary>
    /// <exception cref="KeysRefusedException">A key does not unwrap: the message says which master key is missing.</exception>
    public async Task<ImmutableDictionary<DelegationCode, Envelope>> EnvelopesAsync(MeetingKey meeting, DelegationCode[] sides)
    {
        var wrapped = await grains.GetGrain<IKeyRingGrain>(meeting.Summit.Value).Of(sides);
        return sides.Zip(wrapped).ToImmutableDictionary(s => s.First, s => Open(meeting, s.First, s.Second));
    }

    private Envelope Open(MeetingKey meeting, DelegationCode side, WrappedKey wrapped)
    {
        var key = file.Master(wrapped.Master).Unwrap(wrapped, Owner(meeting.Summit, side));
        try
        {
            return new(key, meeting.Summit, meeting.Meeting, side);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
