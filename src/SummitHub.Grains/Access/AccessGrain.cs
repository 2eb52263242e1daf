using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Access;

/// <inheritdoc cref="IAccessGrain"/>
/// <remarks>Reentrant, so that servers hear of changes while one is being stored, and what arrives meanwhile is stored together.</remarks>
[GrainType("summithub.access"), Reentrant]
internal sealed partial class AccessGrain(
    [PersistentState("access", GrainStores.Durable)] IPersistentState<AccessBook> stored, IAccessBell bell, TimeProvider clock, ILogger<AccessGrain> log)
    : Grain, IAccessGrain
{
    private DurableState<AccessBook>? _book;

    private DurableState<AccessBook> Book => _book ??= new(stored, this);

    private SummitId Summit => SummitId.Parse(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public Task<PassReply> Admit(Admission admission) => ChangeAsync(book => Passes.Admit(book, admission, clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<AccessRefusal?> End(Actor by, PassId pass) => ChangeAsync(book => Passes.End(book, by, pass, clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<PassChanges> Changes(long since)
    {
        var changes = Book.Now.Since(since);
        // Anybody can make a name up: what was never founded must not stay in memory for it.
        if (changes.Revision == 0) DeactivateOnIdle();
        return Task.FromResult(changes);
    }

    /// <inheritdoc/>
    public async Task Seen(ImmutableArray<PassSeen> seen)
    {
        try
        {
            await ChangeAsync(book => (Passes.Seen(book, seen, clock.GetUtcNow()), true));
        }
        catch (Exception error) // nobody waits; servers say it again
        {
            LogNotSeen(Summit, error);
        }
    }

    private async Task<TReply> ChangeAsync<TReply>(Func<AccessBook, (AccessBook Book, TReply Reply)> rule)
    {
        TReply reply = default!;
        var before = Book.Now.Revision;
        await Book.ChangeAsync(book =>
        {
            (var next, reply) = rule(book);
            return next;
        });
        if (Book.Now.Revision != before) bell.Rang(Summit, Book.Now.Revision);
        return reply;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When passes of {Summit} were used could not be kept; it is said again")]
    private partial void LogNotSeen(SummitId summit, Exception error);
}
