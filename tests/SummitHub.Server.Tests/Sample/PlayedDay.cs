using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Meetings;
using SummitHub.Domain.Programme;
using SummitHub.Server.Interchange;
using SummitHub.Server.Sample;
using SummitHub.Server.Tests.Interchange;

namespace SummitHub.Server.Tests.Sample;

/// <summary>The sample on the rules themselves, without grains or stores: the programme's state and the records' rules in memory.</summary>
internal sealed class PlayedDay : ISummitCommands, IDayView
{
    private readonly Dictionary<MeetingId, ImmutableArray<SideContent>> _records = [];
    private readonly HashSet<(string Actor, OperationId Id)> _recordsDone = [];
    private readonly ProgrammeState _state = new();
    private readonly Lock _gate = new();

    public PlayedDay()
    {
        Clock = new SampleClock(Real, Sample.EnteredAt, SampleFolder.Head.EndsAt);
        Play = new SamplePlay(Clock, this, NullLogger<SamplePlay>.Instance);
    }

    public ImportedSummit Sample { get; } = SampleFolder.Read();

    public FakeTimeProvider Real { get; } = new(DateTimeOffset.Parse("2031-01-01T00:00:00Z"));

    public SampleClock Clock { get; }

    public SamplePlay Play { get; private set; }

    public List<LogEntry> Log { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public List<RecordOperation> Recorded { get; } = [];

    public IEnumerable<Meeting> Meetings => _state.Meetings;

    public static DateTimeOffset At(string hour) => DateTimeOffset.Parse($"2019-09-24T{hour}-04:00").ToUniversalTime();

    public static MeetingId Named(string id) => MeetingId.Parse(id);

    /// <summary>Imports the sample and plays up to its opening, as the server does.</summary>
    public async Task<PlayedDay> OpenAsync()
    {
        await ImportAsync();
        await Play.BeginAsync(DayScript.Of(Sample), this, CancellationToken.None);
        await Play.JumpAsync(DayScript.OpensAt, CancellationToken.None);
        Clock.Run(1);
        return this;
    }

    /// <summary>Enters the sample's steps.</summary>
    public Task ImportAsync() => new SummitEntry(this, NullLogger<SummitEntry>.Instance).DoAsync(Sample, CancellationToken.None);

    /// <summary>Lets the process die and come back: what is played is known from the programme alone.</summary>
    public async Task RestartAsync()
    {
        Play = new SamplePlay(Clock, this, NullLogger<SamplePlay>.Instance);
        await Play.BeginAsync(DayScript.Of(Sample), this, CancellationToken.None);
    }

    /// <summary>Lets real time pass, the script playing each second.</summary>
    public async Task PassAsync(TimeSpan real)
    {
        for (var passed = TimeSpan.Zero; passed < real; passed += TimeSpan.FromSeconds(1))
        {
            Real.Advance(TimeSpan.FromSeconds(1));
            await Play.CatchUpAsync(CancellationToken.None);
        }
    }

    public Task<Refusal?> DoAsync(SummitStep step, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (step is RecordStep record) return Task.FromResult(Do(record));
            var asked = (ProgrammeStep)step;
            var refusal = Do(asked.Operation);
            if (refusal is not null && asked.After(refusal) is { } overriding) refusal = Do(overriding);
            if (refusal is not null) Refusals.Add(refusal);
            return Task.FromResult(refusal);
        }
    }

    public Meeting? Meeting(MeetingId id) => _state.Meeting(id);

    public PlannedCommitment? Commitment(CommitmentId id) => _state.Commitment(id);

    public Meeting? RunningOf(PrincipalId principal) =>
        _state.Meetings.FirstOrDefault(m => m.Phase == MeetingPhase.InProgress && m.Terms.Parties.Any(p => p.Principal == principal));

    /// <summary>The record of a meeting as a side reads it.</summary>
    public RecordView Record(string meeting, string side) => SidesOf(Named(meeting)).Single(s => s.Side.Value == side).View(Named(meeting));

    /// <summary>Asks something of the programme, as anybody may beside the script.</summary>
    public Refusal? Do(Operation operation)
    {
        var hash = new UInt128(0, (ulong)Encoding.UTF8.GetBytes(string.Join('|', operation.Commands)).Aggregate(17L, (h, b) => unchecked((h * 31) + b)));
        switch (_state.Decide(operation, hash, Clock.GetUtcNow()))
        {
            case Decision.Accept { Entry: var entry }:
                _state.Apply(entry);
                Log.Add(entry);
                return null;
            case Decision.Refuse { Refusal: var refusal }:
                return refusal;
            default:
                return null;
        }
    }

    private Refusal? Do(RecordStep step)
    {
        if (!_recordsDone.Add((step.Operation.Actor.Id, step.Operation.Id))) return null;
        switch (RecordRules.Decide(new(step.Meeting, step.Operation.OccurredAt), SidesOf(step.Meeting), step.Operation.Actor, step.Operation.Commands))
        {
            case RecordDecision.Refuse { Refusal: var refusal }:
                Refusals.Add(refusal);
                return refusal;
            case RecordDecision.Done done:
                _records[step.Meeting] = done.Sides;
                Recorded.Add(step.Operation);
                ImmutableArray<SideRecord> sides = [.. done.Sides.Select(s => new SideRecord(s.Side, s.State, s.Revision))];
                var note = new NoteRecord(step.Meeting, step.Operation.OccurredAt, sides, Recorded.Count, []);
                return Do(new Operation(OperationId.Parse($"note-{Recorded.Count}"), ImportSteps.Importer, [note]));
            default:
                return null;
        }
    }

    private ImmutableArray<SideContent> SidesOf(MeetingId id) => _records.TryGetValue(id, out var sides)
        ? sides
        : [.. _state.Meeting(id)!.Terms.Parties.Select(p => SideContent.Empty(p.Delegation))];
}
