using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;

namespace SummitHub.Server.Tests.Board;

/// <summary>A board as a client sees the hub: a real WebSocket, and what it is told in order.</summary>
internal sealed class BoardLine : IAsyncDisposable
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly HubConnection hub;
    private readonly Channel<BoardDelta> frames = Channel.CreateUnbounded<BoardDelta>();
    private readonly Channel<(DateTimeOffset Instant, long Version)> ages = Channel.CreateUnbounded<(DateTimeOffset, long)>();
    private readonly Channel<long> notices = Channel.CreateUnbounded<long>();
    private readonly Channel<ImmutableArray<Person>> people = Channel.CreateUnbounded<ImmutableArray<Person>>();
    private readonly TaskCompletionSource<SummitClock> clock = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BoardLine(Uri server, HttpClient? session)
    {
        hub = new HubConnectionBuilder()
            .WithUrl(new Uri(server, "/hubs/board"), line =>
            {
                if (session is not null) line.Headers["Cookie"] = session.DefaultRequestHeaders.GetValues("Cookie").Single();
            })
            .AddJsonProtocol(json => WireJson.Shape(json.PayloadSerializerOptions))
            .Build();
        hub.On<BoardDelta>("Changed", delta => frames.Writer.TryWrite(delta));
        hub.On<DateTimeOffset, long>("AsOf", (instant, version) => ages.Writer.TryWrite((instant, version)));
        hub.On<long>("Noticed", revision => notices.Writer.TryWrite(revision));
        hub.On<ImmutableArray<Person>>("Present", who => people.Writer.TryWrite(who));
        hub.On<SummitClock>("Clock", reading => clock.TrySetResult(reading));
        hub.Closed += why =>
        {
            Closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Done when the line was closed, by whichever end.</summary>
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the summit's clock showed when the line began to watch.</summary>
    public Task<SummitClock> Clock => clock.Task.WaitAsync(Deadline);

    public static async Task<BoardLine> OpenAsync(Uri server, HttpClient? session)
    {
        var line = new BoardLine(server, session);
        try
        {
            await line.hub.StartAsync(TestContext.Current.CancellationToken);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    public Task<WatchReply> WatchAsync(string scope, string? cursor = null, SummitId? summit = null) =>
        hub.InvokeAsync<WatchReply>("Watch", summit ?? Summit, scope, cursor, TestContext.Current.CancellationToken);

    public Task SeenAsync(long version) => hub.SendAsync("Seen", version, TestContext.Current.CancellationToken);

    public Task<BoardDelta> FrameAsync() => NextAsync(frames);

    public Task<(DateTimeOffset Instant, long Version)> AgeAsync() => NextAsync(ages);

    public Task<long> NoticeAsync() => NextAsync(notices);

    public Task<ImmutableArray<Person>> PeopleAsync() => NextAsync(people);

    /// <summary>What it has been told of changes and that nobody has looked at.</summary>
    public IReadOnlyList<BoardDelta> Frames
    {
        get
        {
            var waiting = new List<BoardDelta>();
            while (frames.Reader.TryRead(out var frame)) waiting.Add(frame);
            return waiting;
        }
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private static async Task<T> NextAsync<T>(Channel<T> channel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        return await channel.Reader.ReadAsync(deadline.Token);
    }
}
