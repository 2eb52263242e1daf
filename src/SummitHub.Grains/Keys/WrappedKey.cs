namespace SummitHub.Grains.Keys;

/// <summary>A data key as it is stored: of no use without the master key that wrapped it.</summary>
/// <param name="Master">The name of that master key.</param>
/// <param name="Bytes">A nonce of 12 bytes, a tag of 16, and the key.</param>
[GenerateSerializer, Immutable, Alias("summithub.WrappedKey")]
public sealed record WrappedKey([property: Id(0)] string Master, [property: Id(1)] byte[] Bytes);
