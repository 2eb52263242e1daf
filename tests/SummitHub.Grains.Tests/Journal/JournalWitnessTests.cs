using System.Text;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Journal;

public sealed class JournalWitnessTests : IDisposable
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");

    private readonly string folder = Directory.CreateTempSubdirectory("summithub-witness-").FullName;
    private readonly JournalChain chain = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    private string Path => System.IO.Path.Combine(folder, "unga74.witness");

    private static CancellationToken Deadline => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        chain.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_last_head_recorded_is_read_back_by_the_next_process()
    {
        var epoch = Guid.NewGuid();
        using (var witness = new JournalWitness(Path))
        {
            Assert.Null(witness.Read());
            for (var length = 1; length <= 5; length++)
            {
                witness.Record(Head(epoch, length));
            }
        }

        using var next = new JournalWitness(Path);
        Assert.Equal(Head(epoch, 5), next.Read());
        next.Record(Head(epoch, 6));
        using var third = new JournalWitness(Path);
        Assert.Equal(Head(epoch, 6), third.Read());
    }

    [Fact]
    public void A_shorter_head_of_the_same_log_told_late_changes_nothing()
    {
        var epoch = Guid.NewGuid();
        using var witness = new JournalWitness(Path);
        witness.Record(Head(epoch, 5));

        witness.Record(Head(epoch, 4));

        Assert.Equal(Head(epoch, 5), witness.Read());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(71)]
    public void A_record_cut_short_leaves_the_one_before(int torn)
    {
        var epoch = Guid.NewGuid();
        using (var witness = new JournalWitness(Path))
        {
            witness.Record(Head(epoch, 1));
            witness.Record(Head(epoch, 2));
            witness.Record(Head(epoch, 3));
        }

        Damage(4096 + torn); // The third record stands in the second slot.

        using var next = new JournalWitness(Path);
        Assert.Equal(Head(epoch, 2), next.Read());
        next.Record(Head(epoch, 3));
        using var third = new JournalWitness(Path);
        Assert.Equal(Head(epoch, 3), third.Read());
    }

    [Fact]
    public void A_witness_of_which_nothing_can_be_read_refuses()
    {
        using (var witness = new JournalWitness(Path))
        {
            witness.Record(Head(Guid.NewGuid(), 1));
            witness.Record(Head(Guid.NewGuid(), 2));
        }

        Damage(30);
        Damage(4096 + 30);
        Assert.Throws<JournalRefusedException>(() => new JournalWitness(Path));

        File.WriteAllText(Path, "something else");
        Assert.Throws<JournalRefusedException>(() => new JournalWitness(Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(8192)]
    public void A_witness_whose_making_was_cut_short_is_made_again(int zeros)
    {
        File.WriteAllBytes(Path, new byte[zeros]);

        using var witness = new JournalWitness(Path);

        Assert.Null(witness.Read());
        witness.Record(Head(Guid.Empty, 1));
        Assert.Equal(8192, new FileInfo(Path).Length);
    }

    [Fact]
    public async Task A_store_that_holds_what_was_acknowledged_or_more_is_believed()
    {
        JournalHead head;
        await using (var store = Open("a"))
        {
            head = await AppendAsync(store, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline), "one", "two");
        }

        await using (var behind = new SqliteJournalStore(Database("a")))
        {
            head = await AppendAsync(behind, head, "three"); // In the log, but the answer was never recorded.
        }

        await using var again = Open("a");
        Assert.Equal(head, await again.HeadAsync(Summit, Deadline));
        Assert.Equal(head, await again.CreateAsync(Summit, Guid.NewGuid(), Deadline));
    }

    [Fact]
    public async Task A_store_restored_from_an_older_copy_is_refused_with_both_lengths_until_the_loss_is_accepted()
    {
        var head = await AcknowledgeFiveOfWhichTheCopyHasThreeAsync();
        await using var restored = Open("copy");

        var refused = await Assert.ThrowsAsync<JournalRefusedException>(() => restored.HeadAsync(Summit, Deadline));
        Assert.Contains("holds 3 entries, but 5 entries", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"delete {Path}", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalRefusedException>(() => restored.CreateAsync(Summit, Guid.NewGuid(), Deadline));

        File.Delete(Path);
        var accepted = await restored.HeadAsync(Summit, Deadline);
        Assert.Equal((head.Epoch, 3L), (accepted!.Value.Epoch, accepted.Value.Length));
        await AppendAsync(restored, accepted.Value, "other four");
        Assert.Equal(4, (await restored.HeadAsync(Summit, Deadline))!.Value.Length);
    }

    [Fact]
    public async Task A_store_with_less_of_any_summit_than_it_acknowledged_does_not_prove_its_promise()
    {
        await AcknowledgeFiveOfWhichTheCopyHasThreeAsync();
        await using (var whole = Open("original"))
        {
            Assert.NotEmpty(await whole.ProveAsync(Deadline));
        }

        await using var restored = Open("copy");
        var refused = await Assert.ThrowsAsync<JournalRefusedException>(() => restored.ProveAsync(Deadline).AsTask());
        Assert.Contains("holds 3 entries, but 5 entries", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_copy_written_on_past_what_was_acknowledged_is_refused_by_its_hash()
    {
        await AcknowledgeFiveOfWhichTheCopyHasThreeAsync();
        await using (var unwitnessed = new SqliteJournalStore(Database("copy")))
        {
            var head = (await unwitnessed.HeadAsync(Summit, Deadline))!.Value;
            head = await AppendAsync(unwitnessed, head, "other four", "other five");
            await using var same = Open("copy");
            await Assert.ThrowsAsync<JournalRefusedException>(() => same.HeadAsync(Summit, Deadline));
            await AppendAsync(unwitnessed, head, "other six", "other seven");
        }

        await using var longer = Open("copy");
        var refused = await Assert.ThrowsAsync<JournalRefusedException>(() => longer.HeadAsync(Summit, Deadline));
        Assert.Contains("another entry at 5", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emptied_store_and_another_epoch_are_refused()
    {
        await AcknowledgeFiveOfWhichTheCopyHasThreeAsync();
        await using var empty = Open("new");
        await Assert.ThrowsAsync<JournalRefusedException>(() => empty.HeadAsync(Summit, Deadline));
        await Assert.ThrowsAsync<JournalRefusedException>(() => empty.CreateAsync(Summit, Guid.NewGuid(), Deadline));

        await using (var unwitnessed = new SqliteJournalStore(Database("new")))
        {
            await AppendAsync(unwitnessed, await unwitnessed.CreateAsync(Summit, Guid.NewGuid(), Deadline), "1", "2", "3", "4", "5", "6");
        }

        var refused = await Assert.ThrowsAsync<JournalRefusedException>(() => empty.HeadAsync(Summit, Deadline));
        Assert.Contains("another log", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_is_witnessed_as_an_append_is()
    {
        JournalHead head;
        await using (var unwitnessed = new SqliteJournalStore(Database("a")))
        {
            head = await AppendAsync(unwitnessed, await unwitnessed.CreateAsync(Summit, Guid.NewGuid(), Deadline), "one");
        }

        await using (var store = Open("a"))
        {
            await store.AppendAsync(Summit, head, [], Deadline);
        }

        using var witness = new JournalWitness(Path);
        Assert.Equal(head, witness.Read());
    }

    [Fact]
    public async Task Dropping_a_log_forgets_its_witness()
    {
        await using var store = Open("a");
        await AppendAsync(store, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline), "one", "two");

        await store.DropAsync(Summit, Deadline);

        Assert.False(File.Exists(Path));
        Assert.Null(await store.HeadAsync(Summit, Deadline));
        var again = await AppendAsync(store, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline), "one");
        Assert.Equal(again, await store.HeadAsync(Summit, Deadline));
    }

    private static JournalHead Head(Guid epoch, long length) =>
        new(epoch, length, JournalHash.Parse(length.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)));

    private string Database(string name) => System.IO.Path.Combine(folder, name, "journal.db");

    private WitnessedJournalStore Open(string name) => new WitnessedJournalStore(new SqliteJournalStore(Database(name)), folder);

    private async Task<JournalHead> AcknowledgeFiveOfWhichTheCopyHasThreeAsync()
    {
        JournalHead head;
        await using (var store = Open("original"))
        {
            head = await AppendAsync(store, await store.CreateAsync(Summit, Guid.NewGuid(), Deadline), "one", "two", "three");
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Database("copy"))!);
        File.Copy(Database("original"), Database("copy"));
        await using var reopened = Open("original");
        return await AppendAsync(reopened, head, "four", "five");
    }

    private async Task<JournalHead> AppendAsync(IJournalStore store, JournalHead head, params string[] payloads)
    {
        foreach (var payload in payloads)
        {
            head = await store.AppendAsync(Summit, head, [chain.Seal(head.Last, head.Length + 1, Encoding.UTF8.GetBytes(payload))], Deadline);
        }

        return head;
    }

    private void Damage(long at)
    {
        using var file = new FileStream(Path, FileMode.Open);
        file.Position = at;
        var there = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(there ^ 0x55));
    }
}
