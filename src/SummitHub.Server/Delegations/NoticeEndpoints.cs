using SummitHub.Contracts.Access;
using SummitHub.Contracts.Delegations;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server.Delegations;

/// <summary>A delegation's inbox over HTTP, for its own people alone.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this RouteGroupBuilder summit)
    {
        var notices = summit.MapGroup("delegations/{code}/notices");
        notices.MapGroup("").Needs(Scopes.Read).MapGet("", Read)
            .WithSummary("What the caller's own delegation has been told, the newest first, at most 500.")
            .Produces<Inbox>().MayRefuse(RefusalReason.NoSuchDelegation);
        notices.MapGroup("").Needs(Scopes.Change).MapPost("{notice}/ack", Acknowledge)
            .WithSummary("Takes note of a notice, for the whole delegation; of that one alone, and of no later one that stands in its place.")
            .Produces(StatusCodes.Status204NoContent).MayRefuse(RefusalReason.NoSuchDelegation, RefusalReason.NoSuchItem, RefusalReason.NoticeOvertaken);
    }

    private static async Task<IResult> Read(SummitId summit, DelegationCode code, HttpContext http, IGrainFactory grains, ProgrammeReplicas replicas)
    {
        if (!await IsOwnAsync(summit, code, http, replicas) || await Grain(grains, summit, code).Read(Caller.Actor(http.User)) is not { } inbox) return NoDelegation(code);
        return TypedResults.Ok(inbox);
    }

    private static async Task<IResult> Acknowledge(
        SummitId summit, DelegationCode code, NoticeId notice, HttpContext http, IGrainFactory grains, ProgrammeReplicas replicas, ISummitClocks clocks)
    {
        if (!await IsOwnAsync(summit, code, http, replicas)) return NoDelegation(code);
        return await Grain(grains, summit, code).TakeNote(Caller.Actor(http.User), notice, clocks.Of(summit).GetUtcNow()) switch
        {
            NoteTaken.Noted => TypedResults.NoContent(),
            NoteTaken.Overtaken => Problems.Refused(new Refusal(RefusalReason.NoticeOvertaken, $"A later notice stands in the place of {notice}; take note of that one.", null, [])),
            _ => Problems.NotFound(RefusalReason.NoSuchItem, $"There is no notice {notice}."),
        };
    }

    private static async ValueTask<bool> IsOwnAsync(SummitId summit, DelegationCode code, HttpContext http, ProgrammeReplicas replicas) =>
        Caller.Actor(http.User).Delegation == code && await replicas.FindAsync(summit, http.RequestAborted) is not null;

    private static IResult NoDelegation(DelegationCode code) => Problems.NotFound(RefusalReason.NoSuchDelegation, $"There is no inbox of {code} here.");

    private static IDelegationGrain Grain(IGrainFactory grains, SummitId summit, DelegationCode code) => grains.GetGrain<IDelegationGrain>($"{summit}/{code}");
}
