using Microsoft.Extensions.Logging;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Grains.Meetings;

/// <summary>
/// Tells the log of a record's revisions, in order and at least once each; the operation id makes it exactly once in the log. It runs
/// beside the grain's calls, so that nobody waits for the programme, and tries until it is told.
/// </summary>
internal sealed partial class RecordOutbox(
    MeetingKey key, DurableState<MeetingRecord> record, IProgrammeGrain programme, TimeProvider clock, IGrainBase grain, SubstanceOptions options, ILogger log)
{
    private Task _driving = Task.CompletedTask;
    private IGrainTimer? _retry;
    private int _failures;
    private bool _closed;

    /// <summary>Begins, or goes on, to tell what waits. Returns at once.</summary>
    public void Drive()
    {
        if (_closed || !_driving.IsCompleted || !record.Now.Unfinished) return;
        _retry?.Dispose();
        _retry = null;
        _driving = DriveAsync();
    }

    /// <summary>Stops; what is on its way is told again by the next activation.</summary>
    public Task CloseAsync(CancellationToken ct)
    {
        Stop();
        return record.SettleAsync(ct);
    }

    private void Stop()
    {
        _closed = true;
        _retry?.Dispose();
    }

    private async Task DriveAsync()
    {
        try
        {
            while (!_closed && record.Now is { Unfinished: true } now)
            {
                var note = now.Outbox[0];
                if (!await TellAsync(note)) break;
                _failures = 0;
                if (!_closed) await record.ChangeAsync(r => r.Told(note.Revision));
            }
        }
        catch (Exception error) // the record could not be written: the next activation begins anew
        {
            LogNotWritten(key, error);
            Stop();
        }

        if (!_closed && record.Now.Unfinished) Later();
    }

    private async Task<bool> TellAsync(RecordNote note)
    {
        try
        {
            var reply = await SayAsync(note, note.OccurredAt);
            if (reply is Refused { Refusal.Reason: RefusalReason.NotAPlausibleTime }) reply = await SayAsync(note, clock.GetUtcNow());
            if (reply is Refused refused) LogRefused(key, note.Revision, refused.Refusal.Reason, refused.Refusal.Detail);
            return reply is not Busy;
        }
        catch (Exception error) // whatever failed, it is asked again under the same id
        {
            LogNotTold(key, note.Revision, error);
            return false;
        }
    }

    /// <summary>Says it as of an instant: its own, or now where it has waited longer than facts may.</summary>
    private Task<ProgrammeReply> SayAsync(RecordNote note, DateTimeOffset at) => programme.Execute(new(
        OperationId.Parse($"{key.Meeting}/{note.Revision}"),
        note.Actor,
        [new NoteRecord(key.Meeting, at, note.Sides, note.Revision, note.Hash)]));

    private void Later()
    {
        var wait = options.RetryAfter * Math.Pow(2, Math.Min(_failures++, 16));
        if (wait > options.RetryAtMost) wait = options.RetryAtMost;
        var once = new GrainTimerCreationOptions { DueTime = wait, Period = Timeout.InfiniteTimeSpan, KeepAlive = true };
        _retry = grain.RegisterGrainTimer(
            () =>
            {
                Drive();
                return Task.CompletedTask;
            },
            once);
    }

    /// <summary>The record speaks for the side that changed it, under a name of its own: its operation ids are revisions.</summary>
    public static Actor Speaker(Actor actor) => new("record", actor.Name, Role.System, actor.Delegation, actor.Simulated);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log was not told of {Meeting} revision {Revision}; it is tried again")]
    private partial void LogNotTold(MeetingKey meeting, long revision, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The programme refused the note of {Meeting} revision {Revision}: {Reason}, {Detail} It is left out of the log")]
    private partial void LogRefused(MeetingKey meeting, long revision, RefusalReason reason, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record of {Meeting} could not be written; its next activation goes on")]
    private partial void LogNotWritten(MeetingKey meeting, Exception error);
}
