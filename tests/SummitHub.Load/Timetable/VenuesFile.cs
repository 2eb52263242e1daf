namespace SummitHub.Load.Timetable;

/// <summary>A venues.json: places, zones and how long it takes from one zone to another.</summary>
internal sealed record VenuesFile(IReadOnlyList<Zone> Zones, IReadOnlyList<Venue> Venues, TravelFile Travel)
{
    /// <summary>Reads a venues.json.</summary>
    public static VenuesFile Read(string path) => InputFile.Read<VenuesFile>(path);
}

/// <summary>A part of town; <c>inside</c> or <c>outside</c> the guarded perimeter.</summary>
internal sealed record Zone(string Id, string Perimeter)
{
    /// <summary>Whether one passes a checkpoint to get in.</summary>
    public bool IsInside => Perimeter == "inside";
}

/// <summary>A place for meetings; its hours are local.</summary>
internal sealed record Venue(
    string Id, string Name, string Zone, string Kind, string? Owner, int Seats, int ParallelMeetings, bool Bookable, TimeOnly Opens, TimeOnly Closes);

/// <summary>Minutes between zones, the same both ways.</summary>
internal sealed record TravelFile(CheckpointMinutes CheckpointMinutes, IReadOnlyList<TravelRow> Matrix);

/// <summary>Minutes lost at the perimeter, by direction.</summary>
internal sealed record CheckpointMinutes(int FromOutsideToInside, int FromInsideToOutside, int HeadOfStateFromOutsideToInside);

/// <summary>One pair of zones; equal ends are two venues of one zone.</summary>
internal sealed record TravelRow(string From, string To, int WalkMinutes, int? DriveMinutes);
