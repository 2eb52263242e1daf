using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SummitHub.Contracts.Board;
using SummitHub.Server.Access;
using SummitHub.Server.Board;

namespace SummitHub.Server.Pages;

/// <summary>What the client goes on from: a block of JSON in the page, so that its first call already names where the page left off.</summary>
/// <param name="Kind">Which page it is: <c>board</c>, <c>regions</c>, <c>people</c> or <c>wall</c>.</param>
/// <param name="Summit">The summit.</param>
/// <param name="TimeZone">Its IANA time zone.</param>
/// <param name="Scope">What is watched.</param>
/// <param name="Days">The summit's days in few letters, by their date.</param>
/// <param name="Language">The page's language.</param>
/// <param name="Caller">Who looks, for what is kept in the browser.</param>
/// <param name="Delegation">Whose he is; null for the desk and its walls.</param>
/// <param name="Snapshot">The rows (a board) or only where to go on from.</param>
/// <param name="Words">The texts.</param>
/// <param name="Board">What only a board needs.</param>
/// <param name="Delegations">The names of delegations by code, where a refusal may name one.</param>
public sealed record Boot(
    string Kind,
    string Summit,
    string TimeZone,
    string Scope,
    IReadOnlyDictionary<string, string> Days,
    string Language,
    string Caller,
    string? Delegation,
    BoardSnapshot Snapshot,
    IReadOnlyDictionary<string, string> Words,
    BoardBoot? Board,
    IReadOnlyDictionary<string, string>? Delegations = null)
{
    private static readonly JsonSerializerOptions Json = Shaped();

    /// <summary>The boot of a page that has no rows of its own in the client.</summary>
    public static Boot Of(string kind, BoardPage page, string scope, Naming naming) => new(
        kind,
        page.Summit.Id.Value,
        page.Summit.TimeZone,
        scope,
        naming.Days.ToDictionary(Iso, naming.ShortDay),
        naming.Words.Language,
        page.Caller.Id,
        page.Caller.Delegation?.Value,
        page.Snapshot with { Meetings = [], Commitments = [] },
        naming.Words.Texts,
        null);

    /// <summary>As it stands in the page; the encoder leaves no bracket that could end the block.</summary>
    public string Written() => JsonSerializer.Serialize(this, Json);

    /// <summary>What the delegations are called, by their codes.</summary>
    internal static Dictionary<string, string> NamesOf(Naming naming) => naming.Summit.Delegations.ToDictionary(d => d.Code.Value, d => naming.Delegation(d.Code));

    /// <summary>A day as it stands in addresses and forms.</summary>
    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Shaped()
    {
        // Letters of every script stand as they are: escaped, a page in Arabic would be half as long again.
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        WireJson.Shape(options);
        return options;
    }
}

/// <summary>What a board's client needs to write blocks itself.</summary>
/// <param name="Day">The local day.</param>
/// <param name="By"><c>delegation</c> or <c>room</c>.</param>
/// <param name="FirstHour">The first hour of the axis.</param>
/// <param name="LastHour">The hour at which it ends.</param>
/// <param name="Delegations">The names of delegations by code.</param>
/// <param name="Venues">The names of places, in the order in which lists have them.</param>
/// <param name="Principals">The names of those who have commitments.</param>
public sealed record BoardBoot(
    string Day,
    string By,
    int FirstHour,
    int LastHour,
    IReadOnlyDictionary<string, string> Delegations,
    IReadOnlyDictionary<string, string> Venues,
    IReadOnlyDictionary<string, string> Principals)
{
    /// <summary>The boot of a board.</summary>
    public static BoardBoot Of(BoardGrid grid, string by, Naming naming) => new(
        Boot.Iso(grid.Day),
        by,
        grid.FirstHour,
        grid.LastHour,
        Boot.NamesOf(naming),
        naming.Rooms.ToDictionary(v => v.Id.Value, v => naming.Venue(v.Id)),
        grid.Commitments.SelectMany(c => c.Principals).Distinct().ToDictionary(p => p.Value, naming.Person));
}
