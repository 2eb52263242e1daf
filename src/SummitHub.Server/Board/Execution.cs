using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>What a change answered: the caller's version now, and the meetings it touched as he sees them.</summary>
public sealed record Changed(string Epoch, long Version, ImmutableArray<MeetingRow> Meetings);

/// <summary>Takes an operation from a call to the programme and its answer back to the caller.</summary>
internal sealed class Execution(IGrainFactory grains, ProgrammeReplicas replicas, ISummitClocks clocks, TimeProvider time)
{
    private static readonly TimeSpan AlternativesIn = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReadOwnWriteIn = TimeSpan.FromSeconds(3);

    /// <summary>Does it, and answers once this server's replica shows it.</summary>
    public async Task<IResult> RunAsync(HttpContext http, SummitId summit, ImmutableArray<ProgrammeCommand> commands, string? overrideReason, OnBehalf? onBehalf)
    {
        if (await replicas.FindAsync(summit, http.RequestAborted) is not { } replica)
            return Problems.NotFound(RefusalReason.NoSuchSummit, $"There is no summit {summit}.");
        if (!CallKey.TryRead(http, out var key)) return Problems.Malformed(CallKey.Form);
        var actor = Caller.Actor(http.User);
        var operation = new Operation(key, actor, commands, onBehalf, overrideReason);
        var reply = await grains.GetGrain<IProgrammeGrain>(summit.Value).AskAsync(operation, time, http.RequestAborted);
        return reply switch
        {
            Accepted accepted => await AnswerAsync(http, replica, actor, accepted),
            Refused { Refusal: var refusal } => Problems.Refused(refusal, refusal.Reason <= RefusalReason.RoomUnavailableThen ? Alternatives(replica, operation) : null),
            _ => Problems.Unavailable(http, "The programme cannot confirm its log at the moment. Ask again with the same Idempotency-Key."),
        };
    }

    /// <summary>A meeting's name that is the same whenever the caller repeats the call.</summary>
    public static MeetingId NameOf(HttpContext http)
    {
        CallKey.TryRead(http, out var key);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Caller.Actor(http.User).Id}\n{key}"));
        return MeetingId.Parse($"m-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}");
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ProgrammeReplica replica, Actor actor, Accepted accepted)
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
        return TypedResults.Ok(replica.Read(v => new Changed(
            BoardFrames.EpochOf(v),
            v.Audiences.VersionOf(audience),
            BoardFraming.Changes(v.State, audience, accepted.Meetings.Select(m => m.Meeting), []).Meetings)));
    }

    private ImmutableArray<Slot> Alternatives(ProgrammeReplica replica, Operation operation)
    {
        var began = time.GetTimestamp();
        var now = clocks.Of(replica.Summit).GetUtcNow();
        return replica.Read(v => SummitHub.Domain.Planner.Alternatives.Find(v.State, operation, now, () => time.GetElapsedTime(began) < AlternativesIn));
    }
}
