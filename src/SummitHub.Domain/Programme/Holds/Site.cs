using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>A venue with what the rules read of it.</summary>
internal sealed class Site(Venue venue, int zone, bool inside)
{
    /// <summary>Its name.</summary>
    public VenueId Id => Venue.Id;

    /// <summary>The venue.</summary>
    public Venue Venue { get; } = venue;

    /// <summary>Its zone, by its place in the summit's list.</summary>
    public int Zone { get; } = zone;

    /// <summary>Whether it lies inside the perimeter.</summary>
    public bool Inside { get; } = inside;

    /// <summary>When it opens, in ticks of the local day.</summary>
    public long Opens { get; } = venue.Opens.Ticks;

    /// <summary>When it closes, in ticks of the local day; midnight is the end of the day, 24:00.</summary>
    public long Closes { get; } = venue.Closes == TimeOnly.MinValue || venue.Closes == TimeOnly.MaxValue ? TimeSpan.TicksPerDay : venue.Closes.Ticks;

    /// <summary>The rooms next to it, from either side's list.</summary>
    public HashSet<VenueId> Neighbours { get; } = [];
}
