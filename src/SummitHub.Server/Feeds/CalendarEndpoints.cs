using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Feeds;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Pages;

namespace SummitHub.Server.Feeds;

/// <summary>
/// Calendars over HTTP. Programs of calendars carry no cookie and no header: the secret in the address is all they have. It reads meetings of one
/// delegation, person or room, as its holder may know them now, and opens nothing else.
/// </summary>
internal static class CalendarEndpoints
{
    private const string Ending = ".ics";

    public static void MapCalendars(this IEndpointRouteBuilder routes) => routes.MapGet("/calendars/{name}", Read).ExcludeFromDescription();

    private static async Task<IResult> Read(string name, HttpContext http, KnownPasses passes, ProgrammeReplicas replicas)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || !Secret.TryRead(name[..^Ending.Length], out var secret) || secret.Kind != SecretKind.Calendar
            || await passes.FindAsync(secret, http.RequestAborted) is not { Stored: { Kind: PassKind.Calendar } pass } known
            || !CalendarScope.TryParse(pass.Board, out var scope) || Audience.Of(pass.Holder) is not { } audience
            || await replicas.FindAsync(secret.Summit, http.RequestAborted) is not { } replica)
            return TypedResults.NotFound();

        known.Use();
        var (summit, entries) = replica.Read(v => (SummitSight.Of(audience, v.State.Summit!), CalendarEntries.Of(v.State, audience, scope)));
        var changes = await replica.EntriesAsync([.. entries.Select(e => e.ChangedIn).Distinct().Order()], http.RequestAborted);
        var at = changes.ToDictionary(c => c.Position, c => c.At);
        // The log was replaced meanwhile: what was read is of no log any more.
        if (entries.Any(e => !at.ContainsKey(e.ChangedIn))) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Answer(http, Written(http, summit, scope, entries, at));
    }

    private static string Written(
        HttpContext http, Summit summit, CalendarScope scope, System.Collections.Immutable.ImmutableArray<CalendarEntry> entries, Dictionary<long, DateTimeOffset> changedAt)
    {
        var home = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        return new CalendarText(new Naming(summit, Reading.Of(http).Words), home).Write(scope, entries, place => changedAt[place]);
    }

    private static IResult Answer(HttpContext http, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(bytes, "text/calendar; charset=utf-8", entityTag: tag);
    }
}
