namespace SummitHub.Domain.Programme.Holds;

/// <summary>
/// The holds of one person, room or interpreter in order of start. Starts stand in an array of their own, so that a search touches no
/// hold; the longest hold bounds how far back one that still lasts may have begun.
/// </summary>
internal sealed class HoldList
{
    private long[] starts = new long[4];
    private Hold[] holds = new Hold[4];
    private long longest;

    public int Count { get; private set; }

    /// <summary>All of them, in order of start.</summary>
    public ReadOnlyMemory<Hold> All => holds.AsMemory(0, Count);

    public void Add(Hold hold)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref holds, Count * 2);
        }
        var at = FirstFrom(hold.Start);
        Array.Copy(starts, at, starts, at + 1, Count - at);
        Array.Copy(holds, at, holds, at + 1, Count - at);
        (starts[at], holds[at]) = (hold.Start, hold);
        Count++;
        longest = Math.Max(longest, hold.End - hold.Start);
    }

    /// <summary>Takes away the hold that stands for the same as this one.</summary>
    public void Remove(Hold hold)
    {
        for (var i = FirstFrom(hold.Start); i < Count && starts[i] == hold.Start; i++)
        {
            var other = holds[i];
            if (other.Proposed != hold.Proposed || other.Meeting != hold.Meeting || other.Commitment != hold.Commitment) continue;
            Count--;
            Array.Copy(starts, i + 1, starts, i, Count - i);
            Array.Copy(holds, i + 1, holds, i, Count - i);
            holds[Count] = null!;
            return;
        }
        throw new InvalidOperationException($"There is no hold of {hold.Meeting}{hold.Commitment} at {new DateTime(hold.Start, DateTimeKind.Utc):O} to take away.");
    }

    /// <summary>Adds to a list the holds that share an instant with <c>[from, to)</c>, in order of start.</summary>
    public void Overlapping(long from, long to, List<Hold> into)
    {
        for (var i = FirstFrom(from - longest); i < Count && starts[i] < to; i++)
            if (holds[i].End > from)
                into.Add(holds[i]);
    }

    /// <summary>How many holds begin within <c>[from, to)</c>.</summary>
    public int Starting(long from, long to) => FirstFrom(to) - FirstFrom(from);

    public HoldList Copy() => new()
    {
        starts = [.. starts],
        holds = [.. holds],
        longest = longest,
        Count = Count,
    };

    private int FirstFrom(long start)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (starts[middle] < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
