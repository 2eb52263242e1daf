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
        writing.MapPost("items/{item}/edit", Edit).WithSummary("Writes a draft of one's own anew; what was cleared is a draft again.").Produces<RecordView>().MayRefuse(AlreadyExists);
        writing.MapPost("items/{item}/counter", Counter).WithSummary("Answers an item that another side has offered with a counter-offer.")
            .Produces<RecordView>().MayRefuse(NoSuchItem, NothingWouldChange, AlreadyExists);
        writing.MapPost("items/{item}/{verb}", Do).WithSummary("Clears, offers or drops an item of one's own; accepts or declines another's.")
            .Produces<RecordView>().MayRefuse(NoSuchItem, NothingWouldChange, ReasonNeeded, AlreadyExists);
        writing.MapPost("settle", Settle).WithSummary("Settles one's own record: with its items, or with no substantive outcome.").Produces<RecordView>().MayRefuse(NoSuchItem);
        writing.MapPost("readouts", Compose).WithSummary("Composes one's own readout in a language, for one's own side alone.").Produces<RecordView>().MayRefuse(NoSuchItem);
        writing.MapPost("readouts/{language}/{verb}", Publish).WithSummary("Publishes one's own readout to the whole summit, or withdraws it.")
            .Produces<RecordView>().MayRefuse(NoSuchItem, NothingWouldChange);
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
            "clear" => new ClearItem(item),
            "offer" => new OfferItem(item),
            "accept" => new AcceptItem(item),
            "decline" => new DeclineItem(item, body?.Reason ?? ""),
            "drop" => new DropItem(item),
            _ => throw new BadHttpRequestException("An item knows the verbs clear, offer, accept, counter, decline, drop.", StatusCodes.Status404NotFound),
        }, http, grains, clocks);

    private static Task<IResult> Edit(SummitId summit, MeetingId meeting, ItemId item, ItemBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        Draft(summit, meeting, body with { Id = item }, http, grains, clocks);

    private static Task<IResult> Counter(SummitId summit, MeetingId meeting, ItemId item, ItemBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        Caller.Actor(http.User).Delegation is { } side
            ? RunAsync(summit, meeting, new CounterItem(item, body.Read(side, ItemId.Parse($"i-{CallKey.NameOf(http)}"))), http, grains, clocks)
            : Task.FromResult<IResult>(Problems.NotFound(NoSuchMeeting, $"There is no meeting {meeting}."));

    private static Task<IResult> Compose(SummitId summit, MeetingId meeting, ReadoutBody body, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        RunAsync(summit, meeting, new WriteReadout(body.Read()), http, grains, clocks);

    private static Task<IResult> Publish(SummitId summit, MeetingId meeting, string language, string verb, HttpContext http, IGrainFactory grains, ISummitClocks clocks) =>
        RunAsync(summit, meeting, verb switch
        {
            "publish" => new PublishReadout(language),
            "withdraw" => new WithdrawReadout(language),
            _ => throw new BadHttpRequestException("A readout knows the verbs publish, withdraw.", StatusCodes.Status404NotFound),
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
