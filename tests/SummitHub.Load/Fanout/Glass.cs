using System.Diagnostics;
using System.Text;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Fanout;

/// <summary>
/// What a board shows and how it came to: it applies frames by the rule of the hub and counts what must not be. A gap is a version that was
/// skipped; a duplicate is a version that came twice, but for the first frames after a watch, which may overlap its answer on purpose.
/// </summary>
internal sealed class Glass(string audience, bool versioned, Recording? recording)
{
    private readonly List<(int Number, long At)> _arrivals = [];
    private readonly List<byte[]> _early = [];
    private readonly byte[] _cursor = new byte[64];
    private int _cursorLength;
    private bool _watching, _inOrder;

    /// <summary>Changes that arrived, as frames, since the last reset.</summary>
    public long Deliveries { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Versions that were skipped.</summary>
    public long Gaps { get; private set; }

    /// <summary>Frames that brought a version a second time.</summary>
    public long Duplicates { get; private set; }

    /// <summary>The highest number of a change it has shown.</summary>
    public int Shown { get; private set; }

    /// <summary>When the last change arrived, as <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastAt { get; private set; }

    /// <summary>The version it stands at; -1 before the first answer.</summary>
    public long Version { get; private set; } = -1;

    /// <summary>Where it would resume; null before the first answer.</summary>
    public string? Cursor => _cursorLength == 0 ? null : Encoding.ASCII.GetString(_cursor, 0, _cursorLength);

    /// <summary>Whether the watch that was asked for is answered.</summary>
    public bool IsLive => !_watching;

    /// <summary>Forgets what was counted.</summary>
    public void Reset()
    {
        (Deliveries, Bytes, Gaps, Duplicates) = (0, 0, 0, 0);
        _arrivals.Clear();
    }

    /// <summary>A watch was asked for: what arrives before its answer waits.</summary>
    public void Watch() => (_watching, _inOrder) = (true, false);

    /// <summary>Takes a frame of any kind.</summary>
    /// <exception cref="InvalidDataException">The hub refused the watch.</exception>
    public void Take(ReadOnlySpan<byte> frame)
    {
        if (frame.StartsWith(Frame.Changed))
        {
            if (_watching) _early.Add(frame.ToArray());
            else Change(frame);
        }
        else if (_watching && frame.StartsWith(Frame.Answer))
        {
            Answer(frame);
        }
    }

    /// <summary>Adds how long each change took to this glass.</summary>
    /// <param name="taps">When each number was tapped, as <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="to">Where they are gathered.</param>
    public void AddLatencies(IReadOnlyDictionary<int, long> taps, Latencies to)
    {
        foreach (var (number, at) in _arrivals)
            if (taps.TryGetValue(number, out var tapped)) to.Add(at - tapped);
    }

    private void Answer(ReadOnlySpan<byte> frame)
    {
        if (frame.IndexOf("\"error\":"u8) >= 0) throw new InvalidDataException($"Watch was refused: {Encoding.UTF8.GetString(frame[..Math.Min(300, frame.Length)])}");
        // A delta answers exactly from the cursor on.
        (_watching, _inOrder) = (false, true);
        if (frame.IndexOf("\"snapshot\":{"u8) is var snapshot and >= 0) Version = Frame.NumberAfter(frame[snapshot..], "\"version\":"u8);
        else
        {
            if (Version < 0) Version = Frame.NumberAfter(frame, "\"from\":"u8);
            Apply(frame);
        }

        Keep(frame);
        _inOrder = false;
        foreach (var early in _early) Change(early);
        _early.Clear();
    }

    private void Change(ReadOnlySpan<byte> frame)
    {
        recording?.Keep(audience, frame);
        LastAt = Stopwatch.GetTimestamp();
        Deliveries++;
        Bytes += frame.Length;
        if (!versioned || Apply(frame)) Keep(frame);
    }

    // Whether it brought anything new.
    private bool Apply(ReadOnlySpan<byte> frame)
    {
        long from = Frame.NumberAfter(frame, "\"from\":"u8), to = Frame.NumberAfter(frame, "\"to\":"u8);
        if (from > Version) Gaps += from - Version;
        if (from < Version && _inOrder) Duplicates++;
        if (to <= Version) return false;
        (Version, _inOrder) = (to, true);
        return true;
    }

    private void Keep(ReadOnlySpan<byte> frame)
    {
        if (versioned)
        {
            var cursor = Frame.Cursor(frame);
            cursor.CopyTo(_cursor);
            _cursorLength = cursor.Length;
        }

        var (before, at) = (Shown, Stopwatch.GetTimestamp());
        while (Frame.TryTakeNumber(ref frame, out var number))
        {
            // Rows come whole, so a row that changes for another reason shows an old number again.
            if (number <= before || (_arrivals.Count > 0 && _arrivals[^1].Number == number)) continue;
            _arrivals.Add((number, at));
            Shown = Math.Max(Shown, number);
        }
    }
}
