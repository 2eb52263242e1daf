using System.Text.Json.Serialization;

namespace SummitHub.Contracts.Summits;

/// <summary>
/// A half-open span of time, <c>[Start, End)</c>: two that only touch do not overlap. Instants are UTC.
/// A <c>default</c> value is empty and overlaps nothing.
/// </summary>
[GenerateSerializer, Immutable, Alias("summithub.Interval")]
public readonly record struct Interval
{
    /// <summary>Makes the interval from one instant up to another.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public Interval(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start) throw new ArgumentException($"An interval ends after it starts: {start:O} to {end:O}.", nameof(end));
        (Start, End) = (start.ToUniversalTime(), end.ToUniversalTime());
    }

    /// <summary>The first instant inside, in UTC.</summary>
    [Id(0)]
    public DateTimeOffset Start { get; private init; }

    /// <summary>The first instant after, in UTC.</summary>
    [Id(1)]
    public DateTimeOffset End { get; private init; }

    /// <summary>How long it lasts.</summary>
    [JsonIgnore]
    public TimeSpan Length => End - Start;

    /// <summary>Makes an interval from its start and length.</summary>
    public static Interval Of(DateTimeOffset start, TimeSpan length) => new(start, start + length);

    /// <summary>Whether the two share an instant.</summary>
    public bool Overlaps(Interval other) => Start < other.End && other.Start < End;

    /// <summary>Whether the instant lies inside.</summary>
    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;

    /// <summary>Whether the other lies wholly inside.</summary>
    public bool Contains(Interval other) => Start <= other.Start && other.End <= End;

    /// <summary>The interval of the same length that starts at another instant.</summary>
    public Interval StartingAt(DateTimeOffset start) => Of(start, Length);

    /// <summary>The interval made longer on both sides.</summary>
    public Interval Widened(TimeSpan by) => new(Start - by, End + by);
}
