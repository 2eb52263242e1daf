using System.Net.WebSockets;

namespace SummitHub.Load.Fanout;

/// <summary>Cuts what a socket brings into the hub's frames, which end with one byte; a frame is good until the next is asked for.</summary>
internal sealed class FrameReader
{
    /// <summary>What ends a frame.</summary>
    public const char End = '\u001e';

    private byte[] _buffer = new byte[4096];
    private int _from, _to;

    /// <summary>Waits for the next frame.</summary>
    /// <exception cref="EndOfStreamException">The server has closed.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Next(WebSocket socket, CancellationToken stop)
    {
        var searched = _from;
        while (true)
        {
            if (_buffer.AsSpan(searched, _to - searched).IndexOf((byte)End) is var at and >= 0)
            {
                var frame = _buffer.AsMemory(_from, searched + at - _from);
                _from = searched + at + 1;
                return frame;
            }

            MakeRoom();
            searched = _to;
            var got = await socket.ReceiveAsync(_buffer.AsMemory(_to), stop);
            if (got.MessageType == WebSocketMessageType.Close) throw new EndOfStreamException("The server closed: " + socket.CloseStatusDescription);
            _to += got.Count;
        }
    }

    private void MakeRoom()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
