using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;
using SummitHub.Server.Board;
using SummitHub.Server.Meetings;
using SummitHub.Server.Programme;
using SummitHub.Server.Words;

namespace SummitHub.Server.Pages;

/// <summary>Readouts over HTTP: those that are public to everybody at the summit, and as documents.</summary>
internal static class ReadoutEndpoints
{
    public static void MapReadouts(this RouteGroupBuilder summit)
    {
        var reading = summit.MapGroup("").Needs(Scopes.Read);
        reading.MapGet("readouts", All).WithSummary("The readouts that are public, those published last first.").Produces<IReadOnlyList<ToldMeeting>>();
        reading.MapGet("readouts/{meeting}/{side}/{language}.docx", Document).WithSummary("A public readout as a Word document.")
            .Produces(StatusCodes.Status200OK, contentType: ReadoutDocument.Type).MayRefuse(RefusalReason.NoSuchItem);
        summit.MapGroup("").Needs(Scopes.Record).MapGet("meetings/{meeting}/outcome/readouts/{language}.docx", Own)
            .WithSummary("One's own readout as it is composed now, as a Word document.")
            .Produces(StatusCodes.Status200OK, contentType: ReadoutDocument.Type).MayRefuse(RefusalReason.NoSuchMeeting, RefusalReason.NoSuchItem);
    }

    private static async Task<IResult> All(SummitId summit, ReadoutShelf shelf, CancellationToken cancellation) => TypedResults.Ok(await shelf.AllAsync(summit, cancellation));

    private static async Task<IResult> Document(SummitId summit, MeetingId meeting, DelegationCode side, string language, HttpContext http, ReadoutShelf shelf, IBoardReader reader) =>
        await shelf.OfAsync(summit, meeting, http.RequestAborted) is { } told && told.Readouts.FirstOrDefault(r => r.Side == side && r.Language == language) is { } readout
        && await reader.PlainAsync(summit, http.User, http.RequestAborted) is { } page
            ? File(ReadoutFace.Of(readout, told.Parties, told.Day, page.Summit), meeting)
            : Problems.NotFound(RefusalReason.NoSuchItem, "There is no such readout.");

    private static async Task<IResult> Own(SummitId summit, MeetingId meeting, string language, HttpContext http, IGrainFactory grains, IBoardReader reader)
    {
        if (await grains.GetGrain<IMeetingGrain>($"{summit}/{meeting}").Read(Caller.Actor(http.User)) is not { } record
            || await reader.MeetingAsync(summit, meeting, http.User, http.RequestAborted) is not { } page)
            return Problems.NotFound(RefusalReason.NoSuchMeeting, $"There is no meeting {meeting}.");
        if (record.Readouts.FirstOrDefault(r => r.Language == language) is not { } readout) return Problems.NotFound(RefusalReason.NoSuchItem, "There is no such readout.");
        var composed = ReadoutSheet.Composed(record, readout, SummitNow(page.Board));
        return File(ReadoutFace.Of(composed, [.. page.Meeting.Parties.Select(p => p.Delegation)], page.Meeting.PlannedStart is { } start ? new Naming(page.Board.Summit, new(WordBook.Default)).DayOf(start) : null, page.Board.Summit), meeting);
    }

    private static DateTimeOffset SummitNow(BoardPage page) => page.Snapshot.Clock.SummitTime;

    private static IResult File(ReadoutSheet sheet, MeetingId meeting) =>
        TypedResults.File(ReadoutDocument.Write(sheet), ReadoutDocument.Type, $"readout-{meeting}-{sheet.Language}.docx");
}
