using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Meetings;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Meetings;

/// <inheritdoc cref="IMeetingGrain"/>
[GrainType("summithub.meeting")]
internal sealed partial class MeetingGrain : Grain, IMeetingGrain, IRevivable, IRemindable
{
    private const string Reminder = "record";
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly MeetingKey _key;
    private readonly DurableState<MeetingRecord> _record;
    private readonly IProgrammeReader _programme;
    private readonly RecordSeal _seal;
    private readonly DataKeys _keys;
    private readonly RecordOutbox _outbox;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private ImmutableArray<SideContent> _sides;
    private ImmutableDictionary<DelegationCode, Envelope> _envelopes = ImmutableDictionary<DelegationCode, Envelope>.Empty;
    private bool _reminded;

    public MeetingGrain(
        [PersistentState("record", GrainStores.Durable)] IPersistentState<MeetingRecord> record,
        IProgrammeReader programme,
        RecordSeal seal,
        DataKeys keys,
        ISummitClocks clocks,
        IOptions<SubstanceOptions> options,
        TimeProvider clock,
        ILogger<MeetingGrain> log)
    {
        _key = MeetingKey.Parse(this.GetPrimaryKeyString());
        (_programme, _seal, _keys, _clock, _log) = (programme, seal, keys, clock, log);
        _record = new(record, this);
        var timetable = GrainFactory.GetGrain<IProgrammeGrain>(_key.Summit.ToString());
        _outbox = new(_key, _record, timetable, clocks.Of(_key.Summit), this, options.Value, log);
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _outbox.Drive();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _outbox.CloseAsync(cancellationToken);
        foreach (var envelope in _envelopes.Values) envelope.Dispose();
    }

    /// <inheritdoc/>
    public async Task<RecordReply> Execute(RecordOperation operation)
    {
        if (operation.Commands.IsDefault) return No(RefusalReason.NotWellFormed, "An operation holds commands.");
        if (RecordRules.NotHis(_key.Meeting, operation.Actor, operation.Commands) is RecordDecision.Refuse { Refusal: var refusal }) return new(null, refusal);
        if (await MeetingOfAsync(operation.Actor) is not { } meeting) return No(RefusalReason.NoSuchMeeting, "There is no such meeting.");
        await LoadAsync(meeting);
        var done = _seal.NameOf(operation);
        if (Before(done) is { } before)
        {
            return before.Commands == done.Commands
                ? new(ViewOf(operation.Actor), null)
                : No(RefusalReason.OperationIdUsedForAnother, $"The operation id {operation.Id} was used for another command.");
        }

        switch (RecordRules.Decide(OccasionOf(operation, meeting), _sides, operation.Actor, operation.Commands))
        {
            case RecordDecision.Refuse refuse:
                return new(null, refuse.Refusal);
            case RecordDecision.Done decided:
                // The way to a readout stands before the readout does: one that leads nowhere does no harm.
                if (operation.Commands.Any(c => c is PublishReadout)) await GrainFactory.GetGrain<IReadoutIndexGrain>(_key.Summit.Value).Note(_key.Meeting);
                await KeepAsync(operation, done, decided);
                return new(ViewOf(operation.Actor), null);
            default:
                throw new InvalidOperationException("A record decides in no third way.");
        }
    }

    /// <inheritdoc/>
    public async Task<RecordView?> Read(Actor actor)
    {
        if (!Rights.May(actor, Doing.ReadRecord) || await MeetingOfAsync(actor) is not { } meeting) return null;
        await LoadAsync(meeting);
        return ViewOf(actor);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<PublishedReadout>> Published()
    {
        if (await MeetingAsync() is not { } meeting || meeting.Terms.Visibility == Visibility.Confidential) return [];
        await LoadAsync(meeting);
        return _sides is [var side, ..] ? side.Published : [];
    }

    /// <inheritdoc/>
    public async Task Clear()
    {
        await _record.ClearAsync();
        _sides = default;
    }

    /// <inheritdoc/>
    public Task Revive()
    {
        _outbox.Drive();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _outbox.Drive();
        if (_record.Now.Unfinished) return;
        _reminded = false;
        if (await this.GetReminder(reminderName) is { } reminder) await this.UnregisterReminder(reminder);
    }

    private async Task KeepAsync(RecordOperation operation, DoneOperation done, RecordDecision.Done decided)
    {
        if (!decided.Changed.IsEmpty) await RemindAsync();
        await _record.ChangeAsync(record =>
        {
            record = record.With(done);
            if (decided.Changed.IsEmpty) return record;
            var revision = record.Revision + 1;
            var sides = Seal(record.Sides, decided);
            var states = decided.Sides.Where(s => decided.Changed.Contains(s.Side)).Select(s => new SideRecord(s.Side, s.State, s.Revision));
            var note = new RecordNote(
                revision, [.. states], _seal.HashOf(_key, revision, sides), operation.OccurredAt, RecordOutbox.Speaker(operation.Actor));
            return (record with { Sides = sides, Revision = revision }).With(note);
        });
        _sides = decided.Sides;
        _outbox.Drive();
    }

    /// <summary>Only sides that changed are sealed anew.</summary>
    private ImmutableArray<SealedSide> Seal(ImmutableArray<SealedSide> before, RecordDecision.Done decided) =>
    [
        .. decided.Sides.Select(s =>
            decided.Changed.Contains(s.Side) ? _seal.Seal(_envelopes[s.Side], s) : before.FirstOrDefault(b => b.Side == s.Side) ?? _seal.Seal(_envelopes[s.Side], s)),
    ];

    private async Task<Meeting?> MeetingAsync()
    {
        using var patience = new CancellationTokenSource(LongestWait, _clock);
        return await _programme.MeetingAsync(_key.Summit, _key.Meeting, patience.Token);
    }

    /// <summary>The meeting where the actor is of a side; else null by the programme's word alone, before anything of the record is opened: as fast as where there is no meeting.</summary>
    private async Task<Meeting?> MeetingOfAsync(Actor actor) =>
        await MeetingAsync() is { } meeting && actor.Delegation is { } side && meeting.HasSide(side) ? meeting : null;

    private Occasion OccasionOf(RecordOperation operation, Meeting meeting) =>
        new(_key.Meeting, operation.OccurredAt, meeting.Terms.Visibility == Visibility.Confidential, meeting.Planned is not null);

    /// <summary>Opens the sides. Who they are is the programme's to say, and never changes.</summary>
    private async Task LoadAsync(Meeting meeting)
    {
        if (!_sides.IsDefault) return;
        if (_envelopes.IsEmpty) _envelopes = await _keys.EnvelopesAsync(_key, [.. meeting.Terms.Parties.Select(p => p.Delegation)]);
        var stored = _record.Now.Sides.ToDictionary(s => s.Side);
        _sides =
        [
            .. meeting.Terms.Parties.Select(p =>
                stored.TryGetValue(p.Delegation, out var part) ? _seal.Open(_envelopes[p.Delegation], part) : SideContent.Empty(p.Delegation)),
        ];
    }

    /// <summary>
    /// A reminder stands before the first write that leaves work, so that a lost activation is always revived; it goes on its own when
    /// it finds nothing left. Without a reminder service the next start or call revives.
    /// </summary>
    private async Task RemindAsync()
    {
        if (_reminded) return;
        _reminded = true;
        try
        {
            await this.RegisterOrUpdateReminder(Reminder, ReminderPeriod, ReminderPeriod);
        }
        catch (Exception error) // the record matters more than its reminder
        {
            LogNotReminded(_key, error);
        }
    }

    private SideContent? SideOf(Actor actor) => _sides.FirstOrDefault(s => s.Side == actor.Delegation);

    private RecordView? ViewOf(Actor actor) => SideOf(actor)?.View(_key.Meeting);

    private DoneOperation? Before(DoneOperation done)
    {
        foreach (var known in _record.Now.Done)
        {
            if (known.Name == done.Name) return known;
        }

        return null;
    }

    private RecordReply No(RefusalReason reason, string detail) => new(null, new Refusal(reason, detail, _key.Meeting, []));

    [LoggerMessage(Level = LogLevel.Warning, Message = "No reminder could be set for {Meeting}; after a crash its next start or call goes on")]
    private partial void LogNotReminded(MeetingKey meeting, Exception error);
}
