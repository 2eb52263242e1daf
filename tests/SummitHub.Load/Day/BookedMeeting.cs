using SummitHub.Load.Timetable;

namespace SummitHub.Load.Day;

/// <summary>Where the file has led one meeting so far: kept by Load alone, and compared with what the server shows at the end.</summary>
internal sealed class BookedMeeting(string id, MeetingRequest request)
{
    /// <summary>Its name in the product.</summary>
    public string Id { get; } = id;

    /// <summary>What was asked for.</summary>
    public MeetingRequest Request { get; } = request;

    /// <summary>What the board is to say of it.</summary>
    public string Status { get; set; } = "requested";

    /// <summary>When it is planned; null for no time.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Where it is planned.</summary>
    public string? Venue { get; set; }

    /// <summary>How long it is planned.</summary>
    public TimeSpan Length { get; set; } = request.Length;

    /// <summary>When it did start.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it did end.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who meets, by side.</summary>
    public Dictionary<string, string> Principals { get; } = new(StringComparer.Ordinal)
    {
        [request.Requester] = request.RequesterPrincipal,
        [request.Requested] = request.RequestedPrincipal,
    };

    /// <summary>How many come, by side; zero where that is not known.</summary>
    public Dictionary<string, int> People { get; } = new(StringComparer.Ordinal)
    {
        [request.Requester] = request.PartySize?.Requester ?? 0,
        [request.Requested] = request.PartySize?.Requested ?? 0,
    };

    /// <summary>The pairs of languages that are interpreted.</summary>
    public List<string> Pairs { get; } = [.. request.Interpretation.Pairs];

    /// <summary>What media do; null where that is not known.</summary>
    public string? Media { get; set; } = request.Media;

    /// <summary>The items of outcome that were offered.</summary>
    public List<(int Seq, string By)> Items { get; } = [];

    /// <summary>The other side.</summary>
    public string Other(string side) => side == Request.Requester ? Request.Requested : Request.Requester;

    /// <summary>Gives it a time and place.</summary>
    public void Place(DateTimeOffset start, DateTimeOffset end, string venue, string status) =>
        (Start, Length, Venue, Status) = (start, end - start, venue, status);
}
