using System.ComponentModel.DataAnnotations;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>
/// The OpenID Connect provider whose word counts: the section <c>SummitHub:Provider</c>, such as <c>SummitHub__Provider__Authority</c>.
/// Everything else about it is read from its discovery document (OpenID Connect Discovery 1.0).
/// </summary>
public sealed class ProviderOptions : IValidatableObject
{
    /// <summary>Its address, over TLS but on the machine itself.</summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>What it calls this server.</summary>
    [Required]
    public string ClientId { get; set; } = "";

    /// <summary>The secret it shares with this server; absent for a public client, which PKCE alone protects.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The summit it lets in to.</summary>
    [Required]
    public string Summit { get; set; } = "";

    /// <summary>The scopes asked for besides <c>openid</c> and <c>profile</c>, set apart by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The claim that says what somebody is.</summary>
    [Required]
    public string RoleClaim { get; set; } = "summithub_role";

    /// <summary>The claim that says of which delegation.</summary>
    [Required]
    public string DelegationClaim { get; set; } = "summithub_delegation";

    /// <summary>What the provider's values mean, such as <c>Roles__protocol-team=desk</c>; our own names mean themselves.</summary>
    public Dictionary<string, Role> Roles { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is { } authority && !(authority.IsAbsoluteUri && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))))
            yield return new ValidationResult("SummitHub__Provider__Authority is an https address.");
        if (Summit.Length > 0 && !SummitId.TryParse(Summit, null, out _))
            yield return new ValidationResult("SummitHub__Provider__Summit is the id of a summit, such as unga74.");
        if (Roles.Values.Any(r => r is Role.System or Role.Display))
            yield return new ValidationResult("SummitHub__Provider__Roles gives people their roles: neither system nor display is one.");
    }
}
