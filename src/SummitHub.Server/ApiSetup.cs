using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SummitHub.Contracts.Access;
using SummitHub.Server.Access;
using SummitHub.Server.Board;
using SummitHub.Server.Delegations;
using SummitHub.Server.Meetings;
using SummitHub.Server.Pages;
using SummitHub.Server.Programme;

namespace SummitHub.Server;

/// <summary>Sets the HTTP interface up.</summary>
internal static class ApiSetup
{
    private const string SomethingFailed = "Something failed here; what you sent is not lost if you send it again with the same Idempotency-Key.";

    public static IServiceCollection AddApi(this IServiceCollection services, SummitHubOptions options)
    {
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context => Named(context.ProblemDetails));
        services.AddOpenApi("v1", description => ApiDescription.Describe(description, options));
        services.AddHealthChecks();
        services.ConfigureHttpJsonOptions(json => WireJson.ShapeStrictly(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var summit = routes.MapGroup("/api/summits/{summit}").RequireAuthorization(AccessSetup.OfThisSummit).RequireOwnPage().AuditDenials().WithTags("summit");
        summit.MapGroup("").Needs(Scopes.Read).MapReading();
        summit.MapGroup("").Needs(Scopes.Change).MapChanges();
        summit.MapGroup("").Needs(Scopes.Change).MapTown();
        summit.MapGroup("").Needs(Scopes.Record).MapOutcome();
        summit.MapNotices();
        summit.MapReadouts();
        summit.MapGroup("").Needs(Scopes.Manage).MapAccess();
        summit.MapGroup("").Needs(Scopes.Audit).MapAudit();
        routes.MapJoin();
        routes.MapProvider();
        routes.MapOpenApi();
    }

    /// <summary>Whether it lives, and whether it is ready: what every role answers.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        routes.MapHealthChecks("/health/ready").DisableRateLimiting();
    }

    /// <summary>Says in problem details what could not be read, and nothing of what went wrong inside.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or PassesUnconfirmedException,
            ExceptionHandler = http => Answer(http).ExecuteAsync(http),
        });
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
    }

    private static ProblemHttpResult Answer(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status404NotFound } bad =>
            TypedResults.Problem(bad.Message, statusCode: bad.StatusCode, title: "noSuchVerb", extensions: [new("reason", "noSuchVerb")]),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } bad =>
            TypedResults.Problem(Named(new ProblemDetails { Status = bad.StatusCode })),
        BadHttpRequestException bad when bad.Message.Contains("media type", StringComparison.Ordinal) =>
            TypedResults.Problem(Named(new ProblemDetails { Status = StatusCodes.Status415UnsupportedMediaType })),
        BadHttpRequestException bad => Problems.Malformed(Unreadable.Say(bad)),
        _ => Problems.Unavailable(http, SomethingFailed),
    };

    /// <summary>Gives the answers of the framework itself the reason that ours have.</summary>
    private static ProblemDetails Named(ProblemDetails problem)
    {
        if (problem.Extensions.ContainsKey("reason")) return problem;
        (problem.Extensions["reason"], problem.Detail) = problem.Status switch
        {
            StatusCodes.Status413PayloadTooLarge => ("bodyTooLarge", $"A body has at most {CallGuards.LargestBody} bytes."),
            StatusCodes.Status415UnsupportedMediaType => ("notJson", "A body is application/json."),
            StatusCodes.Status404NotFound => ("noSuchAddress", "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => ("noSuchMethod", "This address does not take this method."),
            _ => ("failed", problem.Detail ?? "The call could not be answered."),
        };
        problem.Title = (string)problem.Extensions["reason"]!;
        return problem;
    }
}
