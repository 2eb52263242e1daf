using System.Globalization;
using Microsoft.AspNetCore.Components;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;
using SummitHub.Server.Board;
using SummitHub.Server.Words;

namespace SummitHub.Server.Pages;

/// <summary>What all pages of a summit have: who asks, in what language, and the answer to an address that leads nowhere.</summary>
public abstract class SummitPage : ComponentBase
{
    /// <summary>The summit's name in the address.</summary>
    [Parameter]
    public string Summit { get; set; } = "";

    /// <summary>The day, as <c>2019-09-24</c>; none for the summit's today.</summary>
    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    /// <summary>The call.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    internal IBoardReader Reader { get; set; } = null!;

    /// <summary>Whether there is nothing to show.</summary>
    protected bool Missing { get; private set; }

    private protected Reading Reading => Reading.Of(Http);

    private protected Wording Words => Reading.Words;

    /// <summary>The summit, where the address names one.</summary>
    protected SummitId? SummitId => Contracts.Summits.SummitId.TryParse(Summit, null, out var id) ? id : null;

    /// <summary>Answers that there is nothing here, or that the reader may not look: which of the two, only to who is signed in.</summary>
    protected void Miss()
    {
        Missing = true;
        Http.Response.StatusCode = Caller.TryActor(Http.User) is null ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
    }

    /// <summary>The day that is asked for, within the summit; or the summit's today, or its nearest day.</summary>
    private protected DateOnly DayOf(Naming naming, DateTimeOffset now)
    {
        var (first, last) = (naming.Summit.From, naming.Summit.To);
        var day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : naming.DayOf(now);
        return day < first ? first : day > last ? last : day;
    }

    /// <summary>What the summit's clock shows.</summary>
    public static DateTimeOffset Now(BoardPage page)
    {
        var clock = page.Snapshot.Clock;
        return clock.SummitTime + ((page.Snapshot.AsOf - clock.RealTime) * clock.Rate);
    }

    /// <summary>The day as it stands in addresses.</summary>
    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
