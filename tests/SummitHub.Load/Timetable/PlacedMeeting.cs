namespace SummitHub.Load.Timetable;

/// <summary>A meeting that stands in a timetable, as the check sees it: who, when, where.</summary>
internal sealed record PlacedMeeting(string Id, IReadOnlyList<string> Principals, DateTimeOffset Start, DateTimeOffset End, string VenueId);
