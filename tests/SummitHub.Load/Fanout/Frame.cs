using System.Buffers.Text;

namespace SummitHub.Load.Fanout;

/// <summary>
/// What a board looks for in a frame, found by its bytes and not by parsing: the versions, and the marks that a tap carries
/// (<c>"t123-45"</c>: the machine's monotonic clock at the tap and the number of the change).
/// </summary>
internal static class Frame
{
    /// <summary>The beginning of a change.</summary>
    public static ReadOnlySpan<byte> Changed => "{\"type\":1,\"target\":\"Changed\""u8;

    /// <summary>How a mark begins, as the value of a JSON string.</summary>
    private static ReadOnlySpan<byte> Mark => "\"t-"u8;

    /// <summary>The text a tap carries.</summary>
    public static string MarkOf(long timestamp, int number) => $"t-{timestamp}-{number}";

    /// <summary>The whole number after a name such as <c>"to":</c>; -1 when it is not there.</summary>
    public static long NumberAfter(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> name)
    {
        var at = frame.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(frame[(at + name.Length)..], out long number, out _) ? number : -1;
    }

    /// <summary>Takes the next mark out of a frame; false when there is none left.</summary>
    public static bool TryTakeMark(ref ReadOnlySpan<byte> frame, out long timestamp, out int number)
    {
        (timestamp, number) = (0, 0);
        while (frame.IndexOf(Mark) is var at and >= 0)
        {
            frame = frame[(at + Mark.Length)..];
            if (!Utf8Parser.TryParse(frame, out timestamp, out var used) || used >= frame.Length || frame[used] != '-') continue;
            frame = frame[(used + 1)..];
            if (Utf8Parser.TryParse(frame, out number, out _)) return true;
        }

        return false;
    }
}
