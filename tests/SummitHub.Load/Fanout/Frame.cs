using System.Buffers.Text;
using System.Globalization;

namespace SummitHub.Load.Fanout;

/// <summary>
/// What a board looks for in a frame, found by its bytes and not by parsing: the versions, the cursor, and the numbers of the changes. A
/// change's number rides in the fraction of a second of a newly expected end (<c>"end":"2019-09-28T19:30:00.0000123+00:00"</c>), which,
/// unlike a reason, every audience of an open meeting sees.
/// </summary>
internal static class Frame
{
    /// <summary>The highest number that fits.</summary>
    public const int MostNumber = 9_999_999;

    private const int Digits = 7, FractionAt = 19;

    /// <summary>The beginning of a change.</summary>
    public static ReadOnlySpan<byte> Changed => "{\"type\":1,\"target\":\"Changed\""u8;

    /// <summary>The beginning of the answer to a call.</summary>
    public static ReadOnlySpan<byte> Answer => "{\"type\":3"u8;

    private static ReadOnlySpan<byte> End => "\"end\":\""u8;

    private static ReadOnlySpan<byte> CursorName => "\"cursor\":\""u8;

    /// <summary>The instant that carries a number.</summary>
    /// <param name="end">When the meeting ends, on a whole second.</param>
    /// <param name="number">From 1 to <see cref="MostNumber"/>.</param>
    public static string EndOf(DateTimeOffset end, int number) =>
        end.AddTicks(number).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    /// <summary>The whole number after a name such as <c>"to":</c>; -1 when it is not there.</summary>
    public static long NumberAfter(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> name)
    {
        var at = frame.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(frame[(at + name.Length)..], out long number, out _) ? number : -1;
    }

    /// <summary>The first cursor; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Cursor(ReadOnlySpan<byte> frame)
    {
        var at = frame.IndexOf(CursorName);
        if (at < 0) return [];
        frame = frame[(at + CursorName.Length)..];
        return frame[..Math.Max(0, frame.IndexOf((byte)'"'))];
    }

    /// <summary>Takes the next change's number out of a frame; false when there is none left.</summary>
    public static bool TryTakeNumber(ref ReadOnlySpan<byte> frame, out int number)
    {
        number = 0;
        while (frame.IndexOf(End) is var at and >= 0)
        {
            frame = frame[(at + End.Length)..];
            if (frame.Length <= FractionAt + Digits || frame[FractionAt] != '.') continue;
            if (!Utf8Parser.TryParse(frame[(FractionAt + 1)..], out number, out var digits) || digits > Digits) continue;
            // The wire leaves trailing zeros out.
            for (; digits < Digits; digits++) number *= 10;
            return true;
        }

        return false;
    }
}
