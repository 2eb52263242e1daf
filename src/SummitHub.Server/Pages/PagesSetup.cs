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
        services.AddHttpContextAccessor();
        services.AddSingleton<ClientFiles>();
        return services;
    }

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
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            return render(http);
        };
    }
}
