using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>Establishes who calls by the pass he carries: a session's or display's cookie, or a token in the header <c>Authorization</c>.</summary>
internal sealed class PassScheme(KnownPasses passes, Denials denials, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Its name.</summary>
    public const string Name = "pass";

    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Secret.TryRead(Text(out var kinds), out var secret) || !kinds.Contains(secret.Kind)) return AuthenticateResult.NoResult();
        if (await passes.FindAsync(secret, Context.RequestAborted) is not { } known) return AuthenticateResult.NoResult();
        known.Use();
        Context.Features.Set(known);
        return AuthenticateResult.Success(known.Ticket);
    }

    private string? Text(out SecretKind[] kinds)
    {
        // A token never comes in a cookie nor a session in a header, so that a stolen one of either is of no use as the other.
        var header = Request.Headers.Authorization.ToString();
        kinds = header.Length > 0 ? [SecretKind.Token] : [SecretKind.Session, SecretKind.Display];
        return header.Length == 0 ? SessionCookie.Read(Request) : header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        AccessProblems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "notSignedIn", "Sign in first.");

    /// <summary>Who is at another summit learns nothing of this one, not even that it is there.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        denials.Note(Context);
        return SummitId.TryParse(Request.RouteValues["summit"] as string, null, out var summit) && !Caller.IsAt(Context.User, summit)
            ? AccessProblems.WriteAsync(Context, StatusCodes.Status404NotFound, "noSuchSummit", $"There is no summit {summit}.")
            : AccessProblems.WriteAsync(Context, StatusCodes.Status403Forbidden, "notYoursToDo", "That is not yours to do.");
    }
}
