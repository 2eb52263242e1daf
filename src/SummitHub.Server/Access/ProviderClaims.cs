using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>Reads from a provider's claims who somebody is here. What they do not say is never guessed.</summary>
internal static class ProviderClaims
{
    private static readonly Dictionary<string, Role> Named =
        Enum.GetValues<Role>().Where(r => r is not (Role.System or Role.Display)).ToDictionary(r => r.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Who he is, or a sentence that says what is missing.</summary>
    public static (Actor? Actor, string? Missing) Read(ClaimsPrincipal principal, ProviderOptions options)
    {
        if (principal.FindFirst("sub") is not { Value.Length: > 0 } subject) return (null, "no subject");
        var roles = principal.FindAll(options.RoleClaim).Select(c => c.Value).Select(v => options.Roles.TryGetValue(v, out var mapped) || Named.TryGetValue(v, out mapped) ? mapped : (Role?)null).OfType<Role>().Distinct().ToList();
        if (roles is not [var role]) return (null, roles.Count == 0 ? $"no role known here in {options.RoleClaim}" : $"several roles in {options.RoleClaim}");
        var codes = principal.FindAll(options.DelegationClaim).Select(c => c.Value).Distinct().ToList();
        if (role == Role.Desk) return codes.Count == 0 ? (Make(null), null) : (null, "the desk is of no delegation");
        return codes is [var code] && DelegationCode.TryParse(code, null, out var delegation) ? (Make(delegation), null) : (null, $"not one delegation's code in {options.DelegationClaim}");

        Actor Make(DelegationCode? of) => new(IdOf(subject), NameOf(principal), role, of);
    }

    /// <summary>Stands for one person of one provider, and for nobody whom an invitation let in.</summary>
    private static string IdOf(Claim subject) => $"oidc-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject.Issuer}\n{subject.Value}")).AsSpan(0, 10))}";

    private static string NameOf(ClaimsPrincipal principal)
    {
        var name = new string([.. (principal.FindFirstValue("name") ?? principal.FindFirstValue("preferred_username") ?? "?").Where(c => !char.IsControl(c))]).Trim();
        return name.Length <= AccessLimits.LongestText ? name : name[..AccessLimits.LongestText];
    }
}
