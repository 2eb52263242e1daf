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
    /// <summary>Reads all days of a summit as its desk; a meeting that is shown on two is read once.</summary>
    public static async Task<SeenProgramme> Read(HubServer server, string summit, CancellationToken stop)
    {
        using var http = await SampleSession.Admit(server, summit, stop);
        var days = await Read<SeenDays>(http, $"/api/summits/{summit}", stop);
        var read = new List<SeenProgramme>();
        for (var day = days.From; day <= days.To; day = day.AddDays(1)) read.Add(await Read<SeenProgramme>(http, $"/api/summits/{summit}/programme?day={day:yyyy-MM-dd}", stop));
        return new(read[^1].Version, [.. read.SelectMany(one => one.Meetings).DistinctBy(one => one.Id)], [.. read.SelectMany(one => one.Commitments).DistinctBy(one => one.Id)]);
    }

    private static async Task<T> Read<T>(HttpClient http, string address, CancellationToken stop) =>
        await http.GetFromJsonAsync<T>(new Uri(address, UriKind.Relative), stop) ?? throw new InvalidDataException($"{address} answered null.");

    private sealed record SeenDays(DateOnly From, DateOnly To);
}
