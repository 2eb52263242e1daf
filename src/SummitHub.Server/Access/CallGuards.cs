using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace SummitHub.Server.Access;

/// <summary>What every call passes: a session, a limit for each caller, and for writes a header that no page of another site can send.</summary>
internal static class CallGuards
{
    /// <summary>The header of our own page's calls; a script may send it, or an idempotency key, which says as much.</summary>
    public const string OwnPageHeader = "X-SummitHub";

    /// <summary>The header that names an operation, so that it is done once however often it is sent.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The largest body of a call, in bytes.</summary>
    public const int LargestBody = 256 * 1024;

    public static IServiceCollection AddCallGuards(this IServiceCollection services, SummitHubOptions options)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "summithub";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.AddDataProtection().SetApplicationName("SummitHub").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "sessions")));
        services.AddAuthorization();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
                Caller.TryActor(http.User)?.Id ?? http.Connection.RemoteIpAddress?.ToString() ?? "?",
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.CallsPerMinute,
                    TokensPerPeriod = Math.Max(1, options.CallsPerMinute / 60),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }));
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                await Problem(context.HttpContext, StatusCodes.Status429TooManyRequests, "tooManyCalls", "You call too often. Wait a second and go on.");
            };
        });
        return services;
    }

    /// <summary>
    /// Refuses writes that a page of another site may have made its reader's browser send: neither header can be set from there
    /// without the browser asking us first (CORS), and we never say yes.
    /// </summary>
    public static TBuilder RequireOwnPage<TBuilder>(this TBuilder group)
        where TBuilder : IEndpointConventionBuilder =>
        group.AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            return HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey(OwnPageHeader) || request.Headers.ContainsKey(KeyHeader)
                ? await next(context)
                : TypedResults.Problem(
                    $"A call that changes something carries the header {KeyHeader} or {OwnPageHeader}.",
                    statusCode: StatusCodes.Status403Forbidden,
                    title: "notFromOurPage",
                    extensions: [new("reason", "notFromOurPage")]);
        });

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status) =>
        status == StatusCodes.Status401Unauthorized
            ? Problem(context.HttpContext, status, "notSignedIn", "Sign in first.")
            : Problem(context.HttpContext, status, "notYoursToDo", "Your role does not do this.");

    private static Task Problem(HttpContext http, int status, string reason, string detail)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { title = reason, status, detail, reason }, options: null, contentType: "application/problem+json");
    }
}
