using System.Collections.Concurrent;
using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Notices;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>
/// Who does not know yet, asked of the delegations themselves and at most once a second for each summit, however many look. The desk is told of
/// all, a delegation of its own people; both of the meetings alone that they may know of, so that who sees the list sees no more than his board.
/// </summary>
internal sealed class OpenNotices(IGrainFactory grains, ISummitClocks clocks, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SummitId, Asked> asked = new();

    /// <summary>Who does not know yet, of some meetings or of all; null where that is not the caller's to see.</summary>
    public async Task<UnawareView?> ReadAsync(ProgrammeReplica replica, Actor caller, Func<MeetingId, bool>? of = null)
    {
        if (Audience.Of(caller) is not { } audience || !(Rights.May(caller, Doing.ReportTown) || Rights.May(caller, Doing.ReadInbox))) return null;
        var now = clocks.Of(replica.Summit).GetUtcNow();
        var open = caller.Delegation is { } own ? [(own, await OpenAsync(replica.Summit, own))] : await AllAsync(replica);
        var unaware = open.SelectMany(o => UnawareRules.Of(o.Delegation, o.Items, now)).Where(u => of is null || of(u.Meeting)).ToList();
        var known = replica.Read(v => unaware.Select(u => u.Meeting).Distinct().Where(m => v.State.Meeting(m) is { } meeting && BoardRows.Row(v.State, meeting, audience) is not null).ToHashSet());
        return new UnawareView(now, UnawareRules.Ordered(unaware.Where(u => known.Contains(u.Meeting))));
    }

    private Task<(DelegationCode Delegation, ImmutableArray<InboxItem> Items)[]> AllAsync(ProgrammeReplica replica)
    {
        var now = time.GetTimestamp();
        return asked.AddOrUpdate(
            replica.Summit,
            _ => new Asked(now, AskAsync(replica)),
            (_, before) => time.GetElapsedTime(before.At, now) < Fresh && !before.Answer.IsFaulted ? before : new Asked(now, AskAsync(replica))).Answer;
    }

    private async Task<(DelegationCode Delegation, ImmutableArray<InboxItem> Items)[]> AskAsync(ProgrammeReplica replica) =>
        await Task.WhenAll(replica.Read(v => v.State.Summit!.Delegations).Select(async d => (d.Code, await OpenAsync(replica.Summit, d.Code))));

    private Task<ImmutableArray<InboxItem>> OpenAsync(SummitId summit, DelegationCode delegation) => grains.GetGrain<IDelegationGrain>($"{summit}/{delegation}").Open();

    private sealed record Asked(long At, Task<(DelegationCode Delegation, ImmutableArray<InboxItem> Items)[]> Answer);
}
