using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Programme;

/// <summary>
/// The single writer of one summit's timetable. It decides in memory and answers when the store has confirmed the state it was
/// decided on. It is reentrant so that commands which arrive while an append is in flight go out together in the next one;
/// nothing between a decision and its application awaits, so commands still come one after the other.
/// </summary>
[GrainType("summithub.programme"), Reentrant]
internal sealed partial class ProgrammeGrain(
    IJournalStore store,
    JournalChain chain,
    LogReader reader,
    LogCodec codec,
    ProgrammeReplicas replicas,
    ISummitClocks clocks,
    ILogger<ProgrammeGrain> log) : Grain, IProgrammeGrain
{
    private readonly Queue<(LogEntry Entry, JournalHash Hash)> unconfirmed = new();
    private SummitId summit;
    private TimeProvider clock = TimeProvider.System;
    private ProgrammeState state = new();
    private ProgrammeReplica? replica;
    private JournalWriter? writer;
    private Exception? broken;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        summit = SummitId.Parse(this.GetPrimaryKeyString());
        clock = clocks.Of(summit);
        if (await store.HeadAsync(summit, cancellationToken) is { } head) await Begin(head, cancellationToken);
        DelayDeactivation(TimeSpan.FromDays(1));
    }

    public async Task<ProgrammeReply> Execute(Operation operation)
    {
        if (writer is null && !await Found(operation))
            return new Refused(new Refusal(RefusalReason.NoSuchSummit, $"There is no summit {summit} here.", null, []));
        if ((writer!.Failed ?? broken) is { } failed) throw Unavailable(failed);
        if (writer.Waiting >= JournalLimits.Waiters) return new Busy();
        var reply = Decide(operation);
        try
        {
            await writer.Confirmed();
        }
        catch (JournalFailedException cause)
        {
            throw Unavailable(cause);
        }
        Publish();
        return reply;
    }

    public Task Retire()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>Nothing here awaits: what is decided is applied and queued before anybody else is heard.</summary>
    private ProgrammeReply Decide(Operation operation)
    {
        switch (state.Decide(operation, codec.Hash(operation), clock.GetUtcNow()))
        {
            case Decision.Accept { Entry: var entry }:
                var payload = codec.Encode(entry);
                if (payload.Length > JournalLimits.BytesPerAppend) return TooLarge(payload.Length);
                Keep(entry, payload);
                return new Accepted(entry.Position, writer!.Head.Epoch, Touched(entry.Events), Repeated: false);
            case Decision.Repeat { Position: var position }:
                return new Accepted(position, writer!.Head.Epoch, [], Repeated: true);
            case Decision.Refuse { Refusal: var refusal }:
                return new Refused(refusal);
            default:
                throw new InvalidOperationException("A decision is an acceptance, a repetition or a refusal.");
        }
    }

    /// <summary>Applies and queues an entry. Where one of the two fails, the state may hold what the log never will: nothing is decided on it any more.</summary>
    private void Keep(LogEntry entry, byte[] payload)
    {
        try
        {
            state.Apply(entry);
            unconfirmed.Enqueue((entry, writer!.Add(payload)));
        }
        catch (Exception cause)
        {
            broken = cause;
            throw Unavailable(cause);
        }
    }

    private static Refused TooLarge(int bytes) => new(new Refusal(
        RefusalReason.NotWellFormed, $"What this leads to takes {bytes} bytes of the log; one operation takes at most {JournalLimits.BytesPerAppend}: ask for it in parts.", null, []));

    /// <summary>Hands the replica of this server what is durable, so that it need not read and decode it again.</summary>
    private void Publish()
    {
        var confirmed = writer!.Head.Length;
        while (unconfirmed.TryPeek(out var next) && next.Entry.Position <= confirmed)
        {
            unconfirmed.Dequeue();
            replica!.Offer(next.Entry, next.Hash, writer.Head.Epoch);
        }
    }

    private async Task<bool> Found(Operation operation)
    {
        if (operation.Commands is not [FoundSummit, ..]) return false;
        var head = await store.CreateAsync(summit, Guid.NewGuid(), CancellationToken.None);
        if (writer is null) await Begin(head, CancellationToken.None);
        return true;
    }

    /// <summary>Starts from this server's replica, reads the tail, and checks that it arrives at the head.</summary>
    private async Task Begin(JournalHead head, CancellationToken cancellation)
    {
        var from = await replicas.OfAsync(summit, cancellation);
        var (fold, hash) = await from.ForkAsync(head.Epoch, cancellation);
        await foreach (var run in reader.ReadAsync(summit, fold.Length, hash, head.Length - fold.Length, cancellation))
            foreach (var read in run)
            {
                fold.Apply(read.Entry);
                hash = read.Hash;
            }
        if (fold.Length != head.Length || hash != head.Last)
            throw new JournalRefusedException($"The log of {summit} was read up to {fold.Length} where its head is {head.Length}.");
        if (writer is not null) return;
        (state, replica) = (fold, from);
        writer = new JournalWriter(store, chain, summit, head);
        LogServing(log, summit, head.Length);
    }

    private ImmutableArray<MeetingVersion> Touched(ImmutableArray<ProgrammeEvent> events)
    {
        var touched = ImmutableArray.CreateBuilder<MeetingVersion>(1);
        foreach (var happened in events)
        {
            if (happened is not MeetingEvent { Meeting: var id } || state.Meeting(id) is not { } meeting) continue;
            var version = new MeetingVersion(id, meeting.Version);
            if (!touched.Contains(version)) touched.Add(version);
        }
        return touched.DrainToImmutable();
    }

    private ProgrammeUnavailableException Unavailable(Exception cause)
    {
        LogFailed(log, summit, cause);
        DeactivateOnIdle();
        return new ProgrammeUnavailableException($"The programme of {summit} could not confirm its log: {cause.Message} Ask again with the same operation id.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Programme of {Summit} serves from entry {Length}")]
    private static partial void LogServing(ILogger log, SummitId summit, long length);

    [LoggerMessage(Level = LogLevel.Error, Message = "Programme of {Summit} gave up after a failed append")]
    private static partial void LogFailed(ILogger log, SummitId summit, Exception cause);
}
