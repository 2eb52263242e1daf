using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Serialization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Access;

/// <inheritdoc cref="IAccessGrain"/>
/// <remarks>
/// Reentrant, so that servers hear of changes while one is being stored, and what arrives meanwhile is stored together. What the audit
/// must know is stored with what it tells of, and written to the audit's log after: once, and sooner or later.
/// </remarks>
[GrainType("summithub.access"), Reentrant]
internal sealed partial class AccessGrain : Grain, IAccessGrain
{
    private static readonly TimeSpan AuditAgainAfter = TimeSpan.FromSeconds(5);

    private readonly SummitId _summit;
    private readonly DurableState<AccessBook> _book;
    private readonly AuditLog _audit;
    private readonly IAccessBell _bell;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private Task _auditing = Task.CompletedTask;
    private long _audited;

    public AccessGrain(
        [PersistentState("access", GrainStores.Durable)] IPersistentState<AccessBook> stored,
        AuditStore audits,
        JournalChain chain,
        Serializer<AuditPage> pages,
        IAccessBell bell,
        TimeProvider clock,
        ILogger<AccessGrain> log)
    {
        _summit = SummitId.Parse(this.GetPrimaryKeyString());
        _book = new(stored, this);
        _audit = new(_summit, audits, chain, pages);
        (_bell, _clock, _log) = (bell, clock, log);
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(TellAudit, new GrainTimerCreationOptions(TimeSpan.Zero, AuditAgainAfter) { Interleave = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PassReply> Admit(Admission admission) => ChangeAsync(book => Passes.Admit(book, admission, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<InvitationReply> Invite(Actor by, InvitationAsk ask) => ChangeAsync(book => Invitations.Invite(book, by, ask, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<PassReply> Accept(Acceptance acceptance) => ChangeAsync(book => Invitations.Accept(book, acceptance, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<AccessRefusal?> Revoke(Actor by, InvitationId invitation) => ChangeAsync(book => Invitations.Revoke(book, by, invitation, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<AccessRefusal?> Remove(Actor by, string member) => ChangeAsync(book => Invitations.Remove(book, by, member, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<PassReply> Issue(Actor by, PassAsk ask) => ChangeAsync(book => Passes.Issue(book, by, ask, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<AccessRefusal?> End(Actor by, PassId pass) => ChangeAsync(book => Passes.End(book, by, pass, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<AccessView> Read(Actor by) => Task.FromResult(Answering.View(_book.Now, by, _clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<PassChanges> Changes(long since)
    {
        var changes = _book.Now.Since(since);
        // Anybody can make a name up: what was never founded must not stay in memory for it.
        if (changes.Revision == 0) DeactivateOnIdle();
        return Task.FromResult(changes);
    }

    /// <inheritdoc/>
    public async Task Seen(ImmutableArray<PassSeen> seen)
    {
        try
        {
            await ChangeAsync(book => (Passes.Seen(book, seen, _clock.GetUtcNow()), true));
        }
        catch (Exception error) // nobody waits; servers say it again
        {
            LogNotSeen(_summit, error);
        }
    }

    /// <inheritdoc/>
    public Task Audit(ImmutableArray<AuditEntry> entries) => _audit.WriteAsync(entries, []);

    /// <inheritdoc/>
    public async Task<AuditView?> ReadAudit(Actor by, DateTimeOffset before, int most)
    {
        if (!AuditSight.Reads(by)) return null;
        // Who reads it sees what he has just done.
        await TellAudit();
        return new(await _audit.ReadAsync(by, before, most, CancellationToken.None));
    }

    private async Task<TReply> ChangeAsync<TReply>(Func<AccessBook, (AccessBook Book, TReply Reply)> rule)
    {
        TReply reply = default!;
        var before = _book.Now.Revision;
        await _book.ChangeAsync(book =>
        {
            (var next, reply) = rule(book);
            return ReferenceEquals(next, book) ? book : next.AuditedUpTo(_audited);
        });
        if (_book.Now.Revision == before) return reply;
        _bell.Rang(_summit, _book.Now.Revision);
        TellAudit().Ignore();
        return reply;
    }

    /// <summary>Writes to the audit what the book tells, unless it is under way: then that run goes on with what is new.</summary>
    private Task TellAudit() => _auditing.IsCompleted ? _auditing = TellAllAsync() : _auditing;

    private async Task TellAllAsync()
    {
        try
        {
            while (_book.Now.Unaudited is { IsEmpty: false } notes && notes[^1].Number > _audited) _audited = await _audit.WriteAsync([], notes);
        }
        catch (Exception error) // the notes stay; the next try is a few seconds away
        {
            LogNotAudited(_summit, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When passes of {Summit} were used could not be kept; it is said again")]
    private partial void LogNotSeen(SummitId summit, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit of {Summit} could not be written; it is tried again, and nothing of it is lost")]
    private partial void LogNotAudited(SummitId summit, Exception error);
}
