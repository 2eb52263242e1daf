using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SummitHub.Browser.Tests.House;

/// <summary>How somebody reads.</summary>
/// <param name="Language">The language his browser asks for.</param>
/// <param name="Width">Of the screen, in CSS pixels.</param>
/// <param name="Height">Of the screen, in CSS pixels.</param>
/// <param name="Through">Another address of the server, such as a cable's; null for its own.</param>
/// <param name="Touch">Whether he has a finger and no mouse.</param>
internal sealed record ReaderSetting(string Language = "en", int Width = 1440, int Height = 900, Uri? Through = null, bool Touch = false)
{
    /// <summary>A phone in a hand.</summary>
    public static ReaderSetting Phone { get; } = new(Width: 390, Height: 844, Touch: true);
}

/// <summary>Somebody with a browser of his own: his session, his page, all it complained of and every frame its line has brought.</summary>
internal sealed class Reader : IAsyncDisposable
{
    /// <summary>Who has no session.</summary>
    public const string Nobody = "nobody";

    private readonly Uri address;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> frames = [];
    private TaskCompletionSource live = new();

    private Reader(Uri address, IBrowserContext context, IPage page)
    {
        (this.address, this.context, Page) = (address, context, page);
        page.Console += (_, message) =>
        {
            // What fails to load is told by its answer, below.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) complaints.Enqueue($"{response.Url} answered {response.Status}");
        };
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Heard(frame.Text ?? "");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors of the page so far: of its scripts, of what it loads, of its content policy.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Every frame the hub has sent it.</summary>
    public IReadOnlyCollection<string> Frames => frames;

    /// <summary>Opens a browser's window for somebody and signs him in, unless he is <see cref="Nobody"/>.</summary>
    public static async Task<Reader> SignInAsync(IBrowser browser, Uri server, string who, ReaderSetting setting)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (setting.Through ?? server).ToString(),
            Locale = setting.Language,
            ViewportSize = new() { Width = setting.Width, Height = setting.Height },
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = setting.Touch,
            IsMobile = setting.Touch,
        });
        context.SetDefaultTimeout((float)Deadlines.Aged.TotalMilliseconds);
        if (who != Nobody) Assert.Equal(302, (await context.APIRequest.GetAsync($"/sample/as/{who}", new() { MaxRedirects = 0 })).Status);
        return new Reader(setting.Through ?? server, context, await context.NewPageAsync());
    }

    /// <summary>Opens a page and waits until it is live.</summary>
    public Task<IPage> OpenAsync(string path) => FollowAsync(() => GoAsync(path, 200));

    /// <summary>Does what leads to another page, or to the same anew, and waits until it is live.</summary>
    public async Task<IPage> FollowAsync(Func<Task> go)
    {
        live = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await go();
        await live.Task.WaitAsync(Deadlines.Seen);
        return Page;
    }

    /// <summary>Opens a page that answers with a status.</summary>
    public async Task GoAsync(string path, int status) =>
        Assert.Equal(status, (await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load }))!.Status);

    /// <summary>Opens a page whose line to the hub never comes: it stays as the server wrote it.</summary>
    public async Task<IPage> OpenDeafAsync(string path)
    {
        await Page.RouteWebSocketAsync("**/hubs/**", socket => socket.CloseAsync());
        await GoAsync(path, 200);
        return Page;
    }

    /// <summary>Opens the board of the 24th.</summary>
    public Task<IPage> OpenBoardAsync(string by = "delegation") => OpenAsync($"/summits/unga74/board?day=2019-09-24&by={by}");

    /// <summary>Opens the page of a meeting.</summary>
    public Task<IPage> OpenMeetingAsync(string meeting) => OpenAsync($"/summits/unga74/meetings/{meeting}");

    /// <summary>Opens what his own delegation has been told.</summary>
    public Task<IPage> OpenNoticesAsync() => OpenAsync("/summits/unga74/notices");

    /// <summary>Opens the day of a delegation.</summary>
    public Task<IPage> OpenDayAsync(string delegation) => OpenAsync($"/summits/unga74/delegations/{delegation}?day=2019-09-24");

    /// <summary>What the server renders for the page that is open, without any of its script.</summary>
    public async Task<string> RenderedAsync() => await (await context.APIRequest.GetAsync(new Uri(address, new Uri(Page.Url).PathAndQuery).ToString())).TextAsync();

    /// <summary>What an address of the server answers him, whatever its status.</summary>
    public async Task<(int Status, string Text)> ReadAsync(string path)
    {
        var answer = await context.APIRequest.GetAsync(path);
        return (answer.Status, await answer.TextAsync());
    }

    /// <summary>Marks the page, so that a reload can be told.</summary>
    public Task MarkAsync() => Page.EvaluateAsync("window.marked = true");

    /// <summary>Asserts that the page is still the one that was marked.</summary>
    public async Task AssertNeverReloadedAsync() => Assert.True(await Page.EvaluateAsync<bool>("window.marked === true"), $"{Page.Url} was loaded again.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Heard(string frame)
    {
        frames.Enqueue(frame);
        // An answer to an invocation: the page has watched.
        if (frame.Contains("\"type\":3", StringComparison.Ordinal)) live.TrySetResult();
    }
}
