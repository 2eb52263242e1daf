using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Programme.Rules;

/// <summary>Ticks as intervals.</summary>
internal static class Spans
{
    public static Interval Of(long start, long end) => new(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero));

    public static Interval Of(Hold hold) => Of(hold.Start, hold.End);
}
