using System.Collections.Concurrent;
using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>The passes of one summit as this server knows them. Thread-safe; one look at the grain is under way at a time.</summary>
internal sealed class SummitPasses(SummitId summit, IAccessGrain grain, TimeProvider time, Action<KnownPass> ended)
{
    private readonly ConcurrentDictionary<SecretHash, KnownPass> _bySecret = new();
    private readonly Lock _gate = new();
    private Task _look = Task.CompletedTask;
    private Task? _nextLook;
    private long _revision;
    private long _confirmedAt = time.GetTimestamp();

    /// <summary>The revision up to which they are known; 0 where nobody was ever let in.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>For how long the grain has not confirmed them.</summary>
    public TimeSpan Age => time.GetElapsedTime(Interlocked.Read(ref _confirmedAt));

    /// <summary>The pass of a secret, if it is known here.</summary>
    public KnownPass? Find(SecretHash secret) => _bySecret.GetValueOrDefault(secret);

    /// <summary>Takes in a pass that this server has just been given.</summary>
    public KnownPass Know(Pass pass)
    {
        var known = _bySecret.GetOrAdd(pass.Secret, _ => new KnownPass(summit, pass, time));
        var held = known.Stored.EndedAt is null;
        known.Update(pass);
        if (held && known.Stored.EndedAt is not null) ended(known);
        return known;
    }

    /// <summary>Looks what has changed, by a look that begins after this call; those who come together share one, and its failure.</summary>
    public Task LookAsync()
    {
        lock (_gate)
        {
            // The look under way may have begun before what the caller wants to see: the one after it has not.
            if (_nextLook is not null) return _nextLook;
            return _look.IsCompleted ? _look = TakeAsync() : _nextLook = AfterAsync(_look);
        }
    }

    /// <summary>When those in use were used, where the grain has not heard of it; and forgets what is over.</summary>
    public ImmutableArray<PassSeen> Sweep()
    {
        var seen = ImmutableArray.CreateBuilder<PassSeen>();
        foreach (var (secret, known) in _bySecret)
        {
            if (!known.Holds) _bySecret.TryRemove(new(secret, known));
            else if (known.SeenSince(AccessLimits.SeenGrain) is { } used) seen.Add(used);
        }
        return seen.DrainToImmutable();
    }

    private async Task AfterAsync(Task before)
    {
        // It must go on only once it stands as the next look, even where the one before has just ended: else it would stand for ever.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task mine;
        lock (_gate) (_nextLook, mine) = (null, _look = TakeAsync());
        await mine;
    }

    private async Task TakeAsync()
    {
        var began = time.GetTimestamp();
        Take(await grain.Changes(Revision));
        Interlocked.Exchange(ref _confirmedAt, began);
    }

    private void Take(PassChanges changes)
    {
        // An activation that has been replaced may still answer, with less than is known.
        if (changes.Revision < Revision) return;
        if (changes.Whole)
        {
            var all = changes.Passes.Select(p => p.Secret).ToHashSet();
            foreach (var (secret, known) in _bySecret)
            {
                if (all.Contains(secret) || known.Stored.Revision > changes.Revision || !_bySecret.TryRemove(new(secret, known))) continue;
                ended(known);
            }
        }
        foreach (var pass in changes.Passes) Know(pass);
        Interlocked.Exchange(ref _revision, changes.Revision);
    }
}
