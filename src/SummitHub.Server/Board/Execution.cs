using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Board;

/// <summary>What a change answered: the caller's version now, and the meetings and commitments it touched as he sees them.</summary>
/// <param name="Epoch">The log's epoch and the format of these views.</param>
/// <param name="Version">The caller's own version.</param>
/// <param name="Meetings">The meetings.</param>
/// <param name="Commitments">The commitments that the call named or added; one that was taken back is not among them.</param>
public sealed record Changed(string Epoch, long Version, ImmutableArray<MeetingRow> Meetings, ImmutableArray<CommitmentRow> Commitments);

/// <summary>Takes an operation from a call to the programme and its answer back to the caller.</summary>
internal sealed class Execution(IGrainFactory grains, ProgrammeReplicas replicas, Elsewhere elsewhere, TimeProvider time)
{
    private static readonly TimeSpan ReadOwnWriteIn = TimeSpan.FromSeconds(3);

    /// <summary>Does it, and answers once this server's replica shows it.</summary>
    public async Task<IResult> RunAsync(HttpContext http, SummitId summit, ImmutableArray<ProgrammeCommand> commands, string? overrideReason = null, OnBehalf? onBehalf = null, params ImmutableArray<CommitmentId> named)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica)
            return Problems.NotFound(RefusalReason.NoSuchSummit, $"There is no summit {summit}.");
        if (!CallKey.TryRead(http, out var key)) return Problems.Malformed(CallKey.Form);
        var actor = Caller.Actor(http.User);
        var operation = new Operation(key, actor, commands, onBehalf, overrideReason);
        var reply = await grains.GetGrain<IProgrammeGrain>(summit.Value).AskAsync(operation, time, http.RequestAborted);
        return reply switch
        {
            Accepted accepted => await AnswerAsync(http, replica, actor, accepted, named),
            Refused { Refusal: var refusal } => Refuse(replica, operation, refusal),
            _ => Problems.Unavailable(http, "The programme cannot confirm its log at the moment. Ask again with the same Idempotency-Key."),
        };
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ProgrammeReplica replica, Actor actor, Accepted accepted, ImmutableArray<CommitmentId> named)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(ReadOwnWriteIn);
        try
        {
            await replica.ReachAsync(accepted.Epoch, accepted.Position, patience.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Problems.Unavailable(http, "It is done, but this server does not see it yet. Ask again with the same Idempotency-Key.");
        }
        var audience = Audience.Of(actor) ?? Audience.Wall;
        var touched = accepted.Repeated ? await TouchedAsync(replica, accepted.Position, http.RequestAborted) : accepted.Meetings.Select(m => m.Meeting);
        return TypedResults.Ok(replica.Read(v =>
        {
            var changes = BoardFraming.Changes(v.State, audience, touched, named);
            return new Changed(BoardFrames.EpochOf(v), v.Audiences.VersionOf(audience), changes.Meetings, changes.Commitments);
        }));
    }

    /// <summary>What the operation touched when it was done, for who asks again because the answer was lost.</summary>
    private static async Task<IEnumerable<MeetingId>> TouchedAsync(ProgrammeReplica replica, long position, CancellationToken cancellation) =>
        (await replica.EntriesAsync([position], cancellation)).SelectMany(e => e.Events).OfType<MeetingEvent>().Select(e => e.Meeting).Distinct();

    private IResult Refuse(ProgrammeReplica replica, Operation operation, Refusal refusal) => Problems.Refused(
        refusal,
        refusal.Reason <= RefusalReason.InterpreterUnavailableThen ? elsewhere.Find(replica, operation) : null,
        refusal.InTheWay.IsDefaultOrEmpty ? null : replica.Read(v => refusal.InTheWay.Select(o => InTheWay.Of(o, v.State)).ToList()));
}
