using System.Security.Cryptography;
using System.Text;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Meetings;

namespace SummitHub.Grains.Tests.Meetings;

public class EnvelopeTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Trade will double; Сауда екі есе өседі.");

    [Fact]
    public void What_is_sealed_opens_for_its_own_side()
    {
        using var envelope = For("unga74", "b-kaz-pol", "KAZ");
        Assert.Equal(Content, envelope.Open(envelope.Seal(Content)));
    }

    [Fact]
    public void The_bytes_hold_none_of_the_text_and_are_never_the_same_twice()
    {
        using var envelope = For("unga74", "b-kaz-pol", "KAZ");
        var bytes = envelope.Seal(Content);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("rade"u8));
        Assert.NotEqual(bytes, envelope.Seal(Content));
    }

    [Theory]
    [InlineData("unga74", "b-kaz-pol", "POL")]
    [InlineData("unga74", "b-kaz-geo", "KAZ")]
    [InlineData("unga75", "b-kaz-pol", "KAZ")]
    public void It_opens_for_no_other_side_meeting_or_summit(string summit, string meeting, string side)
    {
        using var envelope = For("unga74", "b-kaz-pol", "KAZ");
        using var other = For(summit, meeting, side);
        var bytes = envelope.Seal(Content);
        Assert.ThrowsAny<CryptographicException>(() => other.Open(bytes));
    }

    [Fact]
    public void It_opens_under_no_other_master_key_and_not_when_a_bit_was_altered()
    {
        using var envelope = For("unga74", "b-kaz-pol", "KAZ");
        using var other = new Envelope(new byte[32], SummitId.Parse("unga74"), MeetingId.Parse("b-kaz-pol"), DelegationCode.Parse("KAZ"));
        var bytes = envelope.Seal(Content);
        Assert.ThrowsAny<CryptographicException>(() => other.Open(bytes));
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => envelope.Open(altered));
        }

        Assert.ThrowsAny<CryptographicException>(() => envelope.Open(bytes.AsSpan(0, 20)));
    }

    private static Envelope For(string summit, string meeting, string side) =>
        new(Key, SummitId.Parse(summit), MeetingId.Parse(meeting), DelegationCode.Parse(side));
}
