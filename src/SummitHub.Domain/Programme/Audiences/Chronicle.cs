using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Audiences;

/// <summary>The entries that changed one audience's view, in order. Not thread-safe.</summary>
internal sealed class Chronicle(Audience audience)
{
    private readonly List<Touch> touches = [];

    public Audience Audience { get; } = audience;

    /// <summary>How many entries changed its view: the audience's version.</summary>
    public int Count => touches.Count;

    /// <summary>The plain blocks it sees; null for an audience that sees none.</summary>
    public HeldTime? Held { get; } = SightRules.SeesHolds(audience) ? new HeldTime(audience) : null;

    /// <summary>What the entry that is being counted changed for it so far; null where it is not concerned.</summary>
    public TouchedSet? Now { get; set; }

    public Touch this[int index] => touches[index];

    public void Add(Touch touch) => touches.Add(touch);

    /// <summary>The place in this list of the first entry after a position of the log.</summary>
    public int FirstAfter(long position)
    {
        int low = 0, high = touches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (touches[middle].Position <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Begins as what another audience has seen so far.</summary>
    public Chronicle From(Chronicle other)
    {
        touches.AddRange(other.touches);
        Held?.From(other.Held!);
        return this;
    }
}
