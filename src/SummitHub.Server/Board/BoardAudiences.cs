using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Delegations;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>The feeds of this server: it hears of every change from the replicas and wakes the audiences it concerns.</summary>
internal sealed class BoardAudiences : BackgroundService, INoticeBell
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<(SummitId Summit, Audience Audience), AudienceFeed> feeds = new();
    private readonly ConcurrentDictionary<string, AudienceFeed> byConnection = new();
    private readonly IHubContext<BoardHub, IBoardClient> hub;
    private readonly JsonSerializerOptions json;
    private readonly TimeProvider time;

    public BoardAudiences(ProgrammeReplicas replicas, IHubContext<BoardHub, IBoardClient> hub, IOptions<JsonHubProtocolOptions> protocol, TimeProvider time)
    {
        (this.hub, this.time) = (hub, time);
        json = protocol.Value.PayloadSerializerOptions;
        replicas.Made += Listen;
    }

    public AudienceFeed Of(ProgrammeReplica replica, Audience audience) =>
        feeds.GetOrAdd((replica.Summit, audience), _ => new AudienceFeed(replica, audience, hub, json, time));

    public void Join(AudienceFeed feed, BoardConnection board)
    {
        if (byConnection.TryGetValue(board.Id, out var before) && before != feed) before.Leave(board.Id);
        byConnection[board.Id] = feed;
        feed.Join(board);
    }

    public void Seen(string connection, long version)
    {
        if (byConnection.TryGetValue(connection, out var feed)) feed.Seen(connection, version);
    }

    public void Leave(string connection)
    {
        if (byConnection.TryRemove(connection, out var feed)) feed.Leave(connection);
    }

    /// <summary>Tells every board of a summit that its clock was set.</summary>
    public void TellClock(SummitId summit, SummitClock clock)
    {
        foreach (var feed in feeds.Values)
            if (feed.Replica.Summit == summit) feed.TellClock(clock);
    }

    /// <inheritdoc/>
    public void Rang(SummitId summit, DelegationCode delegation, long revision)
    {
        if (feeds.TryGetValue((summit, Audience.Of(delegation)), out var feed)) feed.TellInbox(revision);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(BeatEvery, time);
        while (await beat.WaitForNextTickAsync(stoppingToken))
            foreach (var feed in feeds.Values)
                feed.Beat();
    }

    private void Listen(ProgrammeReplica replica)
    {
        replica.Applied += touched =>
        {
            foreach (var audience in touched)
                if (feeds.TryGetValue((replica.Summit, audience), out var feed)) feed.Touch();
        };
        replica.Replaced += () =>
        {
            foreach (var feed in feeds.Values)
                if (feed.Replica == replica) feed.DropAll();
        };
    }
}
