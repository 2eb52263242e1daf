using System.Text.Json;

namespace SummitHub.Load.Timetable;

/// <summary>A week.json: who came, who asked for whom, and a timetable that was found once. Fields not needed here are not read.</summary>
internal sealed record WeekFile(
    string Event,
    string TimeZone,
    DateOnly From,
    DateOnly To,
    DateOnly BusyDay,
    IReadOnlyList<IReadOnlyList<string>> NoMeetingPairs,
    IReadOnlyList<Venue> DerivedVenues,
    IReadOnlyList<Delegation> Delegations,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<MeetingRequest> Requests,
    IReadOnlyList<BaselineMeeting> BaselineMeetings,
    IReadOnlyList<WaitingRequest> Waiting)
{
    /// <summary>Reads a week.json.</summary>
    public static WeekFile Read(string path) => InputFile.Read<WeekFile>(path);
}

/// <summary>One delegation and its principals.</summary>
internal sealed record Delegation(string Code, string Kind, string NameEn, string HomeVenueId, DebateSlot? GeneralDebate, IReadOnlyList<Principal> Principals);

/// <summary>A delegation's place in the general debate; no order where it is not known.</summary>
internal sealed record DebateSlot(DateOnly Date, string Sitting, int? Order);

/// <summary>A person; absent outside his presence.</summary>
internal sealed record Principal(
    string PrincipalId, string Level, string Title, string? Name, DateTimeOffset PresentFrom, DateTimeOffset PresentTo);

/// <summary>A block of several principals' time that is no meeting. No venue: no travel.</summary>
internal sealed record Commitment(
    string Id, string Kind, DateTimeOffset Start, DateTimeOffset End, string? VenueId, IReadOnlyList<string> PrincipalIds);

/// <summary>A request for a meeting; <c>real</c> ones have a fixed start.</summary>
internal sealed record MeetingRequest(
    string Id, string Origin, string? Ref, string Requester, string RequesterPrincipal, string Requested, string RequestedPrincipal, string Level,
    int Priority, int DurationMinutes, IReadOnlyList<Window> Windows, DateTimeOffset? FixedStart, string? FixedVenue,
    VenueNeed VenueNeed, Interpretation Interpretation, IReadOnlyList<string> Topics, PartySize? PartySize, string? Media, DateTimeOffset? SubmittedAt)
{
    /// <summary>Whether the hour is history and not ours to choose.</summary>
    public bool IsReal => Origin == "real";

    /// <summary>How many come, both sides together.</summary>
    public int People => PartySize is { } size ? size.Requester + size.Requested : VenueNeed.Seats;

    /// <summary>How long it is to last.</summary>
    public TimeSpan Length => TimeSpan.FromMinutes(DurationMinutes);
}

/// <summary>A span in which both may be asked to meet.</summary>
internal sealed record Window(DateTimeOffset Start, DateTimeOffset End);

/// <summary>The kind of room asked for, its seats and flags on the table.</summary>
internal sealed record VenueNeed(string Kind, int Seats, int Flags);

/// <summary>How the two understand each other: <c>none</c>, <c>consecutive</c> or <c>whispered</c>.</summary>
internal sealed record Interpretation(string Mode, IReadOnlyList<string> Pairs, int Interpreters);

/// <summary>How many come with each side.</summary>
internal sealed record PartySize(int Requester, int Requested);

/// <summary>A place in the timetable found once by a first-fit pass.</summary>
internal sealed record BaselineMeeting(string Id, string RequestId, DateTimeOffset Start, DateTimeOffset End, string VenueId);

/// <summary>A request that the first-fit pass did not place, and why.</summary>
internal sealed record WaitingRequest(string RequestId, string Reason);

/// <summary>How the input files are read.</summary>
internal static class InputFile
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads one file whole.</summary>
    public static T Read<T>(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(file, Names) ?? throw new InvalidDataException($"{path} holds null.");
    }

    /// <summary>Reads a part of a file that was parsed.</summary>
    public static T Read<T>(JsonElement part) => part.Deserialize<T>(Names) ?? throw new InvalidDataException("A part of a file is null.");

    /// <summary>Reads one line of a file of lines.</summary>
    public static T ReadLine<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Names) ?? throw new InvalidDataException($"A line holds null: {line}");
}
