using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using SummitHub.Load.Servers;

namespace SummitHub.Load.Fanout;

/// <summary>
/// The product with the sample's day, its clock stopped and its script off, and a desk that reports delays of a few open meetings: ordinary
/// calls, each of which every board of the summit shows. One meeting at a time, or many in a batch, as when a slipped sitting moves a morning.
/// </summary>
internal sealed class Floor : IAsyncDisposable
{
    private const int Meetings = 24;
    private static readonly DateTimeOffset Start = new(2019, 9, 28, 19, 0, 0, TimeSpan.Zero), End = Start.AddMinutes(30);

    private readonly HttpClient _desk;
    private readonly Dictionary<int, long> _taps = [];

    private Floor(HubServer server, HttpClient desk, IReadOnlyList<string> delegations) => (Server, _desk, Delegations) = (server, desk, delegations);

    /// <summary>The summit's name.</summary>
    public const string Summit = "unga74";

    /// <summary>The product's process.</summary>
    public HubServer Server { get; }

    /// <summary>Codes of the summit's delegations.</summary>
    public IReadOnlyList<string> Delegations { get; }

    /// <summary>The number of the last change.</summary>
    public int Last { get; private set; }

    /// <summary>When each change was tapped, on the machine's monotonic clock.</summary>
    public IReadOnlyDictionary<int, long> Taps => _taps;

    /// <summary>Opens the sample, stops its clock and books the meetings.</summary>
    public static async Task<Floor> Open(HubServer server, CancellationToken stop)
    {
        var desk = await SampleSession.SignIn(server.Address, "desk", stop);
        await Post(server, desk, "/sample/clock", new { pause = true, play = false }, stop);
        var summit = await desk.GetFromJsonAsync<SeenSummit>(new Uri($"/api/summits/{Summit}", UriKind.Relative), stop) ?? throw new InvalidDataException("There is no summit.");
        var floor = new Floor(server, desk, [.. summit.Delegations.Select(one => one.Code)]);
        var sides = summit.Principals.DistinctBy(one => one.Delegation).Take(2 * Meetings).ToArray();
        var rooms = summit.Venues.Where(one => one.Bookable).Take(Meetings).ToArray();
        for (var i = 0; i < Meetings; i++)
        {
            await Post(server, desk, $"/api/summits/{Summit}/meetings", new
            {
                id = NameOf(i), visibility = "open", start = Start, end = End, venue = rooms[i].Id,
                parties = sides[(2 * i)..((2 * i) + 2)].Select(one => new { delegation = one.Delegation, principal = one.Id, people = 4 }),
                @override = "fan-out measurement",
            }, stop);
        }

        return floor;
    }

    /// <summary>Signs the boards of a mix in and opens a page for each audience.</summary>
    public async Task<IReadOnlyList<Audience>> Sessions(IReadOnlyList<Audience> mix, CancellationToken stop)
    {
        var signed = new List<Audience>();
        foreach (var one in mix)
        {
            using var http = await SampleSession.SignIn(Server.Address, one.Name, stop);
            using var answer = await http.GetAsync(new Uri($"/api/summits/{Summit}/programme?day={Start:yyyy-MM-dd}", UriKind.Relative), stop);
            // A wall reads its own page alone, so its boards begin with a snapshot.
            var page = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<SeenPage>(stop) : null;
            signed.Add(one with { Cookie = http.DefaultRequestHeaders.GetValues("Cookie").Single(), Cursor = page?.Cursor });
        }

        return signed;
    }

    /// <summary>Makes changes of one meeting each at an even pace, whether or not the one before is answered; ends when all are.</summary>
    /// <param name="count">How many.</param>
    /// <param name="perSecond">How fast.</param>
    /// <param name="stop">Gives up.</param>
    public async Task Change(int count, int perSecond, CancellationToken stop)
    {
        var (began, changes) = (Stopwatch.GetTimestamp(), new List<Task>(count));
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero) await Task.Delay(due, stop);
            _taps[++Last] = Stopwatch.GetTimestamp();
            changes.Add(Post(Server, _desk, $"/api/summits/{Summit}/meetings/{NameOf(Last % Meetings)}/late", new { end = Frame.EndOf(End, Last), cause = "overrun" }, stop));
        }

        await Task.WhenAll(changes);
    }

    /// <summary>Changes all meetings at once.</summary>
    public Task ChangeAll(CancellationToken stop)
    {
        _taps[++Last] = Stopwatch.GetTimestamp();
        var items = Enumerable.Range(0, Meetings).Select(i => new { meeting = NameOf(i), verb = "late", end = Frame.EndOf(End, Last), cause = "overrun" });
        return Post(Server, _desk, $"/api/summits/{Summit}/changes", new { items }, stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await Server.DisposeAsync();
    }

    private static string NameOf(int meeting) => string.Create(CultureInfo.InvariantCulture, $"round-table-{meeting}");

    private static async Task Post(HubServer server, HttpClient desk, string path, object body, CancellationToken stop)
    {
        using var answer = await desk.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, stop);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)} The server said: {server.Process.LastWords}");
    }

    private sealed record SeenSummit(IReadOnlyList<SeenDelegation> Delegations, IReadOnlyList<SeenPrincipal> Principals, IReadOnlyList<SeenVenue> Venues);

    private sealed record SeenDelegation(string Code);

    private sealed record SeenPrincipal(string Id, string Delegation);

    private sealed record SeenVenue(string Id, bool Bookable);

    private sealed record SeenPage(string Cursor);
}
