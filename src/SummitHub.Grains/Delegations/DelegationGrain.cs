using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Notices;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Delegations;

/// <inheritdoc cref="IDelegationGrain"/>
/// <remarks>Reentrant, so that nudges that come while it catches up only say "look again", and reading waits for no writing.</remarks>
[GrainType("summithub.delegation"), Reentrant]
internal sealed partial class DelegationGrain : Grain, IDelegationGrain
{
    private const int PageSize = 512;

    /// <summary>How far the cursor may run ahead of the stored one over entries that told nothing: deriving them again costs little.</summary>
    private const int MostUnstored = 1_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly DelegationKey _key;
    private readonly DurableState<DelegationInbox> _inbox;
    private readonly DurableState<DelegationPeople> _people;
    private readonly IProgrammeReader _programme;
    private readonly INoticeBell _bell;
    private readonly ISummitClocks _clocks;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private Task _catchingUp = Task.CompletedTask;
    private bool _lookAgain;
    private long _cursor;
    private int _clearances;

    public DelegationGrain(
        [PersistentState("inbox", GrainStores.Durable)] IPersistentState<DelegationInbox> inbox,
        [PersistentState("people", GrainStores.Durable)] IPersistentState<DelegationPeople> people,
        IProgrammeReader programme,
        INoticeBell bell,
        ISummitClocks clocks,
        TimeProvider clock,
        ILogger<DelegationGrain> log)
    {
        _key = DelegationKey.Parse(this.GetPrimaryKeyString());
        (_inbox, _people) = (new(inbox, this), new(people, this));
        (_programme, _bell, _clocks, _clock, _log) = (programme, bell, clocks, clock, log);
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _cursor = _inbox.Now.Cursor;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Nudge()
    {
        try
        {
            await CatchUpAsync();
        }
        catch (Exception error) // nobody waits for a nudge; the next one goes on from the stored cursor
        {
            LogNotCaughtUp(_key, error);
        }
    }

    /// <inheritdoc/>
    public async Task<Inbox?> Read(Actor actor)
    {
        if (!IsOwn(actor, Doing.ReadInbox)) return null;
        await Nudge();
        return _inbox.Now.View(await RulesAsync(), Now);
    }

    /// <inheritdoc/>
    public async Task<NoteTaken> TakeNote(Actor actor, NoticeId notice, DateTimeOffset at)
    {
        if (!IsOwn(actor, Doing.Acknowledge)) return NoteTaken.Unknown;
        if (!_inbox.Now.Holds(notice)) return _inbox.Now.Overtook(notice) ? NoteTaken.Overtaken : NoteTaken.Unknown;
        var before = _inbox.Now.Revision;
        await _inbox.ChangeAsync(inbox => inbox.Acknowledged(notice, actor.Name, at));
        if (_inbox.Now.Revision != before) Ring();
        // A later one may have taken its place while it was on its way to the store.
        return _inbox.Now.Holds(notice) ? NoteTaken.Noted : NoteTaken.Overtaken;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<InboxItem>> Open() => _inbox.Now.Open(await RulesAsync(), Now);

    /// <inheritdoc/>
    public Task<ImmutableArray<Actor>> Staff() => Task.FromResult(_people.Now.Staff);

    /// <inheritdoc/>
    public Task Appoint(Actor member) => member.Delegation == _key.Delegation
        ? _people.ChangeAsync(people => people.With(member))
        : throw new ArgumentException($"{member.Id} is of another delegation than {_key.Delegation}.", nameof(member));

    /// <inheritdoc/>
    public async Task Clear()
    {
        _clearances++;
        await _inbox.ClearAsync();
        await _people.ClearAsync();
        _cursor = 0;
        Ring();
    }

    /// <summary>Joins the run that is under way, which then looks once more, or begins one.</summary>
    private Task CatchUpAsync()
    {
        _lookAgain = true;
        return _catchingUp.IsCompleted ? _catchingUp = RunAsync() : _catchingUp;
    }

    private async Task RunAsync()
    {
        while (_lookAgain)
        {
            _lookAgain = false;
            while (await StepAsync())
            {
            }
        }
    }

    /// <summary>Takes the next page of the log into the inbox; false where there is nothing new.</summary>
    private async Task<bool> StepAsync()
    {
        var (after, clearances) = (_cursor, _clearances);
        using var patience = new CancellationTokenSource(LongestWait, _clock);
        var page = await _programme.EntriesForAsync(_key.Summit, _key.Delegation, after, PageSize, patience.Token);
        if (page.UpTo <= after || clearances != _clearances) return false;

        var notices = page.Entries
            .SelectMany(t => NoticeRules.For(t.Entry, t.Check, _key.Delegation, id => t.Meetings.FirstOrDefault(m => m.Id == id)))
            .ToImmutableArray();
        if (!notices.IsEmpty || page.UpTo - _inbox.Now.Cursor >= MostUnstored)
            await _inbox.ChangeAsync(inbox => clearances == _clearances ? inbox.With(notices, page.UpTo) : inbox);

        if (clearances != _clearances) return false;
        _cursor = page.UpTo;
        if (!notices.IsEmpty) Ring();
        return true;
    }

    private DateTimeOffset Now => _clocks.Of(_key.Summit).GetUtcNow();

    private async ValueTask<TellingRules> RulesAsync()
    {
        using var patience = new CancellationTokenSource(LongestWait, _clock);
        return (await _programme.SummitAsync(_key.Summit, patience.Token))?.Rules.Telling ?? Escalation.Usual;
    }

    private bool IsOwn(Actor actor, Doing doing) => actor.Delegation == _key.Delegation && Rights.May(actor, doing);

    private void Ring() => _bell.Rang(_key.Summit, _key.Delegation, _inbox.Now.Revision);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox of {Delegation} did not catch up with the log; the next nudge goes on")]
    private partial void LogNotCaughtUp(DelegationKey delegation, Exception error);
}
