using System.Security.Cryptography;
using System.Text;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class JournalChainTests : IDisposable
{
    private static readonly byte[] Key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();

    private readonly JournalChain chain = new(Key);

    public void Dispose() => chain.Dispose();

    [Fact]
    public void The_hash_of_an_entry_keeps_its_bytes_for_ever()
    {
        // HMAC-SHA256(00..1f, 32 zeros || 0000000000000001 || "a meeting"), computed with another program.
        var first = chain.Seal(JournalHash.None, 1, "a meeting"u8.ToArray());
        var second = chain.Seal(first.Hash, 2, "moved"u8.ToArray());

        Assert.Equal("ccdb4c1ac53d5ccb0103c1791e3d81af182901a50e2c0430e5607839f5754956", first.Hash.ToString());
        Assert.Equal("c7b21fa67a923b93955e7fda069d259e7686b7784e4500a2e8a3784b49485840", second.Hash.ToString());
    }

    [Fact]
    public void A_chain_as_it_was_sealed_verifies()
    {
        var entries = Seal("one", "two", "", "four");

        Assert.Equal(-1, FirstBroken(chain, entries));
    }

    [Fact]
    public void A_changed_payload_is_found()
    {
        var entries = Seal("one", "two", "three");
        entries[1] = entries[1] with { Payload = "twx"u8.ToArray() };

        Assert.Equal(1, FirstBroken(chain, entries));
    }

    [Fact]
    public void A_dropped_entry_is_found_even_when_the_positions_are_closed_up()
    {
        var entries = Seal("one", "two", "three");

        Assert.Equal(1, FirstBroken(chain, [entries[0], entries[2]]));
        Assert.Equal(1, FirstBroken(chain, [entries[0], entries[2] with { Position = 2 }]));
    }

    [Fact]
    public void Swapped_entries_are_found()
    {
        var entries = Seal("one", "two", "three");

        Assert.Equal(1, FirstBroken(chain, [entries[0], entries[2], entries[1]]));
        Assert.Equal(1, FirstBroken(chain, [entries[0], entries[2] with { Position = 2 }, entries[1] with { Position = 3 }]));
    }

    [Fact]
    public void Who_does_not_have_the_key_cannot_seal()
    {
        using var other = new JournalChain(RandomNumberGenerator.GetBytes(32));

        Assert.Equal(0, FirstBroken(other, Seal("one")));
    }

    [Fact]
    public async Task Many_threads_seal_alike()
    {
        var expected = chain.Seal(JournalHash.None, 1, "one"u8.ToArray()).Hash;

        var hashes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 500).Select(_ => chain.Seal(JournalHash.None, 1, "one"u8.ToArray()).Hash).Distinct().ToList())));

        Assert.All(hashes, each => Assert.Equal([expected], each));
    }

    [Fact]
    public void A_key_of_another_size_is_refused() => Assert.Throws<ArgumentException>(() => new JournalChain(new byte[16]));

    [Fact]
    public void A_hash_is_written_and_read_alike()
    {
        var hash = chain.Seal(JournalHash.None, 1, "one"u8.ToArray()).Hash;
        var bytes = new byte[JournalHash.Size];
        hash.Write(bytes);

        Assert.Equal(hash, JournalHash.Read(bytes));
        Assert.Equal(hash, JournalHash.Parse(hash.ToString()));
        Assert.Equal(new string('0', 64), JournalHash.None.ToString());
        Assert.Throws<FormatException>(() => JournalHash.Read(bytes.AsSpan(1)));
        Assert.Throws<FormatException>(() => JournalHash.Parse("00"));
    }

    private static int FirstBroken(JournalChain chain, JournalEntry[] entries)
    {
        var previous = JournalHash.None;
        for (var i = 0; i < entries.Length; i++)
        {
            if (!chain.Verify(previous, entries[i]))
            {
                return i;
            }

            previous = entries[i].Hash;
        }

        return -1;
    }

    private JournalEntry[] Seal(params string[] payloads)
    {
        var last = JournalHash.None;
        return payloads.Select((text, i) =>
        {
            var entry = chain.Seal(last, i + 1, Encoding.UTF8.GetBytes(text));
            last = entry.Hash;
            return entry;
        }).ToArray();
    }
}
