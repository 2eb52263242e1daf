using Microsoft.AspNetCore.Http.HttpResults;
using SummitHub.Contracts.Access;

namespace SummitHub.Server.Access;

/// <summary>What the door answers in problem details (RFC 9457) before any endpoint is reached.</summary>
internal static class AccessProblems
{
    /// <summary>That it is done, or why not.</summary>
    public static IResult Done(AccessRefusal? refusal) => refusal is null ? TypedResults.NoContent() : Refused(refusal);

    /// <summary>A no of who guards the door.</summary>
    public static ProblemHttpResult Refused(AccessRefusal refusal)
    {
        var reason = WireJson.Name(refusal.Reason);
        return TypedResults.Problem(refusal.Detail, statusCode: StatusOf(refusal.Reason), title: reason, extensions: [new("reason", reason)]);
    }

    /// <summary>Writes a problem.</summary>
    public static Task WriteAsync(HttpContext http, int status, string reason, string detail)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { title = reason, status, detail, reason }, options: null, contentType: "application/problem+json");
    }

    /// <summary>The status that a reason is answered with.</summary>
    public static int StatusOf(AccessRefusalReason reason) => reason switch
    {
        AccessRefusalReason.NotYoursToDo or AccessRefusalReason.Removed => StatusCodes.Status403Forbidden,
        AccessRefusalReason.NotWellFormed or AccessRefusalReason.ReasonNeeded => StatusCodes.Status400BadRequest,
        AccessRefusalReason.NoSuchPass or AccessRefusalReason.NoSuchInvitation or AccessRefusalReason.NoSuchMember => StatusCodes.Status404NotFound,
        AccessRefusalReason.TooMany or AccessRefusalReason.LastOfTheDesk => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status410Gone,
    };
}
