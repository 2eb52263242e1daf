using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
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
    private const int MostPeople = 20;

    private readonly ConcurrentDictionary<(SummitId Summit, Audience Audience), AudienceFeed> feeds = new();
    private readonly ConcurrentDictionary<string, AudienceFeed> byConnection = new();
    private readonly ConcurrentDictionary<ProgrammeReplica, SharedRows> rows = new();
    private readonly IHubContext<BoardHub, IBoardClient> hub;
    private readonly RowTexts texts;
    private readonly TimeProvider time;
    private ImmutableArray<AudienceFeed> officers = [];

    public BoardAudiences(ProgrammeReplicas replicas, IHubContext<BoardHub, IBoardClient> hub, RowTexts texts, TimeProvider time)
    {
        (this.hub, this.texts, this.time) = (hub, texts, time);
        replicas.Made += Listen;
    }

    public AudienceFeed Of(ProgrammeReplica replica, Audience audience)
    {
        var feed = feeds.GetOrAdd((replica.Summit, audience), _ => new AudienceFeed(replica, audience, rows.GetOrAdd(replica, _ => new SharedRows()), texts, hub, time));
        if (audience.Kind == AudienceKind.Officer) ImmutableInterlocked.Update(ref officers, known => known.Contains(feed) ? known : known.Add(feed));
        return feed;
    }

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
        foreach (var officer in officers.AsSpan())
            if (officer.Replica.Summit == summit) officer.InboxesChanged();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(BeatEvery, time);
        while (await beat.WaitForNextTickAsync(stoppingToken)) Beat();
    }

    /// <summary>Tells every board how old it is, and who else looks where that has changed.</summary>
    internal void Beat()
    {
        foreach (var feed in feeds.Values) feed.Beat();
        foreach (var officer in officers.AsSpan()) officer.TellInboxes();
        foreach (var circle in feeds.Values.GroupBy(feed => feed.Circle)) TellPresence([.. circle]);
    }

    /// <summary>The officers of the desk look at one board, whatever each of them has placed: so the list of who looks tells nothing of that.</summary>
    private static void TellPresence(List<AudienceFeed> circle)
    {
        var changed = false;
        foreach (var feed in circle) changed |= feed.TakePresenceChange();
        if (!changed) return;
        ImmutableArray<Person> people = [.. circle.SelectMany(feed => feed.People).Distinct().Take(MostPeople)];
        foreach (var feed in circle) feed.TellPresence(people);
    }

    /// <summary>Every officer of the desk sees what the desk sees.</summary>
    private void TouchOfficers(ProgrammeReplica replica)
    {
        foreach (var feed in officers.AsSpan())
            if (feed.Replica == replica) feed.Touch();
    }

    private void Listen(ProgrammeReplica replica)
    {
        replica.Applied += touched =>
        {
            foreach (var audience in touched)
            {
                if (feeds.TryGetValue((replica.Summit, audience), out var feed)) feed.Touch();
                if (audience.Kind == AudienceKind.Desk) TouchOfficers(replica);
            }
        };
        replica.Replaced += () =>
        {
            foreach (var feed in feeds.Values)
                if (feed.Replica == replica) feed.DropAll();
        };
    }
}
