using System.Net.Http.Json;
using SummitHub.Load.Timetable;

namespace SummitHub.Load.Servers;

/// <summary>A meeting as the server shows it over HTTP; only what is looked at here.</summary>
internal sealed record SeenMeeting(
    string Id, string Status, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? PlannedStart, DateTimeOffset? PlannedEnd, string? Venue,
    IReadOnlyList<SeenParty> Parties, IReadOnlyList<SeenViolation> Overrides, IReadOnlyList<SeenViolation> Conflicts)
{
    /// <summary>It in a timetable; null where it holds no time or place.</summary>
    public PlacedMeeting? Placed => PlannedStart is { } start && PlannedEnd is { } end && Venue is { } venue
        ? new(Id, [.. Parties.Select(party => party.Principal)], start, end, venue)
        : null;
}

/// <summary>A side.</summary>
internal sealed record SeenParty(string Delegation, string Principal, int People);

/// <summary>A rule that was overridden, or that facts have broken.</summary>
internal sealed record SeenViolation(string Rule);

/// <summary>A commitment.</summary>
internal sealed record SeenCommitment(string Id, string Status, DateTimeOffset Start, DateTimeOffset End);

/// <summary>The programme as an audience sees it.</summary>
internal sealed record SeenProgramme(long Version, IReadOnlyList<SeenMeeting> Meetings, IReadOnlyList<SeenCommitment> Commitments)
{
    /// <summary>Reads all days of a summit as one of the sample's people, such as the desk.</summary>
    public static async Task<SeenProgramme> Read(HubServer server, string summit, string reader, CancellationToken stop)
    {
        using var http = await SampleSession.SignIn(server.Address, reader, stop);
        return await http.GetFromJsonAsync<SeenProgramme>(new Uri($"/api/summits/{summit}/programme", UriKind.Relative), stop)
            ?? throw new InvalidDataException("The programme was null.");
    }
}
