using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using SummitHub.Server.Access;

namespace SummitHub.Server.Pages;

/// <summary>Sets the pages up: Razor components rendered on the server, and the client's files.</summary>
internal static class PagesSetup
{
    /// <summary>
    /// What a page may load: its own script and styles, nothing else. Style attributes are allowed since the places of blocks are
    /// custom properties on them; a style attribute runs nothing and loads nothing under this policy.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Letters of every script stand in pages as they are, and not as numbers of five times their length.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddSingleton<ClientFiles>();
        return services;
    }

    /// <summary>Answers a page that is not there, and one that failed, as a page; what is no page is left to others.</summary>
    public static void UsePages(this IApplicationBuilder app) => app.UseWhen(IsPage, pages =>
    {
        pages.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Whoever brings made-up secrets must not fill the log; that passes cannot be looked up is logged where they are.
            SuppressDiagnosticsCallback = context => context.Exception is PassesUnconfirmedException,
            ExceptionHandler = http => SayAsync(http, StatusCodes.Status503ServiceUnavailable),
        });
        pages.UseStatusCodePages(answer => SayAsync(answer.HttpContext, answer.HttpContext.Response.StatusCode));
    });

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dist/{name}", (string name, ClientFiles files, HttpContext http) => files.Answer(name, http)).ExcludeFromDescription();
        routes.MapRazorComponents<App>().DisableAntiforgery().Finally(Guard);
    }

    private static void Guard(EndpointBuilder endpoint)
    {
        var render = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http =>
        {
            Guard(http.Response.Headers);
            return render(http);
        };
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
    }

    private static bool IsPage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/api");

    /// <summary>Renders outside the router, which writes nothing under a 404, and with services of its own: those of the page that was given up are used.</summary>
    private static async Task SayAsync(HttpContext http, int status)
    {
        if (status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound && http.Request.Path.StartsWithSegments("/summits"))
            http.RequestServices.GetRequiredService<Denials>().Note(http);
        Guard(http.Response.Headers);
        http.Response.Headers.Remove("blazor-enhanced-nav");
        var given = http.RequestServices;
        await using var fresh = given.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        http.RequestServices = fresh.ServiceProvider;
        await new RazorComponentResult<Answer> { StatusCode = status }.ExecuteAsync(http);
        http.RequestServices = given;
    }
}
