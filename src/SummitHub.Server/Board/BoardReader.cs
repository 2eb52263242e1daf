using System.Security.Claims;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;

namespace SummitHub.Server.Board;

/// <summary>What the pages read, from this server's replica and the caller's own grains.</summary>
internal sealed class BoardReader(ProgrammeReplicas replicas, BoardFrames frames, IGrainFactory grains, ISummitClocks clocks, OpenNotices notices, TimeProvider time) : IBoardReader
{
    public ValueTask<BoardPage?> BoardAsync(SummitId summit, ClaimsPrincipal caller, string scope, CancellationToken cancellation) =>
        BoardAsync(summit, caller, scope, wall: false, cancellation);

    public ValueTask<BoardPage?> WallAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation) =>
        BoardAsync(summit, caller, "all", wall: true, cancellation);

    public async ValueTask<MeetingPage?> MeetingAsync(SummitId summit, MeetingId meeting, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        if (await LookAsync(summit, caller, wall: false, cancellation) is not { } look) return null;
        var snapshot = frames.Snapshot(look.Replica, look.Audience, [meeting]);
        if (snapshot.Meetings is not [var row]) return null;
        var inbox = await InboxAsync(look);
        var record = look.Actor.Delegation is null || !Caller.May(caller, Scopes.Record) ? null : await grains.GetGrain<IMeetingGrain>($"{summit}/{meeting}").Read(look.Actor);
        return new MeetingPage(new BoardPage(look.Summit, snapshot, look.Actor, inbox?.Unread), row, record, Leave(look, [meeting]).GetValueOrDefault(meeting),
            (await notices.ReadAsync(look.Replica, look.Actor, m => m == meeting))?.Unaware ?? []);
    }

    public async ValueTask<BoardPage?> PlainAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation) =>
        await LookAsync(summit, caller, wall: false, cancellation) is { } look ? await BareAsync(look) : null;

    public async ValueTask<InboxPage?> InboxAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        if (await LookAsync(summit, caller, wall: false, cancellation) is not { } look || await InboxAsync(look) is not { } inbox) return null;
        var named = inbox.Items.Select(i => i.Notice.Meeting).OfType<MeetingId>().Distinct().ToList();
        return new InboxPage(new BoardPage(look.Summit, frames.Snapshot(look.Replica, look.Audience, named), look.Actor, inbox.Unread), inbox, Leave(look, named));
    }

    public async ValueTask<StandingPage?> StandingAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        if (await LookAsync(summit, caller, wall: false, cancellation) is not { } look || !Rights.May(look.Actor, Doing.ReportTown)) return null;
        var now = clocks.Of(summit).GetUtcNow();
        var (standing, speeches) = look.Replica.Read(v => (StandingList.Of(v.State, look.Audience, now), StandingList.Speeches(v.State, look.Audience, now)));
        var unaware = (await notices.ReadAsync(look.Replica, look.Actor))?.Unaware ?? [];
        var named = unaware.Select(u => (MeetingId?)u.Meeting).Concat(standing.Conflicts.SelectMany(c => new[] { c.Meeting, c.Conflict.Obstacle.Meeting }))
            .Concat(standing.Overrides.SelectMany(o => new[] { o.Meeting, o.Violation.Obstacle.Meeting })).OfType<MeetingId>().Distinct();
        return new StandingPage(new BoardPage(look.Summit, frames.Snapshot(look.Replica, look.Audience, named), look.Actor, null), standing, unaware, speeches);
    }

    public async ValueTask<AccessPage?> AccessAsync(SummitId summit, ClaimsPrincipal caller, CancellationToken cancellation)
    {
        if (!Caller.May(caller, Scopes.Manage) || await LookAsync(summit, caller, wall: false, cancellation) is not { } look) return null;
        return new AccessPage(await BareAsync(look), await grains.GetGrain<IAccessGrain>(summit.Value).Read(look.Actor), time.GetUtcNow());
    }

    public async ValueTask<AuditReading?> AuditAsync(SummitId summit, ClaimsPrincipal caller, DateTimeOffset before, int most, CancellationToken cancellation)
    {
        if (!Caller.May(caller, Scopes.Audit) || await LookAsync(summit, caller, wall: false, cancellation) is not { } look) return null;
        return await grains.GetGrain<IAccessGrain>(summit.Value).ReadAudit(look.Actor, before, most) is { } audit ? new AuditReading(await BareAsync(look), audit) : null;
    }

    /// <summary>What every page has, without any meeting.</summary>
    private async ValueTask<BoardPage> BareAsync(Look look) =>
        new(look.Summit, frames.Snapshot(look.Replica, look.Audience, Enumerable.Empty<MeetingId>()), look.Actor, (await InboxAsync(look))?.Unread);

    private async ValueTask<BoardPage?> BoardAsync(SummitId summit, ClaimsPrincipal caller, string scope, bool wall, CancellationToken cancellation)
    {
        if (!BoardScope.TryParse(scope, out var wanted) || await LookAsync(summit, caller, wall, cancellation) is not { } look) return null;
        var inbox = await InboxAsync(look);
        return new BoardPage(look.Summit, frames.Snapshot(look.Replica, look.Audience, wanted), look.Actor, inbox?.Unread);
    }

    private async ValueTask<Inbox?> InboxAsync(Look look) =>
        look.Actor.Delegation is { } own && Rights.May(look.Actor, Doing.ReadInbox)
            ? await grains.GetGrain<IDelegationGrain>($"{look.Replica.Summit}/{own}").Read(look.Actor)
            : null;

    private static Dictionary<MeetingId, Departure> Leave(Look look, IReadOnlyList<MeetingId> meetings) => look.Actor.Delegation is not { } own ? [] : look.Replica.Read(view =>
    {
        var departures = new Departures(view.State, look.Audience, own);
        return meetings.Select(m => (Meeting: m, Leave: departures.To(m))).Where(x => x.Leave is not null).ToDictionary(x => x.Meeting, x => x.Leave!);
    });

    private async ValueTask<Look?> LookAsync(SummitId summit, ClaimsPrincipal caller, bool wall, CancellationToken cancellation) =>
        Caller.TryActor(caller) is { } actor && Caller.IsAt(caller, summit) && (Caller.May(caller, Scopes.Read) || (wall && actor.Role == Role.Display)) && Audience.Of(actor) is { } audience && await replicas.FindAsync(summit, cancellation) is { } replica
            ? new Look(actor, audience, replica, SummitSight.Of(audience, replica.Read(v => v.State.Summit!)))
            : null;

    private sealed record Look(Actor Actor, Audience Audience, ProgrammeReplica Replica, Summit Summit);
}
