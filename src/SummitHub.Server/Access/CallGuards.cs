using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace SummitHub.Server.Access;

/// <summary>What every call passes: a limit for each caller, and for writes a header that no page of another site can send.</summary>
internal static class CallGuards
{
    /// <summary>The header of our own page's calls; a script may send it, or an idempotency key, which says as much.</summary>
    public const string OwnPageHeader = "X-SummitHub";

    /// <summary>The header that names an operation, so that it is done once however often it is sent.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The largest body of a call, in bytes.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>The policy of what strangers may call to sign in.</summary>
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddCallGuards(this IServiceCollection services, SummitHubOptions options)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
                Caller.TryActor(http.User)?.Id ?? AddressOf(http), _ => PerMinute(options.CallsPerMinute)));
            limiter.AddPolicy(SignInLimit, http => RateLimitPartition.GetTokenBucketLimiter(AddressOf(http), _ => PerMinute(options.SignInsPerMinute)));
            limiter.OnRejected = async (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                await AccessProblems.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "tooManyCalls", "You call too often. Wait a second and go on.");
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
            return HttpMethods.IsGet(request.Method) || request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(OwnPageHeader) || request.Headers.ContainsKey(KeyHeader)
                ? await next(context)
                : TypedResults.Problem(
                    $"A call that changes something carries the header {KeyHeader} or {OwnPageHeader}.",
                    statusCode: StatusCodes.Status403Forbidden,
                    title: "notFromOurPage",
                    extensions: [new("reason", "notFromOurPage")]);
        });

    /// <summary>Whom a limit counts where nobody is signed in: the address, of IPv6 its network, since one machine has a whole one.</summary>
    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "?",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };

    private static TokenBucketRateLimiterOptions PerMinute(int calls) => new()
    {
        TokenLimit = calls,
        TokensPerPeriod = Math.Max(1, calls / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
