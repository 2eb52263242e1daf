using System.Security.Cryptography;
using SummitHub.Grains.Keys;

namespace SummitHub.Grains.Tests.Keys;

public sealed class MasterKeyTests
{
    private static readonly byte[] Data = [.. Enumerable.Range(1, KeyFile.KeySize).Select(i => (byte)i)];
    private readonly MasterKey _master = new("1", RandomNumberGenerator.GetBytes(KeyFile.KeySize));

    [Fact]
    public void What_it_wraps_it_unwraps_and_never_wraps_the_same_way_twice()
    {
        var wrapped = _master.Wrap(Data, "unga74/KAZ");

        Assert.Equal("1", wrapped.Master);
        Assert.Equal(Data, _master.Unwrap(wrapped, "unga74/KAZ"));
        Assert.NotEqual(wrapped.Bytes, _master.Wrap(Data, "unga74/KAZ").Bytes);
        Assert.Equal(-1, wrapped.Bytes.AsSpan().IndexOf(Data.AsSpan(0, 4)));
    }

    [Fact]
    public void It_unwraps_for_nobody_else_not_under_another_key_and_not_when_a_bit_was_altered()
    {
        var wrapped = _master.Wrap(Data, "unga74/KAZ");
        Assert.Throws<KeysRefusedException>(() => _master.Unwrap(wrapped, "unga74/POL"));
        Assert.Throws<KeysRefusedException>(() => new MasterKey("1", RandomNumberGenerator.GetBytes(KeyFile.KeySize)).Unwrap(wrapped, "unga74/KAZ"));
        for (var i = 0; i < wrapped.Bytes.Length; i++)
        {
            var altered = (byte[])wrapped.Bytes.Clone();
            altered[i] ^= 1;
            Assert.Throws<KeysRefusedException>(() => _master.Unwrap(wrapped with { Bytes = altered }, "unga74/KAZ"));
        }

        Assert.Throws<KeysRefusedException>(() => _master.Unwrap(wrapped with { Bytes = [1, 2, 3] }, "unga74/KAZ"));
    }
}
