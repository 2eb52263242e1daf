using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Tests.Access;

public sealed class SecretTests
{
    private static readonly SummitId Summit = SummitId.Parse("cop.31");
    private static readonly byte[] Random = [.. Enumerable.Range(0, Secret.Size).Select(i => (byte)(i * 7))];

    [Theory]
    [InlineData(SecretKind.Join)]
    [InlineData(SecretKind.Session)]
    [InlineData(SecretKind.Token)]
    [InlineData(SecretKind.Display)]
    [InlineData(SecretKind.Calendar)]
    public void A_secret_is_read_as_it_was_written(SecretKind kind)
    {
        var text = Secret.Write(kind, Summit, Random);

        Assert.True(Secret.TryRead(text, out var read));
        Assert.Equal(new(kind, Summit, SecretHash.Of(text)), read);
        // A fragment of an address, a cookie and a header take these letters as they are.
        Assert.Matches("^[a-z]+[.]cop[.]31[.][A-Za-z0-9_-]{43}$", text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("join")]
    [InlineData("join.cop.31")]
    [InlineData("join..AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Join.cop.31.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("other.cop.31.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("join.cop.31.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("join.cop.31.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA +")]
    [InlineData("join.Cop/31.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_cannot_be_a_secret_is_none(string? text) => Assert.False(Secret.TryRead(text, out _));

    [Fact]
    public void A_secret_of_one_kind_or_summit_is_not_found_as_another()
    {
        var session = Secret.Write(SecretKind.Session, Summit, Random);

        Assert.NotEqual(SecretHash.Of(session), SecretHash.Of(Secret.Write(SecretKind.Token, Summit, Random)));
        Assert.NotEqual(SecretHash.Of(session), SecretHash.Of(Secret.Write(SecretKind.Session, SummitId.Parse("cop.32"), Random)));
        Assert.Throws<ArgumentException>(() => Secret.Write(SecretKind.Session, Summit, Random.AsSpan(1)));
    }

    [Fact]
    public void A_hash_does_not_show_itself() => Assert.Equal("(hash)", SecretHash.Of("x").ToString());
}
