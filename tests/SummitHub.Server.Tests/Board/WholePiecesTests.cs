using System.Buffers;
using System.IO.Pipelines;
using SummitHub.Server.Board;

namespace SummitHub.Server.Tests.Board;

/// <summary>What a transport reads of what was written to a line of a board.</summary>
public sealed class WholePiecesTests
{
    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    [Theory]
    [InlineData(1)]
    [InlineData(4_097)]
    [InlineData(15_000)]
    [InlineData(32_768)]
    public async Task A_frame_comes_out_in_one_piece(int bytes)
    {
        var (writer, frame) = (Open(), Bytes(bytes));
        await writer.WriteAsync(frame, TestContext.Current.CancellationToken);
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(read.Buffer.IsSingleSegment);
        Assert.Equal(frame, read.Buffer.ToArray());
    }

    [Fact]
    public async Task What_is_larger_or_waits_comes_out_whole_and_in_order()
    {
        var writer = Open();
        byte[][] frames = [Bytes(9_000), Bytes(200_000), Bytes(3), Bytes(32_769), Bytes(20_000)];
        foreach (var frame in frames) await writer.WriteAsync(frame, TestContext.Current.CancellationToken);
        var read = await pipe.Reader.ReadAtLeastAsync(frames.Sum(f => f.Length), TestContext.Current.CancellationToken);
        Assert.Equal(frames.SelectMany(f => f), read.Buffer.ToArray());
    }

    [Fact]
    public async Task Who_writes_to_a_line_that_has_ended_is_told_so()
    {
        var writer = Open();
        await pipe.Reader.CompleteAsync();
        Assert.True((await writer.WriteAsync(Bytes(15_000), TestContext.Current.CancellationToken)).IsCompleted);
    }

    private PipeWriter Open() => new WholePieces(new Line(pipe)).Output;

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(n => (byte)(n * 31))];

    private sealed class Line(Pipe pipe) : IDuplexPipe
    {
        public PipeReader Input => throw new NotSupportedException();

        public PipeWriter Output => pipe.Writer;
    }
}
