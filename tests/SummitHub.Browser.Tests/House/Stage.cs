using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SummitHub.Browser.Tests.House.Stage))]

namespace SummitHub.Browser.Tests.House;

/// <summary>
/// What all tests share: one server, whose sample has its clock and its script stopped, and one browser. Tests that change something
/// book a meeting of their own, or are the only ones to touch the meeting they name.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Caller>> callers = [];
    private IPlaywright? playwright;
    private readonly ConcurrentDictionary<string, int> booked = [];

    /// <summary>The server of the sample.</summary>
    internal ServerProcess Server { get; } = new();

    /// <summary>The browser.</summary>
    internal IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // The machine's own Chromium is driven; nothing is downloaded.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout((float)Deadlines.Seen.TotalMilliseconds);
        var starting = Server.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags, Timeout = 60_000 });
        await starting;
        await (await AsAsync("desk")).StopClockAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers.Values) (await caller).Dispose();
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Somebody who calls the HTTP interface, such as <c>desk</c> or <c>KAZ?role=siteOfficer</c>.</summary>
    internal Task<Caller> AsAsync(string who)
    {
        lock (gate) return callers.TryGetValue(who, out var known) ? known : callers[who] = Caller.SignInAsync(Server.Address, who);
    }

    /// <summary>Somebody with a browser of his own.</summary>
    internal Task<Reader> OpenAsync(string who, ReaderSetting? setting = null) => Reader.SignInAsync(Browser, Server.Address, who, setting ?? new());

    private const int Rooms = 19;

    // Eleven booths, then eight conference rooms.
    private static string Room(int number) => number <= 11 ? $"booth-{5 + number:00}" : $"cr-{number - 7:00}";

    /// <summary>
    /// Books a meeting of two principals who meet nobody else, for twenty minutes of the 24th, in a room that is free then: other tests move their meetings, in their
    /// rooms, to hours that are not theirs alone.
    /// </summary>
    internal async Task<Booked> BookAsync(string one, string other, string hour = "11:00")
    {
        var desk = await AsAsync("desk");
        for (var room = Next(hour); room <= Rooms; room = Next(hour))
            if (await desk.BookAsync(one, other, $"2019-09-24T{hour}:00-04:00", 20, Room(room)) is { } made) return made;
        throw new InvalidOperationException($"All {Rooms} rooms are taken at {hour}: book at another hour.");
    }

    private int Next(string hour) => booked.AddOrUpdate(hour, 1, (_, taken) => taken + 1);
}
