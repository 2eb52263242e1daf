using System.ComponentModel.DataAnnotations;
using System.Net;
using SummitHub.Server.Access;

namespace SummitHub.Server;

/// <summary>How this server runs: the section <c>SummitHub</c> of the configuration, such as <c>SummitHub__Data</c>.</summary>
public sealed class SummitHubOptions : IValidatableObject
{
    /// <summary>The log of the embedded store, in <see cref="Data"/>.</summary>
    public const string JournalFile = "journal.db";

    /// <summary>What the process does: <c>all</c>, <c>silo</c> or <c>web</c>.</summary>
    [RegularExpression("all|silo|web", ErrorMessage = "SummitHub__Role is all, silo or web.")]
    public string Role { get; set; } = "all";

    /// <summary>The connection string of Redis; absent: the embedded store.</summary>
    public string? Redis { get; set; }

    /// <summary>The folder of the embedded store and of the witness.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>The file of the installation's keys, apart from the store; absent: one in the data folder, made where there is none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether to run in production even so, where <see cref="Unsafe"/> says that it is not safe.</summary>
    public bool Insecure { get; set; }

    /// <summary>The sample summit to open with, or <c>none</c>.</summary>
    [Required]
    public string Sample { get; set; } = "unga74";

    /// <summary>Where samples lie; absent: found beside the program or above the working folder.</summary>
    public string? Samples { get; set; }

    /// <summary>The address or name at which other servers reach this silo; the loopback is for servers of one machine.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>This server's certificate with its key, a PEM file, which it shows other servers; absent: lines between servers are plain.</summary>
    public string? ClusterCertificate { get; set; }

    /// <summary>The certificate, a PEM file, of the authority that signs those of all servers of the cluster, and of nobody else.</summary>
    public string? ClusterAuthority { get; set; }

    /// <summary>The port between silos; 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; }

    /// <summary>The port for clients of the silo; 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; }

    /// <summary>How many calls one caller may make in a minute.</summary>
    [Range(1, 10_000_000)]
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>How many times a minute strangers at one address may try to sign in.</summary>
    [Range(1, 10_000_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>How many live lines one pass holds open on this server: the tabs of a person, or the screens that share a display's link.</summary>
    [Range(1, 1_000_000)]
    public int LinesPerPass { get; set; } = 50;

    /// <summary>The addresses or networks of the proxies that end TLS before this server, set apart by commas, such as <c>10.0.0.0/8</c>; they alone may say whom they speak for.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>The OpenID Connect provider; absent: people come by invitations alone.</summary>
    public ProviderOptions? Provider { get; set; }

    /// <summary>The networks of <see cref="Proxies"/>.</summary>
    public IReadOnlyList<IPNetwork> ProxyNetworks => [.. Networks(Proxies).OfType<IPNetwork>()];

    /// <summary>Whether the process holds grains.</summary>
    public bool HoldsGrains => Role is "all" or "silo";

    /// <summary>Whether the process answers people.</summary>
    public bool AnswersPeople => Role is "all" or "web";

    /// <summary>The name of the sample; null for none.</summary>
    public string? SampleName => Sample == "none" ? null : Sample;

    /// <summary>What would let in whom it should not in production, a sentence each that says what to set.</summary>
    /// <param name="urls">Where the server listens.</param>
    public IEnumerable<string> Unsafe(string? urls)
    {
        if (AnswersPeople && ProxyNetworks.Count == 0 && (urls is null || urls.Split(';').Any(u => !u.StartsWith("https://", StringComparison.OrdinalIgnoreCase))))
            yield return "Without TLS sessions can be read on the way: set ASPNETCORE_URLS to https addresses and Kestrel's certificate, or SummitHub__Proxies to who ends TLS before it.";
        if (SampleName is not null) yield return "The sample signs in anybody who asks: set SummitHub__Sample=none.";
        if (KeyFile is null || Within(Data, KeyFile))
            yield return $"Keys beside the store open it to whoever gets at a copy of it: set SummitHub__KeyFile to a file outside {Data}, made as docs/keys.md says.";
        if (Address is not ("127.0.0.1" or "::1" or "localhost") && ClusterCertificate is null)
            yield return "Whoever reaches a silo is believed: set SummitHub__ClusterCertificate and SummitHub__ClusterAuthority, made as docs/keys.md says.";
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClusterCertificate is null != ClusterAuthority is null)
            yield return new ValidationResult("Servers know each other by SummitHub__ClusterCertificate and SummitHub__ClusterAuthority together: set both or neither.");
        if (Networks(Proxies).Any(n => n is null))
            yield return new ValidationResult("SummitHub__Proxies holds addresses or networks set apart by commas, such as 10.0.0.7 or 10.0.0.0/8.");
        if (Role != "all" && Redis is null)
            yield return new ValidationResult($"The role {Role} needs servers to share a store: set SummitHub__Redis.");
        if (Role != "all" && KeyFile is null)
            yield return new ValidationResult($"The role {Role} needs servers to share their keys: set SummitHub__KeyFile to the same file for each.");
        if (Redis is not null && SampleName is not null && Role != "all")
            yield return new ValidationResult("The sample summit has a clock of its own in one process: set SummitHub__Sample=none for the roles silo and web.");
    }

    private static IEnumerable<IPNetwork?> Networks(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one =>
            IPNetwork.TryParse(one, out var network) ? network
            : IPAddress.TryParse(one, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : (IPNetwork?)null);

    private static bool Within(string folder, string path) => !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, path));
}
