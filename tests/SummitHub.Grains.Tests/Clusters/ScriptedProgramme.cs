using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>A programme whose log and answers the test writes.</summary>
internal sealed class ScriptedProgramme : IProgrammeReader
{
    private readonly ConcurrentDictionary<SummitId, ScriptedSummit> _summits = new();

    public ScriptedSummit this[SummitId summit] => _summits.GetOrAdd(summit, _ => new());

    public ValueTask<Meeting?> MeetingAsync(SummitId summit, MeetingId id, CancellationToken ct) =>
        ValueTask.FromResult(this[summit].Meetings.GetValueOrDefault(id));

    public ValueTask<Summit?> SummitAsync(SummitId summit, CancellationToken ct) => ValueTask.FromResult(this[summit].Summit);

    public async ValueTask<EntryPage> EntriesForAsync(SummitId summit, DelegationCode delegation, long after, int most, CancellationToken ct)
    {
        var scripted = this[summit];
        scripted.Looked.Writer.TryWrite(after);
        if (scripted.HoldReads is { } hold) await hold.WaitAsync(ct);
        var touched = scripted.Log
            .Where(e => e.Position > after)
            .Select(e => new TouchedEntry(e, [.. e.Events.OfType<MeetingEvent>().Select(m => m.Meeting).Distinct().Select(id => scripted.Meetings[id])], (ulong)e.Position))
            .Where(t => t.Meetings.Any(m => m.HasSide(delegation)))
            .Take(most)
            .ToImmutableArray();
        return new(touched, touched.Length == most ? touched[^1].Entry.Position : Math.Max(after, scripted.Log.Count));
    }
}

/// <summary>One summit of it.</summary>
internal sealed class ScriptedSummit
{
    public ConcurrentDictionary<MeetingId, Meeting> Meetings { get; } = new();

    /// <summary>The summit, where the test needs one.</summary>
    public Summit? Summit { get; set; }

    /// <summary>The log; a test appends between calls.</summary>
    public ConcurrentQueue<LogEntry> Log { get; } = new();

    /// <summary>What the grain answers first; a null throws. After these it accepts.</summary>
    public ConcurrentQueue<ProgrammeReply?> Answers { get; } = new();

    /// <summary>Everything the grain was asked.</summary>
    public Channel<Operation> Asked { get; } = Channel.CreateUnbounded<Operation>();

    /// <summary>Each time the log was read, from where.</summary>
    public Channel<long> Looked { get; } = Channel.CreateUnbounded<long>();

    /// <summary>Readers of the log wait for it.</summary>
    public Task? HoldReads { get; set; }
}

/// <summary>The grain that answers as scripted.</summary>
[GrainType("test.programme")]
internal sealed class ScriptedProgrammeGrain(ScriptedProgramme programme) : Grain, IProgrammeGrain
{
    public Task<ProgrammeReply> Execute(Operation operation)
    {
        var summit = programme[SummitId.Parse(this.GetPrimaryKeyString())];
        summit.Asked.Writer.TryWrite(operation);
        if (!summit.Answers.TryDequeue(out var answer)) answer = new Accepted(1, Guid.Empty, [], false);
        return answer is null ? throw new ProgrammeUnavailableException("The test says so.") : Task.FromResult(answer);
    }

    public Task Retire() => Task.CompletedTask;
}
