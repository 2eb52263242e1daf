using SummitHub.Contracts.Programme;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Tests.Programme;

/// <summary>Entries that are read here and there in a log, and one that somebody changed.</summary>
public sealed class LogReaderTests : IAsyncDisposable
{
    private readonly ReplicaStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData(1L)]
    [InlineData(2L, 3L)]
    [InlineData(1L, 17L, 80L, 81L, 150L)]
    public async Task Entries_are_read_where_they_are_asked_for(params long[] positions)
    {
        var written = await WriteAsync(150);
        var read = await stage.Reader.AtAsync(stage.Summit, positions, TestContext.Current.CancellationToken);
        Assert.Equal(positions.Select(p => (p, written[(int)p - 1].Operation)), read.Select(e => (e.Position, e.Operation)));
    }

    [Fact]
    public async Task What_is_beyond_the_end_is_left_out()
    {
        await WriteAsync(3);
        Assert.Equal([3], (await stage.Reader.AtAsync(stage.Summit, [3, 4, 200], TestContext.Current.CancellationToken)).Select(e => e.Position));
        Assert.Empty(await stage.Reader.AtAsync(stage.Summit, [300], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_not_answered_though_those_before_it_are()
    {
        var written = await WriteAsync(3);
        await stage.AppendAsync(stage.Next(stage.Codec.Encode(written[2] with { Position = 4 })) with { Payload = stage.Codec.Encode(written[1] with { Position = 4 }) });
        Assert.Single(await stage.Reader.AtAsync(stage.Summit, [3], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<JournalRefusedException>(() => stage.Reader.AtAsync(stage.Summit, [4], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<JournalRefusedException>(() => stage.Reader.AtAsync(stage.Summit, [1, 4], TestContext.Current.CancellationToken));
    }

    private async Task<List<LogEntry>> WriteAsync(int count)
    {
        await stage.FoundAsync();
        var written = await stage.Reader.AtAsync(stage.Summit, [1], TestContext.Current.CancellationToken);
        while (written.Count < count) written.Add(await stage.DoAsync(SmallSummit.Book(written.Count)));
        return written;
    }
}
