using SummitHub.Server.Access;
using SummitHub.Server.Words;

namespace SummitHub.Server.Pages;

/// <summary>How the reader of this page reads: his language, and whether light or dark.</summary>
/// <param name="Words">The texts of his language.</param>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
public sealed record Reading(Wording Words, string Theme)
{
    private const string LanguageKey = "lang";
    private const string ThemeKey = "theme";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>The themes.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["light", "dark", "auto"];

    /// <summary>As the address says (and is remembered), as it was said before, as the browser prefers, or English.</summary>
    public static Reading Of(HttpContext http)
    {
        if (http.Items[typeof(Reading)] is Reading known) return known;
        var language = Chosen(http, LanguageKey, WordBook.Speaks) ?? Preferred(http.Request) ?? WordBook.Default;
        var theme = Chosen(http, ThemeKey, text => text is not null && Themes.Contains(text)) ?? "auto";
        var reading = new Reading(new Wording(language), theme);
        http.Items[typeof(Reading)] = reading;
        return reading;
    }

    private static string? Chosen(HttpContext http, string key, Func<string?, bool> known)
    {
        string? asked = http.Request.Query[key];
        var cookie = OwnCookie.NameFor(http.Request, key);
        if (asked is null || !known(asked)) return http.Request.Cookies.TryGetValue(cookie, out var kept) && known(kept) ? kept : null;
        if (!http.Response.HasStarted) http.Response.Cookies.Append(cookie, asked, new CookieOptions(OwnCookie.Options(http.Request)) { MaxAge = Remembered });
        return asked;
    }

    private static string? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0])
            .FirstOrDefault(WordBook.Speaks);
}
