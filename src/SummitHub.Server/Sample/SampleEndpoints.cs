using System.Globalization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Programme;
using SummitHub.Server.Access;

namespace SummitHub.Server.Sample;

/// <summary>What only a sample has: sign-in links on the loopback, a clock that the desk sets, and a new beginning.</summary>
internal static class SampleEndpoints
{
    /// <summary>Maps them, where the options name a sample.</summary>
    public static void MapSample(this IEndpointRouteBuilder routes, SummitHubOptions options)
    {
        if (options.SampleName is null) return;
        routes.MapGet("/sample/as/{who}", SignInAs).AllowAnonymous();
        var desk = routes.MapGroup("/sample").RequireAuthorization().RequireOwnPage().AddEndpointFilter(DeskOnly);
        desk.MapPost("/clock", SetClock);
        desk.MapPost("/start-over", async (SampleSummit sample, CancellationToken cancellation) =>
        {
            await sample.StartOverAsync(cancellation);
            return TypedResults.NoContent();
        });
    }

    private static async Task<IResult> SignInAs(string who, string? role, HttpContext http, SampleSetting setting, SignIns signIns)
    {
        if (!Loopback.IsCaller(http)) return TypedResults.NotFound();
        if (SampleCallers.Find(who, role, setting) is not { } caller)
            return Problems.Malformed("Nobody of that name signs in: it is desk, wall or a delegation's code, with the role chief, controlOfficer, siteOfficer, notetaker or reader.");
        return await signIns.AdmitAsync(http, setting.Head.Id, caller.Actor, SignIn.Sample) is { } refusal
            ? AccessProblems.Refused(refusal)
            : TypedResults.LocalRedirect(caller.Board);
    }

    private static async Task<IResult> SetClock(ClockSetting asked, SampleClock clock, SamplePlay play, SampleSummit sample, SampleSetting setting, CancellationToken cancellation)
    {
        if (asked.Rate is not (null or 1 or 10 or 60)) return Problems.Malformed("The rate is 1, 10 or 60.");
        if (asked.JumpTo is { } to && (to <= clock.GetUtcNow() || to > clock.EndsAt))
            return Problems.Malformed($"The clock jumps forward, within the summit: after {Local(clock.GetUtcNow(), setting)}, to {Local(clock.EndsAt, setting)} at the latest.");
        if (asked.Play is { } playing) clock.Play(playing);
        if (asked.JumpTo is { } later) await play.JumpAsync(later, cancellation);
        if (asked.Pause == true) clock.Run(0);
        else if (asked.Rate is { } rate) clock.Run(rate);
        else if (asked.Pause == false && clock.Read().Rate == 0) clock.Run(1);
        sample.Keep();
        return TypedResults.Ok(clock.Read());
    }

    private static ValueTask<object?> DeskOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.TryActor(context.HttpContext.User) is { Role: Role.Desk }
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Refused(new Refusal(RefusalReason.NotYoursToDo, "The sample's clock is the desk's.", null, [])));

    private static string Local(DateTimeOffset at, SampleSetting setting) =>
        TimeZoneInfo.ConvertTime(at, setting.Head.Days.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>What the desk asks of the sample's clock; what is null stays as it is.</summary>
/// <param name="Rate">How fast it runs: 1, 10 or 60.</param>
/// <param name="Pause">Whether it stands.</param>
/// <param name="JumpTo">An instant to set it forward to; the script plays what comes between.</param>
/// <param name="Play">Whether the script plays.</param>
internal sealed record ClockSetting(int? Rate = null, bool? Pause = null, DateTimeOffset? JumpTo = null, bool? Play = null);
