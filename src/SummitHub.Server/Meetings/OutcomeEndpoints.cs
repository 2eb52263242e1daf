using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;
using static SummitHub.Contracts.Programme.RefusalReason;

namespace SummitHub.Server.Meetings;

/// <summary>The record of a meeting over HTTP, for its sides alone.</summary>
internal static class OutcomeEndpoints
{
    public static void MapOutcome(this RouteGroupBuilder summit)
    {
        var outcome = summit.MapGroup("meetings/{meeting}/outcome");
        outcome.MapGet("", Read).WithSummary("The record of a meeting as the caller's side reads it.").Produces<RecordView>().MayRefuse(NoSuchMeeting);
        var writing = outcome.MapGroup("").MayRefuse(NoSuchMeeting, NotYoursToDo, NotWellFormed, NotInThatPhase, NotAPlausibleTime, OperationIdUsedForAnother);
        writing.MapPost("items", Draft).WithSummary("Drafts an item of outcome, for one's own side alone.").Produces<RecordView>().MayRefuse(AlreadyExists);
        writing.MapPost("items/{item}/{verb}", Do).WithSummary("Offers or drops an item of one's own; accepts or declines another's.")
            .Produces<RecordView>().MayRefuse(NoSuchItem, NothingWouldChange, ReasonNeeded, AlreadyExists);
        writing.MapPost("settle", Settle).WithSummary("Settles one's own record: with its items, or with no substantive outcome.").Produces<RecordView>().MayRefuse(NoSuchItem);
        writing.MapPost("brief", Write).WithSummary("Writes one's own brief, which no other side ever reads.").Produces<RecordView>();
    }

    private static async Task<IResult> Read(SummitId summit, MeetingId meeting, HttpContext http, IGrainFactory grains) =>
        await Grain(grains, summit, meeting).Read(Caller.Actor(http.User)) is { } record
            ? TypedResults.Ok(record)
            : Problems.NotFound(NoSuchMeeting, $"There is no meeting {meeting}.");

    private static Task<IResult> Draft(SummitId summit, MeetingId meeting, ItemBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks)
    {
        var side = Caller.Actor(http.User).Delegation;
        return side is null
            ? Task.FromResult<IResult>(Problems.NotFound(NoSuchMeeting, $"There is no meeting {meeting}."))
            : RunAsync(summit, meeting, new DraftItem(body.Read(side.Value, ItemId.Parse($"i-{CallKey.NameOf(http)}"))), http, grains, clocks);
    }

    private static Task<IResult> Do(SummitId summit, MeetingId meeting, ItemId item, string verb, ReasonBody? body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        RunAsync(summit, meeting, verb switch
        {
            "offer" => new OfferItem(item),
            "accept" => new AcceptItem(item),
            "decline" => new DeclineItem(item, body?.Reason ?? ""),
            "drop" => new DropItem(item),
            _ => throw new BadHttpRequestException("An item knows the verbs offer, accept, decline, drop.", StatusCodes.Status404NotFound),
        }, http, grains, clocks);

    private static Task<IResult> Settle(SummitId summit, MeetingId meeting, SettleBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        RunAsync(summit, meeting, new SettleRecord(body.As), http, grains, clocks);

    private static Task<IResult> Write(SummitId summit, MeetingId meeting, BriefBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        RunAsync(summit, meeting, new WriteBrief(new Brief([.. body.Topics], body.Notes)), http, grains, clocks);

    private static async Task<IResult> RunAsync(SummitId summit, MeetingId meeting, RecordCommand command, HttpContext http, IGrainFactory grains, ISummitClocks clocks)
    {
        if (!CallKey.TryRead(http, out var key)) return Problems.Malformed(CallKey.Form);
        var operation = new RecordOperation(key, Caller.Actor(http.User), [command], clocks.Of(summit).GetUtcNow());
        var reply = await Grain(grains, summit, meeting).Execute(operation);
        return reply.Refusal is { } refusal ? Problems.Refused(refusal) : TypedResults.Ok(reply.Record);
    }

    private static IMeetingGrain Grain(IGrainFactory grains, SummitId summit, MeetingId meeting) => grains.GetGrain<IMeetingGrain>($"{summit}/{meeting}");
}
