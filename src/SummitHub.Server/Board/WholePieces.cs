using System.IO.Pipelines;

namespace SummitHub.Server.Board;

/// <summary>
/// Gives what is written at once to the line in one piece. A pipe cuts it into pieces of 4 KB, and of each the transport makes a frame of the
/// WebSocket and a write of the socket: for a picture of a morning's changes four times the work, on both ends.
/// </summary>
internal sealed class WholePieces(IDuplexPipe line) : PipeWriter, IDuplexPipe
{
    /// <summary>More than this, as a snapshot may be, goes out in pieces: buffers as large are not kept for long.</summary>
    private const int Largest = 32 * 1024;

    private readonly PipeWriter output = line.Output;

    public PipeReader Input => line.Input;

    public PipeWriter Output => this;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (source.Length > Largest) return output.WriteAsync(source, cancellationToken);
        source.CopyTo(output.GetMemory(source.Length));
        output.Advance(source.Length);
        return output.FlushAsync(cancellationToken);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

    public override void Advance(int bytes) => output.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);
}
