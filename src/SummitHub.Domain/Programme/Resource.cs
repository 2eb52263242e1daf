using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme;

/// <summary>A person or a room whose time is taken. A <c>default</c> value is neither, and its time is never taken.</summary>
/// <param name="Person">The person.</param>
/// <param name="Room">The room.</param>
public readonly record struct Resource(PrincipalId? Person, VenueId? Room)
{
    /// <summary>A person's time.</summary>
    public static Resource Of(PrincipalId person) => new(person, null);

    /// <summary>A room's time.</summary>
    public static Resource Of(VenueId room) => new(null, room);

    /// <inheritdoc/>
    public override string ToString() => Person?.Value ?? Room?.Value ?? "";
}
