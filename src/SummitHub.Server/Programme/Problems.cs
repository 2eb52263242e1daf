using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Access;

namespace SummitHub.Server.Programme;

/// <summary>Turns refusals and failures into problem details (RFC 9457); the one place that does.</summary>
internal static class Problems
{
    /// <summary>A rule's no.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="alternatives">Slots that would do, if any were looked for.</param>
    /// <param name="inTheWay">What is in the way, where more can be said of it than the refusal does.</param>
    public static ProblemHttpResult Refused(Refusal refusal, IReadOnlyList<Slot>? alternatives = null, IReadOnlyList<InTheWay>? inTheWay = null)
    {
        var problem = Problem(StatusOf(refusal.Reason), JsonNamingPolicy.CamelCase.ConvertName(refusal.Reason.ToString()), refusal.Detail);
        if (refusal.Meeting is { } meeting) problem.Extensions["meeting"] = meeting;
        problem.Extensions["conflictsWith"] = inTheWay ?? (refusal.InTheWay.IsDefault ? [] : [.. refusal.InTheWay.Select(o => InTheWay.Of(o, null))]);
        problem.Extensions["alternatives"] = (alternatives ?? []).Select(s => new { s.When.Start, s.When.End, s.Venue });
        return TypedResults.Problem(problem);
    }

    /// <summary>The machine's no: whether it was done is not known; ask again under the same key.</summary>
    public static ProblemHttpResult Unavailable(HttpContext http, string detail)
    {
        http.Response.Headers.RetryAfter = "1";
        return TypedResults.Problem(Problem(StatusCodes.Status503ServiceUnavailable, "unavailable", detail));
    }

    /// <summary>What was sent cannot be read.</summary>
    public static ProblemHttpResult Malformed(string detail) => TypedResults.Problem(Problem(StatusCodes.Status400BadRequest, "notWellFormed", detail));

    /// <summary>A plan must name the version it was made on.</summary>
    public static ProblemHttpResult VersionNeeded() => TypedResults.Problem(Problem(
        StatusCodes.Status428PreconditionRequired, "versionNeeded", "A change to a plan names the meeting's version in If-Match, or * for any."));

    /// <summary>There is no such thing, or the caller may not know of it.</summary>
    public static ProblemHttpResult NotFound(RefusalReason reason, string detail) =>
        TypedResults.Problem(Problem(StatusCodes.Status404NotFound, JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), detail));

    /// <summary>Says for which reasons routes may refuse.</summary>
    public static TBuilder MayRefuse<TBuilder>(this TBuilder routes, params IEnumerable<RefusalReason> reasons)
        where TBuilder : IEndpointConventionBuilder => routes.MayRefuse(reasons.Select(r => (StatusOf(r), JsonNamingPolicy.CamelCase.ConvertName(r.ToString()))));

    private static ProblemDetails Problem(int status, string reason, string detail) => new()
    {
        Status = status,
        Title = reason,
        Detail = detail,
        Extensions = { ["reason"] = reason },
    };

    private static int StatusOf(RefusalReason reason) => reason switch
    {
        RefusalReason.NotYoursToDo => StatusCodes.Status403Forbidden,
        >= RefusalReason.NoSuchSummit and <= RefusalReason.NoSuchItem => StatusCodes.Status404NotFound,
        RefusalReason.MeetingHasChanged => StatusCodes.Status412PreconditionFailed,
        RefusalReason.OperationIdUsedForAnother => StatusCodes.Status422UnprocessableEntity,
        RefusalReason.NotWellFormed or RefusalReason.ReasonNeeded or RefusalReason.NotAPlausibleTime => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}
