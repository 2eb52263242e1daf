using Microsoft.AspNetCore.Diagnostics;
using SummitHub.Server.Access;
using SummitHub.Server.Board;
using SummitHub.Server.Delegations;
using SummitHub.Server.Meetings;
using SummitHub.Server.Programme;

namespace SummitHub.Server;

/// <summary>Sets the HTTP interface up.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1");
        services.ConfigureHttpJsonOptions(json => WireJson.Shape(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var summit = routes.MapGroup("/api/summits/{summit}").RequireAuthorization().RequireOwnPage().WithTags("summit");
        summit.MapReading();
        summit.MapChanges();
        summit.MapOutcome();
        summit.MapNotices();
        routes.MapOpenApi();
    }

    /// <summary>Says in problem details what could not be read, and nothing of what went wrong inside.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        ExceptionHandler = http =>
        {
            var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
            return (failure is BadHttpRequestException bad ? Unreadable(bad) : Problems.Unavailable(http, "Something failed here; what you sent is not lost if you send it again with the same Idempotency-Key.")).ExecuteAsync(http);
        },
    });

    private static IResult Unreadable(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => TypedResults.Problem(
            $"A body has at most {CallGuards.LargestBody} bytes.", statusCode: bad.StatusCode, title: "bodyTooLarge", extensions: Reason("bodyTooLarge")),
        StatusCodes.Status404NotFound => TypedResults.Problem(bad.Message, statusCode: bad.StatusCode, title: "noSuchVerb", extensions: Reason("noSuchVerb")),
        _ => Problems.Malformed(bad.InnerException is System.Text.Json.JsonException json ? json.Message : bad.Message),
    };

    private static Dictionary<string, object?> Reason(string reason) => new() { ["reason"] = reason };
}
