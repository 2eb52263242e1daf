using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace SummitHub.Server.Access;

/// <summary>
/// What stands between browsers and everything else: whose word counts about TLS, headers on every answer, and no call that a page of
/// another site made (OWASP ASVS 5.0, chapter 3).
/// </summary>
internal static class WebGuard
{
    private const string NothingLoads = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static IServiceCollection AddWebGuard(this IServiceCollection services, SummitHubOptions options)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.ProxyNetworks) forwarded.KnownIPNetworks.Add(network);
        });
        return services;
    }

    public static void UseWebGuard(this WebApplication app, SummitHubOptions options)
    {
        if (options.ProxyNetworks.Count > 0) app.UseForwardedHeaders();
        var stayOnTls = !app.Environment.IsDevelopment();
        app.Use(next => http =>
        {
            // At the start of an answer, since one that failed has lost the headers it had by then.
            http.Response.OnStarting(Guard, http.Response.Headers);
            if (stayOnTls && http.Request is { IsHttps: true, Host.Host: not "localhost" }) http.Response.OnStarting(StayOnTls, http.Response.Headers);
            return IsFromElsewhere(http.Request)
                ? AccessProblems.WriteAsync(http, StatusCodes.Status403Forbidden, "notFromOurPage", "A page of another site may not call this.")
                : next(http);
        });
    }

    /// <summary>Whether a page of another site makes a call that may change something, or opens a line. To follow a link here is free to all.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/hubs")) return false;
        var origin = request.Headers.Origin;
        return (!StringValues.IsNullOrEmpty(origin) && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
    }

    private static Task Guard(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // Pages say what they load; nothing else loads anything. What is kept says so itself, as the client's files do.
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy)) headers.ContentSecurityPolicy = NothingLoads;
        if (StringValues.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
        if (headers.ContentType.ToString() is var type && IsText(type)) headers.ContentType = $"{type}; charset=utf-8";
        return Task.CompletedTask;
    }

    private static Task StayOnTls(object state)
    {
        ((IHeaderDictionary)state).StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }

    /// <summary>Whether it is a text that does not say how its letters are written. All of ours are UTF-8, and so is JSON without saying so.</summary>
    private static bool IsText(string type) =>
        (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal)) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase);
}
