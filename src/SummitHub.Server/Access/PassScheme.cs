using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>Establishes who calls by the pass he carries: a session's or display's cookie.</summary>
internal sealed class PassScheme(KnownPasses passes, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Its name.</summary>
    public const string Name = "pass";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Secret.TryRead(SessionCookie.Read(Request), out var secret) || secret.Kind != SecretKind.Session) return AuthenticateResult.NoResult();
        if (await passes.FindAsync(secret, Context.RequestAborted) is not { } known) return AuthenticateResult.NoResult();
        known.Use();
        Context.Features.Set(known);
        return AuthenticateResult.Success(known.Ticket);
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        AccessProblems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "notSignedIn", "Sign in first.");

    /// <summary>Who is at another summit learns nothing of this one, not even that it is there.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        SummitId.TryParse(Request.RouteValues["summit"] as string, null, out var summit) && !Caller.IsAt(Context.User, summit)
            ? AccessProblems.WriteAsync(Context, StatusCodes.Status404NotFound, "noSuchSummit", $"There is no summit {summit}.")
            : AccessProblems.WriteAsync(Context, StatusCodes.Status403Forbidden, "notYoursToDo", "That is not yours to do.");
}
