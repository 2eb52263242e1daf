using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;

namespace SummitHub.Server.Board;

/// <summary>Where boards connect. The audience is decided here from who the caller is, each time; no client names one.</summary>
[Authorize]
internal sealed class BoardHub(ProgrammeReplicas replicas, BoardFrames frames, BoardAudiences audiences, BoardLines lines, Denials denials, ISummitClockReadings clocks, TimeProvider time) : Hub<IBoardClient>, IBoardHub
{
    // A snapshot costs more than all the frames of a minute.
    private const int MostWatches = 20;
    private static readonly TimeSpan WatchedWithin = TimeSpan.FromSeconds(10);

    public async Task<WatchReply> Watch(SummitId summit, string scope, string? cursor)
    {
        if (!((Allowance)Context.Items[typeof(Allowance)]!).Take()) throw new HubException("You ask too often. Wait a few seconds and go on.");
        if (!BoardScope.TryParse(scope, out var wanted)) throw new HubException("The scope is all, day:DATE, delegation:CODE or venue:ID.");
        var actor = Caller.TryActor(Context.User!) ?? throw new HubException("There is no session.");
        // A display may watch its wall and a token that is for reading what its holder may; another token may not.
        if (actor.Role != Role.Display && !Caller.May(Context.User!, Scopes.Read)) throw Denied("This token is not for reading.");
        var audience = Audience.Of(actor) ?? throw Denied("This role has no board.");
        var replica = (Caller.IsAt(Context.User!, summit) ? await replicas.FindAsync(summit, Context.ConnectionAborted) : null) ?? throw Denied("There is no such summit.");
        // Joining first and answering after leaves no gap: what changes in between arrives twice, and the versions tell.
        var feed = audiences.Of(replica, audience);
        await Groups.AddToGroupAsync(Context.ConnectionId, feed.Group, Context.ConnectionAborted);
        audiences.Join(feed, new BoardConnection(Context, new Person(actor.Name, actor.Role.ToString(), actor.Delegation?.Value)));
        await Clients.Caller.Clock(clocks.Read(summit));
        var delta = BoardCursor.TryParse(cursor, out var from) ? BoardFrames.Delta(replica, audience, from) : null;
        var reply = delta is null ? new WatchReply(frames.Snapshot(replica, audience, wanted), null) : new WatchReply(null, delta);
        audiences.Seen(Context.ConnectionId, reply.Snapshot?.Version ?? reply.Delta!.From);
        return reply;
    }

    public Task Seen(long version)
    {
        audiences.Seen(Context.ConnectionId, version);
        return Task.CompletedTask;
    }

    public override Task OnConnectedAsync()
    {
        Context.Items[typeof(Allowance)] = new Allowance(time, MostWatches, WatchedWithin);
        lines.Opened(Context);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lines.Closed(Context);
        audiences.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private HubException Denied(string message)
    {
        denials.Note(Context.GetHttpContext()!);
        return new(message);
    }
}
